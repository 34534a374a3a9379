import { ok, type JsonObject, type JsonValue, type Result } from '@thidua/kernel';
import { compileTestsCode } from './compile/compile';
import { evaluateSafely } from './evaluate';
import type { Evaluation, FeelEnv } from './expression';
import type { FeelError } from './feel-error';
import { Run } from './run';
import type { Value } from './value/value';

/** Compiled unary tests, such as `> 5, [1..3]` or `not("A")`. */
export interface UnaryTests {
  readonly source: string;
  readonly reads: readonly string[];
  /** `value` is whether the input passes, or null with a warning when a limit was reached. */
  test(input: JsonValue, variables: JsonObject, env: FeelEnv): Evaluation;
}

export function compileUnaryTests(source: string): Result<UnaryTests, FeelError> {
  const compiled = compileTestsCode(source.normalize('NFC'));
  if (!compiled.ok) {
    return compiled;
  }
  const { code, reads, slots } = compiled.value;
  return ok({
    source,
    reads,
    test: (input, variables, env) =>
      evaluateSafely(new Run(env.nowMs), (run) => code({ vars: variables, locals: new Array<Value>(slots), run }, input)),
  });
}
