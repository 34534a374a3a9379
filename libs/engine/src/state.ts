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
  /** Children of a multi-instance or looping body only: 1-based loop counter. */
  readonly loopCounter?: number;
  /** Scopes and bodies: what has been completed inside and can be compensated, oldest first. */
  readonly completed?: readonly Compensable[];
  /** Who compensates (a throwing event, a cancelled transaction, a revived subprocess): what is left to do, next one last. */
  readonly pending?: readonly Pending[];
  /** Key of who waits for this handler or revived subprocess. */
  readonly compensates?: number;
  /** A completed subprocess, back for its compensation alone. */
  readonly revived?: true;
  /** Throwing events with several definitions: how many are done. */
  readonly part?: number;
  /** Scopes only: complex gateways that have fired and wait for the rest, by element index, with the flows still owed. */
  readonly owed?: Readonly<Record<string, readonly number[]>>;
  /** Sequential ad-hoc subprocesses only: elements still to be begun. */
  readonly queued?: readonly number[];
}

/**
 * A completed activity that can be undone: by its `handler` (the activity tied to its compensation boundary), or, for a subprocess
 * (`scope`), by its compensation event subprocess or the handlers of what was completed `inner`, with its variables as they were.
 */
export type Compensable =
  | { readonly kind: 'handler'; readonly element: number }
  | { readonly kind: 'scope'; readonly element: number; readonly variables?: JsonObject; readonly inner: readonly Compensable[] };

/** A compensable with the key of the scope its handler runs in. */
export type Pending = Compensable & { readonly scope: number };

/** `key` is the instance that waits, `target` the catching element, `part` which of its definitions (absent = the first). */
export type Wait =
  | { readonly kind: 'task'; readonly key: number }
  | { readonly kind: 'job'; readonly key: number; readonly jobType: string }
  | {
      readonly kind: 'timer';
      readonly key: number;
      readonly target: number;
      readonly part?: number;
      readonly dueMs: number;
      readonly cycle?: TimerCycle;
    }
  | {
      readonly kind: 'subscription';
      readonly key: number;
      readonly target: number;
      readonly part?: number;
      readonly message: string;
      readonly correlationKey: string;
    }
  /** Without a signal: every signal. */
  | { readonly kind: 'signal'; readonly key: number; readonly target: number; readonly part?: number; readonly signal?: string }
  /** `held`: it was true when it was last asked, and counts again only after it has been false. */
  | { readonly kind: 'condition'; readonly key: number; readonly target: number; readonly part?: number; readonly held: boolean };

/** What is left of `Rn/…` or of a cron expression: `remaining` counts the firing this wait is due for; -1 = without end. The period is milliseconds plus calendar months. */
export interface TimerCycle {
  readonly remaining: number;
  readonly everyMs: number;
  readonly everyMonths?: number;
  /** A cron expression in place of a period (`everyMs` is 0). */
  readonly cron?: string;
}
