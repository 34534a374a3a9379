import type { ProcessGraph, Refusal } from '@thidua/bpmn';
import type { Command, EngineEvent, InstanceState } from '@thidua/engine';
import type { JsonObject } from '@thidua/kernel';

/** The instant at which the virtual clock of every case stands: 2026-03-02 09:00 in Vietnam. */
export const CASE_START_MS = Date.UTC(2026, 2, 2, 2);

export interface ModelFile {
  readonly name: string;
  readonly xml: string;
  /** By form id; none when absent. */
  readonly forms?: JsonObject;
}

/** Where the models run; what is absent is as the suites have it. */
export interface Place {
  /** Types a model may name. */
  readonly jobTypes?: readonly string[];
  /** Plain days when absent. */
  readonly addWorkingDays?: (fromMs: number, days: number) => number;
}

/** One process instance as anybody may look at it. */
export interface InstanceView {
  readonly id: string;
  readonly state: InstanceState;
  readonly events: readonly EngineEvent[];
  /** In the order of `state.graphs`. */
  readonly graphs: readonly ProcessGraph[];
}

export interface StartOrder {
  readonly process: string;
  readonly element?: string;
  readonly variables: JsonObject;
}

export interface MessageOrder {
  readonly name: string;
  readonly key: string;
  readonly variables: JsonObject;
  /** Kept for subscriptions that open later. */
  readonly buffered: boolean;
}

/** A task somebody has to do, as an inbox would show it. */
export interface OpenTask {
  readonly elementId: string;
  readonly assignee?: string;
  readonly candidateGroups: readonly string[];
  readonly dueMs?: number;
}

/** A job that waits for a worker. */
export interface OpenJob {
  readonly id: string;
  readonly instanceId: string;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly variables: JsonObject;
}

/**
 * What the case player drives: an engine in memory or the runtime on PostgreSQL. A call carries out one thing and whatever follows
 * inside the engine from it (deliveries of signals and messages included), but no job and no timer.
 */
export interface ConformanceHost {
  /** All files or none; the errors when refused. */
  deploy(files: readonly ModelFile[]): Promise<readonly Refusal[]>;
  /** False: no such process. @throws Error when the process does not start so */
  start(order: StartOrder): Promise<boolean>;
  /** The process an event of this id may start from outside. */
  startedBy(element: string): Promise<string | undefined>;
  /** False: rejected. */
  command(instanceId: string, command: Command): Promise<boolean>;
  /** How many instances it started or reached. */
  publishMessage(message: MessageOrder): Promise<number>;
  /** How many instances it started or reached. */
  broadcastSignal(name: string): Promise<number>;
  /** At the level of every running instance, then conditional start events. */
  setVariables(variables: JsonObject): Promise<void>;
  openTasks(): Promise<readonly OpenTask[]>;
  /** The oldest job nobody has worked off. */
  nextJob(): Promise<OpenJob | undefined>;
  /** The job's outcome; false: it is gone. */
  completeJob(job: OpenJob, variables: JsonObject): Promise<boolean>;
  throwJobError(job: OpenJob, errorCode: string): Promise<boolean>;
  failJob(job: OpenJob, detail: string): Promise<boolean>;
  /** When the next timer is due, instances and start events alike. */
  nextDueMs(): Promise<number | undefined>;
  /** Fires the first timer that is due by the clock; false when there is none. */
  fireDue(): Promise<boolean>;
  setClock(ms: number): Promise<void>;
  /** All instances started so far, oldest first. */
  instances(): Promise<readonly InstanceView[]>;
  /** Leaves nothing behind that could move later. */
  close(): Promise<void>;
}

/** Opens a host for one case. `inline`: jobs that are worked off the moment they are created. */
export type OpenHost = (inline: InlineJobs) => Promise<ConformanceHost>;

export type InlineJobs = Readonly<
  Record<string, (input: { readonly headers: Readonly<Record<string, string>>; readonly variables: JsonObject }) => JsonObject>
>;
