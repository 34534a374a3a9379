import { ok, type JsonObject, type JsonValue, type Result } from '@thidua/kernel';
import { compileCode, type Compiled } from './compile/compile';
import type { Code } from './compile/compiler';
import type { Evaluation, Expression, FeelEnv } from './expression';
import type { FeelError } from './feel-error';
import { evaluateSafely } from './evaluate';
import { Run } from './run';
import type { Value } from './value/value';

/** Compiles FEEL written without the leading `=`. */
export function compileExpression(source: string): Result<Expression, FeelError> {
  const compiled = compileCode(source.normalize('NFC'));
  return compiled.ok ? ok(expressionOf(source, compiled.value)) : compiled;
}

/** The convention of zeebe attributes: text after `=` is FEEL, any other text is itself. */
export function compileMarked(text: string): Result<Expression, FeelError> {
  const trimmed = text.trimStart();
  return trimmed.startsWith('=') ? compileExpression(trimmed.slice(1)) : ok(constantExpression(text, text));
}

function expressionOf(source: string, compiled: Compiled<Code>): Expression {
  const { code, reads, requires, slots } = compiled;
  if (compiled.constant !== undefined) {
    const value = constantJson(compiled.constant.value);
    if (value !== undefined) {
      return constantExpression(source, value);
    }
  }
  return {
    source,
    reads,
    requires,
    evaluate(variables: JsonObject, env: FeelEnv): Evaluation {
      return evaluateSafely(new Run(env.nowMs), (run) => code({ vars: variables, locals: new Array<Value>(slots), run }));
    },
  };
}

function constantExpression(source: string, value: JsonValue): Expression {
  const evaluation: Evaluation = { value, warnings: [] };
  return { source, reads: [], requires: [], constant: { value }, evaluate: () => evaluation };
}

/** Undefined when the value is none that JSON holds: then every evaluation says so. */
function constantJson(value: Value): JsonValue | undefined {
  const run = new Run(0);
  const { value: json, warnings } = evaluateSafely(run, () => value);
  return warnings.length === 0 ? json : undefined;
}
