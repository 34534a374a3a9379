import type { JsonObject } from '@thidua/kernel';
import type { ElementMapping, MigrationProblem } from './migration/migration-plan';
import type { InstanceState } from './state';

/** What may be asked of one process instance. Ids are the ones the engine handed out in effects. */
export type Command =
  | { readonly type: 'start'; readonly startElementId?: string; readonly businessKey?: string; readonly variables: JsonObject }
  | { readonly type: 'complete-task'; readonly taskId: string; readonly variables: JsonObject }
  | { readonly type: 'complete-job'; readonly jobId: string; readonly variables: JsonObject }
  /** A BPMN error thrown by a worker or verb: caught by a boundary or event subprocess, else an incident. */
  | {
      readonly type: 'throw-job-error';
      readonly jobId: string;
      readonly errorCode: string;
      readonly message: string;
      readonly variables: JsonObject;
    }
  /** The worker gave up: the instance keeps its token and raises an incident. */
  | { readonly type: 'fail-job'; readonly jobId: string; readonly cause: string; readonly detail: string }
  | { readonly type: 'fire-timer'; readonly timerId: string }
  | { readonly type: 'correlate'; readonly subscriptionId: string; readonly variables: JsonObject }
  /** A broadcast reaches this instance: everything in it that waits for the signal is triggered; of that, only the waits of these ids when given. */
  | { readonly type: 'signal'; readonly signal: string; readonly variables: JsonObject; readonly only?: readonly string[] }
  /** Begins activities of a running ad-hoc subprocess; `key` is its element instance. */
  | { readonly type: 'activate-ad-hoc'; readonly key: number; readonly elementIds: readonly string[]; readonly variables: JsonObject }
  /** Ends a running ad-hoc subprocess with all that is active in it. */
  | { readonly type: 'complete-ad-hoc'; readonly key: number }
  | { readonly type: 'resolve-incident'; readonly incidentId: string; readonly variables?: JsonObject }
  | { readonly type: 'set-variables'; readonly variables: JsonObject }
  /**
   * Goes on in another version of the same process; `env.graphOf` knows it. `renew` names elements of that version whose due date, message
   * key or job type is evaluated anew; due dates of tasks are counted from `openedMs` (by task id), else from now.
   */
  | {
      readonly type: 'migrate';
      readonly toDefinitionId: string;
      readonly mapping: ElementMapping;
      readonly renew?: readonly string[];
      readonly openedMs?: Readonly<Record<string, number>>;
    }
  /** Takes back the migration that was the last thing to happen; `before` is the state it was decided on. */
  | { readonly type: 'undo-migration'; readonly before: InstanceState }
  | { readonly type: 'cancel'; readonly reason: string };

/** The command does not apply to the state as it is; nothing changed. */
export interface Rejection {
  readonly code:
    | 'instance-not-active'
    | 'task-not-open'
    | 'job-not-open'
    | 'timer-not-open'
    | 'subscription-not-open'
    | 'signal-not-awaited'
    | 'ad-hoc-not-open'
    | 'element-not-activatable'
    | 'incident-not-open'
    | 'start-event-unknown'
    | 'start-event-ambiguous'
    | 'migration-refused'
    | 'migration-not-undoable'
    | 'step-limit';
  readonly detail: string;
  /** Of `migration-refused`: every reason. */
  readonly problems?: readonly MigrationProblem[];
}
