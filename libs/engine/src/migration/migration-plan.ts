import type { ProcessGraph } from '@thidua/bpmn';
import type { InstanceState, Wait } from '../state';

/**
 * Ids of elements, and of flows into joins, of the running version → their ids in the target version. What is not named goes to the
 * element of its own id.
 */
export type ElementMapping = Readonly<Record<string, string>>;

export interface MigrationInput {
  readonly state: InstanceState;
  /** As bound: `graphs[n]` belongs to `state.graphs[n]`. */
  readonly graphs: readonly ProcessGraph[];
  /** Index of the graph that is left; the process's own one is that of element instance 1. */
  readonly from: number;
  readonly to: ProcessGraph;
  readonly mapping: ElementMapping;
  /** Elements of the target version whose due date, message key or job type is evaluated anew; everything else keeps what it has. */
  readonly renew?: readonly string[];
}

export type MigrationProblemCode =
  | 'instance-not-active'
  /** Versions of different processes. */
  | 'other-process'
  | 'same-version'
  /** The mapping names an element or flow that one of the versions does not have. */
  | 'mapping-unknown'
  /** Something is active at an element that has no counterpart. */
  | 'unmapped-element'
  | 'changed-type'
  /** The counterpart lies in another subprocess. */
  | 'changed-scope'
  /** It runs several times and its counterpart does not, or not in the same way. */
  | 'changed-loop'
  /** A call activity that is waiting for its process would now call another one. */
  | 'changed-call'
  /** A throwing event that is half done throws something else. */
  | 'changed-throw'
  /** A token waits at a join on a flow without counterpart. */
  | 'unmapped-flow'
  /** A join would wait for a token that can never come. */
  | 'join-starved'
  /** A completed activity that can be undone would lose its compensation. */
  | 'unmapped-compensation'
  | 'unmapped-queue'
  /** A new event, or one evaluated anew, gives no time, key or signal. */
  | 'wait-not-openable'
  /** The performer, due date or priority of an open task, or the type of a job, cannot be read. */
  | 'work-not-readable';

export interface MigrationProblem {
  readonly code: MigrationProblemCode;
  /** Id in the running version; of a new event, in the target version. */
  readonly element: string;
  /** Its counterpart, where it has one. */
  readonly to?: string;
  /** The element instance it concerns. */
  readonly key?: number;
  readonly detail?: string;
}

export type Move =
  /** A live element instance goes to its counterpart. */
  | { readonly kind: 'element'; readonly key: number; readonly from: string; readonly to: string }
  /**
   * What an instance waits for. `keep`: same id, same due date, key or type; `differs`: its element is drawn otherwise now, so `renew`
   * would change it. `renew`: evaluated anew. `close`: nothing in the target version waits for it.
   */
  | {
      readonly kind: 'wait';
      readonly id: string;
      readonly wait: Wait['kind'];
      readonly from: string;
      readonly to?: string;
      readonly action: 'keep' | 'renew' | 'close';
      readonly differs: boolean;
    }
  /** An event that the running version did not have begins to wait at element instance `key`. */
  | { readonly kind: 'open'; readonly key: number; readonly to: string }
  /** Tokens waiting at a join, by the flow they came on. */
  | { readonly kind: 'tokens'; readonly scope: number; readonly from: string; readonly to: string; readonly count: number };

/** Without problems the instance can be migrated; the command may still refuse what only evaluation shows (`wait-not-openable`, `work-not-readable`). */
export interface MigrationPlan {
  readonly moves: readonly Move[];
  readonly problems: readonly MigrationProblem[];
}
