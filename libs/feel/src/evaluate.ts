import type { Evaluation } from './expression';
import { ofKind } from './of-kind';
import { LimitReached, type Run } from './run';
import { toJson } from './value/json';
import type { Value } from './value/value';

const NO_WARNINGS: readonly string[] = Object.freeze([]);

/** The edge of an evaluation: a value as JSON, and limits as null with a warning. */
export function evaluateSafely(run: Run, work: (run: Run) => Value): Evaluation {
  try {
    const value = toJson(work(run), run);
    return { value, warnings: run.warnings ?? NO_WARNINGS };
  } catch (error) {
    return { value: null, warnings: [...(run.warnings ?? []), limitMessage(error)] };
  }
}

/** Rethrows what is no limit. A RangeError is the stack: deep calls of functions within functions. */
export function limitMessage(error: unknown): string {
  return error instanceof RangeError ? 'evaluation nests too deeply' : ofKind(error, LimitReached).message;
}
