import type { JsonObject, JsonValue } from '@thidua/kernel';

/** What an evaluation may read besides variables. */
export interface FeelEnv {
  /** The instant `now()` and `today()` answer, epoch milliseconds. */
  readonly nowMs: number;
}

/** `warnings` name unknown variables and type errors (value null then): callers treat them as they must (engine: incident). */
export interface Evaluation {
  readonly value: JsonValue;
  readonly warnings: readonly string[];
}

/** A FEEL expression compiled once to closures. JSON in, JSON out: numbers are decimals inside, dates and durations come out as ISO text. */
export interface Expression {
  readonly source: string;
  /**
   * Names of variables the expression may read, sorted: what a conditional event watches. Names of loops, functions and contexts are
   * left out; a name inside a filter is in, as it may be an entry of the item or a variable.
   */
  readonly reads: readonly string[];
  /** Those of them that must be variables, or the expression warns: neither inside a filter, nor asked for with `is defined` and its kin. */
  readonly requires: readonly string[];
  /** Set when the expression is a literal: the engine then never evaluates. */
  readonly constant?: { readonly value: JsonValue };
  evaluate(variables: JsonObject, env: FeelEnv): Evaluation;
}

/** A compiled DMN decision with everything it requires. */
export interface Decision {
  readonly id: string;
  readonly name: string;
  evaluate(variables: JsonObject, env: FeelEnv): DecisionEvaluation;
}

export interface DecisionEvaluation extends Evaluation {
  /** Which rules matched, per decision table, in evaluation order: kept in history as 'vì sao'. */
  readonly trace: readonly { readonly decisionId: string; readonly ruleIds: readonly string[] }[];
}
