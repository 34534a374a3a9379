import type { JsonObject } from '@thidua/kernel';

/** What the runtime must do in the same commit as the events: rows, never calls. */
export type Effect =
  | {
      readonly type: 'create-task';
      readonly taskId: string;
      readonly elementId: string;
      readonly graph: number;
      readonly name: string;
      readonly assignee?: string;
      readonly candidateGroups: readonly string[];
      readonly dueMs?: number;
      readonly priority: number;
      readonly formId?: string;
      /** `step` of `thidua:`, when the element has one. */
      readonly step?: string;
      /** Variables of the task's own scope (inputs, multi-instance element); small, ids and hashes only. */
      readonly local: JsonObject;
    }
  | { readonly type: 'close-task'; readonly taskId: string; readonly outcome: 'completed' | 'canceled' }
  | {
      readonly type: 'create-job';
      readonly jobId: string;
      readonly elementId: string;
      readonly graph: number;
      readonly jobType: string;
      readonly retries: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly variables: JsonObject;
    }
  | { readonly type: 'close-job'; readonly jobId: string }
  | { readonly type: 'start-timer'; readonly timerId: string; readonly elementId: string; readonly dueMs: number }
  | { readonly type: 'cancel-timer'; readonly timerId: string }
  | {
      readonly type: 'open-subscription';
      readonly subscriptionId: string;
      readonly elementId: string;
      readonly message: string;
      readonly correlationKey: string;
      /** False: the subscription stays open after a correlation (non-interrupting). */
      readonly once: boolean;
    }
  | { readonly type: 'close-subscription'; readonly subscriptionId: string }
  /** Without a signal: every signal. */
  | { readonly type: 'await-signal'; readonly subscriptionId: string; readonly elementId: string; readonly signal?: string }
  | { readonly type: 'close-signal'; readonly subscriptionId: string }
  /** To every other instance and to the processes the signal starts; this instance has had it. */
  | { readonly type: 'broadcast-signal'; readonly broadcastId: string; readonly signal: string; readonly variables: JsonObject }
  | {
      readonly type: 'publish-message';
      readonly messageId: string;
      readonly message: string;
      readonly correlationKey: string;
      readonly ttlMs: number;
      readonly variables: JsonObject;
    }
  | {
      readonly type: 'raise-incident';
      readonly incidentId: string;
      readonly elementId: string;
      readonly cause: string;
      readonly detail: string;
    }
  | { readonly type: 'resolve-incident'; readonly incidentId: string }
  /** An open task belongs to another version of its process; what is absent (performer, due date) stays. */
  | {
      readonly type: 'move-task';
      readonly taskId: string;
      readonly elementId: string;
      readonly graph: number;
      readonly name: string;
      readonly formId?: string;
      readonly step?: string;
      readonly performer?: { readonly assignee?: string; readonly candidateGroups: readonly string[] };
      /** Null: it has none any more. */
      readonly dueMs?: number | null;
      readonly priority?: number;
    }
  /** A wait that stays open leads to another element. */
  | { readonly type: 'move-wait'; readonly wait: 'timer' | 'subscription' | 'signal'; readonly id: string; readonly elementId: string }
  /** An open job is that of another element; its type only where it was evaluated anew. */
  | {
      readonly type: 'move-job';
      readonly jobId: string;
      readonly elementId: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly jobType?: string;
    }
  | { readonly type: 'move-incident'; readonly incidentId: string; readonly elementId: string }
  /** The instance runs by this definition from now on. */
  | { readonly type: 'change-definition'; readonly definitionId: string }
  | { readonly type: 'end-instance'; readonly outcome: 'completed' | 'canceled' };
