import { Run } from '../run';

/** Which rules of a decision table matched. */
export interface RuleTrace {
  readonly decisionId: string;
  readonly ruleIds: readonly string[];
}

/** The run of decisions: it also keeps which rules matched. */
export class DecisionRun extends Run {
  readonly trace: RuleTrace[] = [];
}

/** Decision tables run in no other run. */
export function traceOf(run: Run): RuleTrace[] {
  return (run as DecisionRun).trace;
}
