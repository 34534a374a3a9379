import type { JsonObject, JsonValue } from '@thidua/kernel';
import { compileExpression } from '../src/compile-expression';
import type { Evaluation } from '../src/expression';

/** 2026-10-05T23:30:00+07:00, a Monday; in UTC it is the same day at 16:30. */
export const NOW = 1_791_217_800_000;

export function evaluate(source: string, variables: JsonObject = {}): Evaluation {
  const compiled = compileExpression(source);
  if (!compiled.ok) {
    throw compiled.error;
  }
  return compiled.value.evaluate(variables, { nowMs: NOW });
}

/** One line per expression: what it gives, without a warning. */
export function gives(variables: JsonObject, lines: readonly (readonly [source: string, value: JsonValue])[]): void {
  it.each(lines)('%s is %p', (source, value) => {
    expect(evaluate(source, variables)).toEqual({ value, warnings: [] });
  });
}

/** One line per expression that is wrong: null with this warning first. */
export function warns(variables: JsonObject, lines: readonly (readonly [source: string, warning: string])[]): void {
  it.each(lines)('%s warns: %s', (source, warning) => {
    const evaluation = evaluate(source, variables);
    expect({ value: evaluation.value, warning: evaluation.warnings[0] }).toEqual({ value: null, warning });
  });
}

/** Absent data: null, and nothing to warn of. */
export function staysNull(variables: JsonObject, sources: readonly string[]): void {
  it.each(sources)('%s is null and says nothing', (source) => {
    expect(evaluate(source, variables)).toEqual({ value: null, warnings: [] });
  });
}
