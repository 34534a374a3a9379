import type { ProcessGraph } from '@thidua/bpmn';
import type { JsonObject } from '@thidua/kernel';
import { behaviourOf } from './behaviours/behaviours';
import type { Command, Rejection } from './command';
import { checkLoop, completeElement, leave } from './complete';
import { instanceAt, type Incident } from './draft';
import { enterInstance } from './enter';
import { catchError, findCatcher } from './errors';
import { INCIDENT_CAUSES, raiseIncident, resolveIncident, resolveIncidentsOf, type IncidentCause } from './incidents';
import { elementAt } from './plan';
import { elementOf, emit, graphOf, loadOf, pushToken, setVariables, type Run } from './run';
import { chooseStart } from './starts';
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
      return start(run, graph, command);
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
    case 'resolve-incident':
      return resolve(run, command);
    case 'set-variables':
      setVariables(run, 1, command.variables);
      return undefined;
    case 'cancel':
      cancel(run, command.reason);
      return undefined;
  }
}

function start(run: Run, graph: ProcessGraph, command: CommandOf<'start'>): Rejection | undefined {
  const first = chooseStart(graph, command.startElementId);
  if (typeof first !== 'number') {
    return first;
  }
  const { variables, businessKey } = command;
  const facts = { processId: graph.processId, definitionId: run.env.definitionId ?? graph.processId, variables };
  emit(
    run,
    businessKey === undefined ? { v: 1, type: 'instance-started', ...facts } : { v: 1, type: 'instance-started', ...facts, businessKey },
  );
  loadOf(run.loads, 0).children += 1;
  pushToken(run, 1, 0, first);
  return undefined;
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
  completeElement(run, node, elementOf(run, node), variables);
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
  const catcher = findCatcher(run, node, errorCode);
  if (catcher === undefined) {
    raiseIncident(run, node, elementOf(run, node), {
      cause: 'error-uncaught',
      detail: `nothing catches error '${errorCode}': ${message}`,
      jobId,
    });
  } else {
    catchError(run, catcher, variables);
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
  closeWait(run, timerId, wait, 'completed');
  if (after.next !== undefined) {
    const target = elementAt(graphOf(run, instanceAt(run.draft, wait.key).graph), wait.target);
    openTimer(run, wait.key, { kind: 'timer', target, ...after.next });
  }
  trigger(run, wait.key, wait.target, {});
  return undefined;
}

function correlate(run: Run, { subscriptionId, variables }: CommandOf<'correlate'>): Rejection | undefined {
  const wait = waitOf(run, subscriptionId, 'subscription');
  if (wait === undefined) {
    return { code: 'subscription-not-open', detail: subscriptionId };
  }
  emit(run, { v: 1, type: 'message-correlated', subscriptionId });
  const target = elementAt(graphOf(run, instanceAt(run.draft, wait.key).graph), wait.target);
  if (!('interrupting' in target) || target.interrupting) {
    closeWait(run, subscriptionId, wait, 'completed');
  }
  trigger(run, wait.key, wait.target, variables);
  return undefined;
}

function trigger(run: Run, key: number, target: number, brought: JsonObject): void {
  const host = instanceAt(run.draft, key);
  const element = elementAt(graphOf(run, host.graph), target);
  const behaviour = behaviourOf(element.type);
  if (behaviour.trigger === undefined) {
    throw new Error(`'${element.id}' (${element.type}) catches nothing`);
  }
  behaviour.trigger(run, host, element, brought);
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
    behaviourOf(element.type).retryJob?.(run, node, element);
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
