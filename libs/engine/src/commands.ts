import type { ProcessGraph } from '@thidua/bpmn';
import type { JsonObject } from '@thidua/kernel';
import type { Command, Rejection } from './command';
import { recheck, activateIn, finishAdHoc } from './behaviours/ad-hoc-sub-process';
import { caught, targetOf } from './catching';
import { completeElement, leave } from './complete';
import { instanceAt, type Incident } from './draft';
import { enterInstance } from './enter';
import { catchIn, findCatcher } from './errors';
import { INCIDENT_CAUSES, raiseIncident, resolveIncident, resolveIncidentsOf, type IncidentCause } from './incidents';
import { elementOf, emit, setVariables, type Run } from './run';
import { deliverSignal } from './signals';
import { checkLoop } from './loops';
import { beginProcess } from './begin';
import { migrate } from './migration/migrate';
import { undoMigration } from './migration/undo-migration';
import type { ElementInstance, Wait } from './state';
import { terminateInside } from './terminate';
import { afterFiring } from './time/cycle';
import { propagate } from './variables';
import { closeWait, closeWaitsOf, openTimer } from './waits';

type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

/** Does what the command asks, up to the first tokens; a rejection has changed nothing. */
export function execute(run: Run, graph: ProcessGraph, command: Command): Rejection | undefined {
  switch (command.type) {
    case 'start':
      return beginProcess(run, graph, command);
    case 'complete-task':
      return completeTask(run, command.taskId, command.variables);
    case 'complete-job':
      return completeJob(run, command.jobId, command.variables);
    case 'throw-job-error':
      return throwJobError(run, command);
    case 'fail-job':
      return failJob(run, command);
    case 'fire-timer':
      return fireTimer(run, command.timerId);
    case 'correlate':
      return correlate(run, command);
    case 'signal':
      return deliverSignal(run, command.signal, command.variables, command.only) > 0
        ? undefined
        : { code: 'signal-not-awaited', detail: command.signal };
    case 'activate-ad-hoc':
      return activateIn(run, command);
    case 'complete-ad-hoc':
      return finishAdHoc(run, command.key);
    case 'resolve-incident':
      return resolve(run, command);
    case 'set-variables':
      setVariables(run, 1, command.variables);
      return undefined;
    case 'migrate':
      return migrate(run, command);
    case 'undo-migration':
      return undoMigration(run, command.before);
    case 'cancel':
      cancel(run, command.reason);
      return undefined;
  }
}

function completeTask(run: Run, taskId: string, variables: JsonObject): Rejection | undefined {
  const wait = waitOf(run, taskId, 'task');
  if (wait === undefined) {
    return { code: 'task-not-open', detail: taskId };
  }
  closeWait(run, taskId, wait, 'completed');
  const node = instanceAt(run.draft, wait.key);
  completeElement(run, node, elementOf(run, node), variables);
  return undefined;
}

function completeJob(run: Run, jobId: string, variables: JsonObject): Rejection | undefined {
  const wait = waitOf(run, jobId, 'job');
  if (wait === undefined) {
    return { code: 'job-not-open', detail: jobId };
  }
  closeWait(run, jobId, wait, 'completed');
  const node = instanceAt(run.draft, wait.key);
  const element = elementOf(run, node);
  const behaviour = run.machine.behaviourOf(element.type);
  if (behaviour.resume === undefined) {
    completeElement(run, node, element, variables);
  } else {
    behaviour.resume(run, node, element, variables);
  }
  return undefined;
}

function throwJobError(run: Run, command: CommandOf<'throw-job-error'>): Rejection | undefined {
  const { jobId, errorCode, message, variables } = command;
  const wait = waitOf(run, jobId, 'job');
  if (wait === undefined) {
    return { code: 'job-not-open', detail: jobId };
  }
  closeWait(run, jobId, wait, 'completed');
  const node = instanceAt(run.draft, wait.key);
  const catcher = findCatcher(run, node, 'error', errorCode);
  if (catcher === undefined) {
    raiseIncident(run, node, elementOf(run, node), {
      cause: 'error-uncaught',
      detail: `nothing catches error '${errorCode}': ${message}`,
      jobId,
    });
  } else {
    emit(run, { v: 1, type: 'error-thrown', key: node.key, errorCode });
    catchIn(run, catcher, variables);
  }
  return undefined;
}

function failJob(run: Run, { jobId, cause, detail }: CommandOf<'fail-job'>): Rejection | undefined {
  const wait = waitOf(run, jobId, 'job');
  if (wait === undefined) {
    return { code: 'job-not-open', detail: jobId };
  }
  closeWait(run, jobId, wait, 'canceled');
  const node = instanceAt(run.draft, wait.key);
  raiseIncident(run, node, elementOf(run, node), { cause, detail, jobId });
  return undefined;
}

function fireTimer(run: Run, timerId: string): Rejection | undefined {
  const wait = waitOf(run, timerId, 'timer');
  if (wait === undefined) {
    return { code: 'timer-not-open', detail: timerId };
  }
  const after = wait.cycle === undefined ? { skipped: 0 } : afterFiring(wait.dueMs, wait.cycle, run.env.nowMs);
  emit(run, { v: 1, type: 'timer-fired', timerId, skipped: after.skipped });
  if (after.next !== undefined) {
    openTimer(run, wait.key, { kind: 'timer', target: targetOf(run, wait), part: wait.part ?? 0, ...after.next });
  }
  caught(run, timerId, wait, {});
  return undefined;
}

function correlate(run: Run, { subscriptionId, variables }: CommandOf<'correlate'>): Rejection | undefined {
  const wait = waitOf(run, subscriptionId, 'subscription');
  if (wait === undefined) {
    return { code: 'subscription-not-open', detail: subscriptionId };
  }
  emit(run, { v: 1, type: 'message-correlated', subscriptionId });
  caught(run, subscriptionId, wait, variables);
  return undefined;
}

function resolve(run: Run, { incidentId, variables }: CommandOf<'resolve-incident'>): Rejection | undefined {
  const incident = run.draft.incidents.get(incidentId);
  if (incident === undefined) {
    return { code: 'incident-not-open', detail: incidentId };
  }
  resolveIncident(run, incidentId);
  propagate(run, incident.key, variables ?? {});
  retry(run, instanceAt(run.draft, incident.key), incident);
  return undefined;
}

function retry(run: Run, node: ElementInstance, incident: Incident): void {
  const element = elementOf(run, node);
  if (incident.jobId !== undefined) {
    run.machine.behaviourOf(element.type).retryJob?.(run, node, element);
    return;
  }
  // Causes without a job are always ours (incidents.ts).
  switch (INCIDENT_CAUSES[incident.cause as IncidentCause]) {
    case 'enter':
      closeWaitsOf(run, node.key);
      enterInstance(run, node, element);
      return;
    case 'flows':
      leave(run, node, element);
      return;
    case 'loop':
      checkLoop(run, node, element);
      return;
    case 'ad-hoc':
      recheck(run, node.key);
      return;
  }
}

function cancel(run: Run, reason: string): void {
  terminateInside(run, 1);
  closeWaitsOf(run, 1);
  resolveIncidentsOf(run, 1);
  emit(run, { v: 1, type: 'instance-canceled', reason });
  run.effects.push({ type: 'end-instance', outcome: 'canceled' });
}

function waitOf<K extends Wait['kind']>(run: Run, id: string, kind: K): Extract<Wait, { kind: K }> | undefined {
  const wait = run.draft.waits.get(id);
  // The kind was compared: TypeScript does not narrow by a generic one.
  return wait?.kind === kind ? (wait as Extract<Wait, { kind: K }>) : undefined;
}
