import type { GraphElement } from '@thidua/bpmn';
import type { Effect } from './effect';
import { emit, type Run } from './run';
import type { ElementInstance, TimerCycle, Wait } from './state';

/** Where a wait leads: the element that catches (a boundary event, a start event, the waiting event itself), and which of its definitions. */
export interface TimerPlan {
  readonly kind: 'timer';
  readonly target: GraphElement;
  readonly part: number;
  readonly dueMs: number;
  readonly cycle?: TimerCycle;
}

export interface MessagePlan {
  readonly kind: 'message';
  readonly target: GraphElement;
  readonly part: number;
  readonly message: string;
  readonly correlationKey: string;
  readonly once: boolean;
}

export interface SignalPlan {
  readonly kind: 'signal';
  readonly target: GraphElement;
  readonly part: number;
  /** Absent: every signal. */
  readonly signal?: string;
}

export interface ConditionPlan {
  readonly kind: 'condition';
  readonly target: GraphElement;
  readonly part: number;
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
export function openTimer(run: Run, key: number, { target, part, dueMs, cycle }: TimerPlan): void {
  const timerId = run.env.newId();
  emit(run, {
    v: 1,
    type: 'timer-started',
    key,
    timerId,
    dueMs,
    ...aimed(target, part),
    ...(cycle !== undefined && { cycle: { ...cycle } }),
  });
  remember(run, key, timerId);
  run.effects.push({ type: 'start-timer', timerId, elementId: target.id, dueMs });
}

export function openSubscription(run: Run, key: number, { target, part, message, correlationKey, once }: MessagePlan): void {
  const subscriptionId = run.env.newId();
  emit(run, { v: 1, type: 'subscription-opened', key, subscriptionId, message, correlationKey, ...aimed(target, part) });
  remember(run, key, subscriptionId);
  run.effects.push({ type: 'open-subscription', subscriptionId, elementId: target.id, message, correlationKey, once });
}

export function awaitSignal(run: Run, key: number, { target, part, signal }: SignalPlan): void {
  const subscriptionId = run.env.newId();
  const named = signal === undefined ? {} : { signal };
  emit(run, { v: 1, type: 'signal-awaited', key, subscriptionId, ...named, ...aimed(target, part) });
  remember(run, key, subscriptionId);
  run.effects.push({ type: 'await-signal', subscriptionId, elementId: target.id, ...named });
}

/** Nothing outside can fulfil a condition, so it needs no effect. */
export function awaitCondition(run: Run, key: number, { target, part }: ConditionPlan): void {
  const conditionId = run.env.newId();
  emit(run, { v: 1, type: 'condition-awaited', key, conditionId, ...aimed(target, part) });
  remember(run, key, conditionId);
  run.conditions.add(conditionId);
  run.unasked.add(conditionId);
}

function aimed(target: GraphElement, part: number): { readonly target: string; readonly part?: number } {
  return part === 0 ? { target: target.id } : { target: target.id, part };
}

/** Every wait that ends has its closing effect, also the one that was just used. */
export function closeWait(run: Run, id: string, wait: Wait, outcome: 'completed' | 'canceled'): void {
  emit(run, { v: 1, type: 'wait-closed', id });
  const ids = run.waitsByKey?.get(wait.key);
  if (ids !== undefined) {
    ids.splice(ids.indexOf(id), 1);
  }
  run.conditions.delete(id);
  const effect = closing(id, wait, outcome);
  if (effect !== undefined) {
    run.effects.push(effect);
  }
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

function closing(id: string, wait: Wait, outcome: 'completed' | 'canceled'): Effect | undefined {
  switch (wait.kind) {
    case 'task':
      return { type: 'close-task', taskId: id, outcome };
    case 'job':
      return { type: 'close-job', jobId: id };
    case 'timer':
      return { type: 'cancel-timer', timerId: id };
    case 'subscription':
      return { type: 'close-subscription', subscriptionId: id };
    case 'signal':
      return { type: 'close-signal', subscriptionId: id };
    case 'condition':
      return undefined;
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
