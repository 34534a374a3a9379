import type { JsonObject, JsonValue } from '@thidua/kernel';

/**
 * One process instance as kept in its row (JSON, small): live element instances, waits, join counts, variables per scope.
 * `schema` grows with every change of shape; an upcaster reads the older one.
 */
export interface InstanceState {
  readonly schema: 1;
  readonly status: 'active' | 'completed' | 'canceled';
  readonly processId: string;
  readonly businessKey?: string;
  /** Definition ids of the graphs in use: 0 = the process itself, further ones = called processes. */
  readonly graphs: readonly string[];
  readonly nextKey: number;
  /** Live element instances by key (as text, since JSON objects have text keys). Key 1 is the process scope. */
  readonly elements: Readonly<Record<string, ElementInstance>>;
  /** Open waits by id: task, job, timer, subscription. */
  readonly waits: Readonly<Record<string, Wait>>;
  readonly incidents: Readonly<
    Record<string, { readonly key: number; readonly cause: string; readonly detail: string; readonly jobId?: string }>
  >;
}

export interface ElementInstance {
  readonly key: number;
  /** Index into the graph's `elements`. */
  readonly element: number;
  readonly graph: number;
  /** Key of the scope it lives in; 0 for the process scope. */
  readonly parent: number;
  /** Scopes only: their variables. Other elements: local variables (inputs). */
  readonly variables?: JsonObject;
  /** Scopes only: tokens waiting at joins, per flow index. */
  readonly joins?: Readonly<Record<string, number>>;
  /** Scopes only: interrupted by an event subprocess. */
  readonly interrupted?: true;
  /** Multi-instance bodies only. */
  readonly loop?: {
    readonly items: readonly JsonValue[];
    readonly outputs: readonly JsonValue[];
    readonly completed: number;
    readonly next: number;
  };
  /** Multi-instance children only: 1-based loop counter. */
  readonly loopCounter?: number;
}

export type Wait =
  | { readonly kind: 'task'; readonly key: number }
  | { readonly kind: 'job'; readonly key: number; readonly jobType: string }
  | { readonly kind: 'timer'; readonly key: number; readonly target: number; readonly dueMs: number; readonly cycle?: TimerCycle }
  | {
      readonly kind: 'subscription';
      readonly key: number;
      readonly target: number;
      readonly message: string;
      readonly correlationKey: string;
    };

/** What is left of `Rn/…`: `remaining` counts the firing this wait is due for; -1 = without end. The period is milliseconds plus calendar months. */
export interface TimerCycle {
  readonly remaining: number;
  readonly everyMs: number;
  readonly everyMonths?: number;
}
