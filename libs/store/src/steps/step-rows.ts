import type { EngineEvent, InstanceState } from '@thidua/engine';
import type { JsonObject } from '@thidua/kernel';

/**
 * What one step of one instance writes, as rows; the runtime makes it from events and effects, `StepStore.write` sends it.
 * Times are epoch milliseconds of the business clock. A row opened and closed within the step stands once, in its last state.
 */
export interface StepWrite {
  readonly provinceId: string;
  readonly instanceId: string;
  /** Version the decision was made on; 0 = the instance is new. */
  readonly expectedVersion: number;
  readonly state: InstanceState;
  readonly auditHead: string;
  readonly atMs: number;
  readonly guards: StepGuards;
  /** Present on a new instance. */
  readonly started?: InstanceStart;
  /** Present when the instance ended in this step. */
  readonly ended?: 'completed' | 'canceled';
  /** It ended and held a start key: a message may wait for its place. */
  readonly freed?: true;
  readonly events: readonly EngineEvent[];
  readonly audit: readonly AuditLine[];
  readonly tasks: readonly TaskLine[];
  readonly closedTasks: readonly ClosedTask[];
  readonly jobs: readonly JobLine[];
  readonly closedJobs: readonly { readonly id: string; readonly status: 'done' | 'failed' | 'canceled'; readonly lastError?: string }[];
  readonly timers: readonly { readonly id: string; readonly elementId: string; readonly dueMs: number; readonly orgId: string }[];
  readonly closedTimers: readonly string[];
  readonly subscriptions: readonly SubscriptionLine[];
  readonly closedSubscriptions: readonly string[];
  readonly messages: readonly MessageLine[];
  readonly signals: readonly SignalLine[];
  readonly closedSignals: readonly string[];
  readonly broadcasts: readonly BroadcastLine[];
  readonly incidents: readonly IncidentLine[];
  readonly resolvedIncidents: readonly string[];
  readonly notices: readonly string[];
}

/** Conditions of the step besides the instance's version; every one must hold or nothing is written. */
export interface StepGuards {
  readonly tasks: readonly { readonly id: string; readonly version: number }[];
  readonly jobs: readonly { readonly id: string; readonly leaseToken: string }[];
  readonly grants: readonly { readonly positionId: string; readonly version: number }[];
  readonly keys: readonly IdempotencyKey[];
  /** Broadcasts that this instance has still to hear; it has heard them when the step is written. */
  readonly deliveries: readonly string[];
}

/** (account, route, client uuid) with the answer that a repeat gets for seven days. */
export interface IdempotencyKey {
  readonly accountId: string;
  readonly route: string;
  readonly clientKey: string;
  readonly bodyHash: string;
  readonly status: number;
  readonly answer: JsonObject;
}

export interface InstanceStart {
  readonly definitionId: string;
  readonly key: string;
  readonly businessKey?: string;
  readonly orgId: string;
  readonly dossierId?: string;
  readonly roundId?: string;
  readonly packHash?: string;
  /** Correlation key of the message that started it, where only one instance per key may live. */
  readonly startKey?: string;
}

export interface AuditLine {
  readonly action: string;
  readonly personId?: string;
  readonly positionId?: string;
  readonly onBehalfOf?: string;
  readonly grantVersion?: number;
  readonly facts: JsonObject;
  readonly prevHash: string;
  readonly hash: string;
}

export interface TaskLine {
  readonly id: string;
  readonly definitionId: string;
  readonly elementId: string;
  readonly name: string;
  readonly step?: string;
  readonly formId?: string;
  readonly candidateGroups: readonly string[];
  readonly assignee?: string;
  readonly dueMs?: number;
  readonly priority: number;
  readonly local: JsonObject;
  readonly orgId: string;
  readonly dossierId?: string;
  readonly roundId?: string;
  /** 'open', unless it was closed within the same step. */
  readonly status: 'open' | 'completed' | 'canceled';
}

export interface ClosedTask {
  readonly id: string;
  readonly outcome: 'completed' | 'canceled';
  /** Who acted; absent on a task that was canceled. */
  readonly positionId?: string;
  readonly personId?: string;
  readonly onBehalfOf?: string;
  readonly formDataHash?: string;
}

export interface JobLine {
  readonly id: string;
  readonly elementId: string;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly variables: JsonObject;
  readonly retries: number;
}

export interface SubscriptionLine {
  readonly id: string;
  readonly elementId: string;
  readonly message: string;
  readonly correlationKey: string;
  readonly once: boolean;
}

export interface MessageLine {
  readonly id: string;
  readonly name: string;
  readonly correlationKey: string;
  readonly variables: JsonObject;
  readonly expiresMs: number;
  /** Organisation of the sender. */
  readonly orgId: string;
}

export interface SignalLine {
  readonly id: string;
  readonly elementId: string;
  /** Absent: every signal. */
  readonly signal?: string;
}

export interface BroadcastLine {
  readonly id: string;
  readonly signal: string;
  readonly variables: JsonObject;
  /** Organisation of the sender. */
  readonly orgId: string;
}

export interface IncidentLine {
  readonly id: string;
  readonly elementId: string;
  readonly cause: string;
  readonly detail: string;
  readonly resolved: boolean;
}

/** What became of one step. Not moved: the flags tell which guard did not hold; with all true the version was stale. */
export interface StepOutcome {
  readonly moved: boolean;
  readonly leaseHeld: boolean;
  readonly taskCurrent: boolean;
  readonly grantCurrent: boolean;
  readonly keyFree: boolean;
  readonly undelivered: boolean;
}
