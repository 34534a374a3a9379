import type { GraphElement } from '@thidua/bpmn';
import type { Effect } from './effect';
import { emit, type Run } from './run';
import type { ElementInstance, TimerCycle, Wait } from './state';

/** Where a timer or message leads: the element that is entered by it (a boundary, a start event, or the waiting event itself). */
export interface TimerPlan {
  readonly kind: 'timer';
  readonly target: GraphElement;
  readonly dueMs: number;
  readonly cycle?: TimerCycle;
}

export interface MessagePlan {
  readonly kind: 'message';
  readonly target: GraphElement;
  readonly message: string;
  readonly correlationKey: string;
  readonly once: boolean;
}

export function openTask(run: Run, node: ElementInstance, task: Extract<Effect, { type: 'create-task' }>): void {
  emit(run, { v: 1, type: 'task-opened', key: node.key, taskId: task.taskId });
  remember(run, node.key, task.taskId);
  run.effects.push(task);
}

export function openJob(run: Run, node: ElementInstance, job: Extract<Effect, { type: 'create-job' }>): void {
  emit(run, { v: 1, type: 'job-opened', key: node.key, jobId: job.jobId, jobType: job.jobType });
  remember(run, node.key, job.jobId);
  run.effects.push(job);
}

/** Every firing of a cycle gets an id of its own, so that a firing delivered twice cannot count for the next one. */
export function openTimer(run: Run, key: number, { target, dueMs, cycle }: TimerPlan): void {
  const timerId = run.env.newId();
  const facts = { key, timerId, dueMs, target: target.id };
  emit(
    run,
    cycle === undefined ? { v: 1, type: 'timer-started', ...facts } : { v: 1, type: 'timer-started', ...facts, cycle: { ...cycle } },
  );
  remember(run, key, timerId);
  run.effects.push({ type: 'start-timer', timerId, elementId: target.id, dueMs });
}

export function openSubscription(run: Run, key: number, { target, message, correlationKey, once }: MessagePlan): void {
  const subscriptionId = run.env.newId();
  emit(run, { v: 1, type: 'subscription-opened', key, subscriptionId, message, correlationKey, target: target.id });
  remember(run, key, subscriptionId);
  run.effects.push({ type: 'open-subscription', subscriptionId, elementId: target.id, message, correlationKey, once });
}

/** Every wait that ends has its closing effect, also the one that was just used. */
export function closeWait(run: Run, id: string, wait: Wait, outcome: 'completed' | 'canceled'): void {
  emit(run, { v: 1, type: 'wait-closed', id });
  const ids = run.waitsByKey?.get(wait.key);
  if (ids !== undefined) {
    ids.splice(ids.indexOf(id), 1);
  }
  run.effects.push(closing(id, wait, outcome));
}

export function closeWaitsOf(run: Run, key: number, only?: (wait: Wait) => boolean): void {
  if (run.draft.waits.size === 0) {
    return;
  }
  for (const id of (waitIndex(run).get(key) ?? []).slice()) {
    const wait = run.draft.waits.get(id);
    if (wait !== undefined && (only === undefined || only(wait))) {
      closeWait(run, id, wait, 'canceled');
    }
  }
}

function closing(id: string, wait: Wait, outcome: 'completed' | 'canceled'): Effect {
  switch (wait.kind) {
    case 'task':
      return { type: 'close-task', taskId: id, outcome };
    case 'job':
      return { type: 'close-job', jobId: id };
    case 'timer':
      return { type: 'cancel-timer', timerId: id };
    case 'subscription':
      return { type: 'close-subscription', subscriptionId: id };
  }
}

function waitIndex(run: Run): Map<number, string[]> {
  if (run.waitsByKey === undefined) {
    run.waitsByKey = new Map();
    for (const [id, wait] of run.draft.waits) {
      remember(run, wait.key, id);
    }
  }
  return run.waitsByKey;
}

function remember(run: Run, key: number, id: string): void {
  const ids = run.waitsByKey?.get(key);
  if (ids === undefined) {
    run.waitsByKey?.set(key, [id]);
  } else {
    ids.push(id);
  }
}
