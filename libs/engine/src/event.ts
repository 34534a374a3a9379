import type { JsonObject, JsonValue } from '@thidua/kernel';

/**
 * What happened, append-only. `key` numbers an element instance inside its process instance (1 = the process itself);
 * `element` is the BPMN id, `graph` the index of the graph in the instance's `graphs` list (0 = its own, more = called processes).
 * A released shape is never edited: a change gets a new `v` and an upcaster.
 */
export type EngineEvent = { readonly v: 1 } & (
  | {
      readonly type: 'instance-started';
      readonly processId: string;
      readonly definitionId: string;
      readonly businessKey?: string;
      readonly variables: JsonObject;
    }
  /** A called process joined the instance as `graphs[graph]`. */
  | { readonly type: 'graph-bound'; readonly graph: number; readonly definitionId: string }
  | {
      readonly type: 'element-activated';
      readonly key: number;
      readonly element: string;
      readonly graph: number;
      readonly parent: number;
      readonly loop?: number;
      /** Key of who waits for this compensation handler. */
      readonly compensates?: number;
    }
  | { readonly type: 'element-completed'; readonly key: number; readonly element: string }
  | { readonly type: 'element-terminated'; readonly key: number; readonly element: string }
  | { readonly type: 'flow-taken'; readonly scope: number; readonly flow: string; readonly graph: number }
  | { readonly type: 'join-consumed'; readonly scope: number; readonly element: string }
  | { readonly type: 'variables-set'; readonly scope: number; readonly values: JsonObject }
  | { readonly type: 'task-opened'; readonly key: number; readonly taskId: string }
  | { readonly type: 'job-opened'; readonly key: number; readonly jobId: string; readonly jobType: string }
  | {
      readonly type: 'timer-started';
      readonly key: number;
      readonly timerId: string;
      readonly dueMs: number;
      readonly target: string;
      readonly part?: number;
      readonly cycle?: JsonObject;
    }
  | { readonly type: 'timer-fired'; readonly timerId: string; readonly skipped: number }
  | {
      readonly type: 'subscription-opened';
      readonly key: number;
      readonly subscriptionId: string;
      readonly message: string;
      readonly correlationKey: string;
      readonly target: string;
      readonly part?: number;
    }
  | { readonly type: 'message-correlated'; readonly subscriptionId: string }
  | {
      readonly type: 'signal-awaited';
      readonly key: number;
      readonly subscriptionId: string;
      readonly signal?: string;
      readonly target: string;
      readonly part?: number;
    }
  | { readonly type: 'signal-caught'; readonly subscriptionId: string; readonly signal: string }
  | { readonly type: 'signal-thrown'; readonly key: number; readonly signal: string }
  | {
      readonly type: 'condition-awaited';
      readonly key: number;
      readonly conditionId: string;
      readonly target: string;
      readonly part?: number;
    }
  /** The condition was asked and its answer differs from the last one. */
  | { readonly type: 'condition-changed'; readonly conditionId: string; readonly held: boolean }
  | { readonly type: 'error-thrown'; readonly key: number; readonly errorCode: string }
  | { readonly type: 'escalation-thrown'; readonly key: number; readonly escalationCode: string }
  /** One of several definitions of a throwing event is done. */
  | { readonly type: 'part-thrown'; readonly key: number }
  /** Entries of `completed` (positions, ascending) of the scopes become `pending` of `key`; the last of them is undone first. */
  | {
      readonly type: 'compensation-triggered';
      readonly key: number;
      readonly from: readonly { readonly scope: number; readonly positions: readonly number[] }[];
    }
  /** The next pending entry is taken; a completed subprocess comes back as `revived` with the variables it had. */
  | { readonly type: 'compensation-taken'; readonly key: number; readonly revived?: number }
  | { readonly type: 'scope-released'; readonly key: number }
  | { readonly type: 'transaction-canceled'; readonly key: number }
  | { readonly type: 'ad-hoc-queued'; readonly key: number; readonly elements: readonly string[] }
  /** A complex gateway fired with tokens of some flows and owes a reset until the others have come. */
  | { readonly type: 'gateway-fired'; readonly scope: number; readonly element: string; readonly owed: readonly string[] }
  | { readonly type: 'gateway-reset'; readonly scope: number; readonly element: string }
  | { readonly type: 'wait-closed'; readonly id: string }
  | {
      readonly type: 'decision-evaluated';
      readonly key: number;
      readonly decisionId: string;
      readonly output: JsonValue;
      readonly trace: JsonValue;
    }
  | { readonly type: 'multi-instance-started'; readonly key: number; readonly items: readonly JsonValue[] }
  | { readonly type: 'multi-instance-output'; readonly key: number; readonly index: number; readonly value: JsonValue }
  | { readonly type: 'scope-interrupted'; readonly key: number }
  | {
      readonly type: 'incident-raised';
      readonly incidentId: string;
      readonly key: number;
      readonly element: string;
      readonly cause: string;
      readonly detail: string;
      readonly jobId?: string;
    }
  | { readonly type: 'incident-resolved'; readonly incidentId: string }
  /**
   * Element instances of `graphs[from]` stand at elements of `graphs[graph]` from now on, with their tokens at joins, and their waits lead
   * to that graph's elements. What opens and closes with it has events of its own. `undone`: back to where they came from.
   */
  | {
      readonly type: 'instance-migrated';
      readonly from: number;
      readonly graph: number;
      readonly definitionId: string;
      readonly elements: readonly MovedInstance[];
      readonly waits: readonly MovedWait[];
      readonly undone?: true;
    }
  | { readonly type: 'instance-completed' }
  | { readonly type: 'instance-canceled'; readonly reason: string }
);

/** Everything that names elements or flows, by BPMN id; what an instance does not have is absent. */
export type MovedInstance = Readonly<{
  key: number;
  element: string;
  joins?: Readonly<Record<string, number>>;
  owed?: Readonly<Record<string, readonly string[]>>;
  queued?: readonly string[];
  completed?: readonly MovedRecord[];
  pending?: readonly (MovedRecord & { readonly scope: number })[];
  /** Only where a migration is undone: its variables as they were; empty = it had none. */
  variables?: JsonObject;
}>;

export type MovedRecord =
  | { readonly kind: 'handler'; readonly element: string }
  | { readonly kind: 'scope'; readonly element: string; readonly variables?: JsonObject; readonly inner: readonly MovedRecord[] };

/** A wait that keeps its id: where it leads now, and a job's type. */
export type MovedWait = Readonly<{
  id: string;
  target?: string;
  jobType?: string;
}>;
