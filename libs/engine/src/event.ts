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
    }
  | { readonly type: 'message-correlated'; readonly subscriptionId: string }
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
  | { readonly type: 'instance-completed' }
  | { readonly type: 'instance-canceled'; readonly reason: string }
);
