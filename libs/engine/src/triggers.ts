import type { CatchTrigger, GraphElement, MessageDefinition, ThrowMessage, TimerDefinition } from '@thidua/bpmn';
import type { Expression } from '@thidua/feel';
import type { JsonValue } from '@thidua/kernel';
import { isFault, type Fault } from './incidents';
import { triggersOf } from './plan';
import { type Run } from './run';
import { addDuration, parseDuration } from './time/duration';
import { firstFiring } from './time/cycle';
import { parseInstant } from './time/instant';
import { evaluateAt } from './variables';
import {
  awaitCondition,
  awaitSignal,
  openSubscription,
  openTimer,
  type ConditionPlan,
  type MessagePlan,
  type SignalPlan,
  type TimerPlan,
} from './waits';

type Plan = TimerPlan | MessagePlan | SignalPlan | ConditionPlan;

/** Everything is evaluated before anything is opened, so that a fault leaves nothing half-open. `key` is whose variables are read. */
export function planWaits(run: Run, key: number, targets: readonly GraphElement[]): readonly Plan[] | Fault {
  const plans: Plan[] = [];
  for (const target of targets) {
    for (const [part, trigger] of triggersOf(target).entries()) {
      const plan = planWait(run, key, { target, part }, trigger);
      if (isFault(plan)) {
        return plan;
      }
      if (plan !== undefined) {
        plans.push(plan);
      }
    }
  }
  return plans;
}

export function openWaits(run: Run, key: number, plans: readonly Plan[]): void {
  for (const plan of plans) {
    switch (plan.kind) {
      case 'timer':
        openTimer(run, key, plan);
        break;
      case 'message':
        openSubscription(run, key, plan);
        break;
      case 'signal':
        awaitSignal(run, key, plan);
        break;
      case 'condition':
        awaitCondition(run, key, plan);
        break;
    }
  }
}

interface Aim {
  readonly target: GraphElement;
  readonly part: number;
}

/** Undefined for what is thrown inside the instance and found by a walk: errors, escalations, compensation, cancel. */
function planWait(run: Run, key: number, aim: Aim, trigger: CatchTrigger): Plan | Fault | undefined {
  switch (trigger.kind) {
    case 'timer':
      return planTimer(run, key, aim, trigger.timer);
    case 'message':
      return planMessage(run, key, aim, trigger.message);
    case 'signal':
      return planSignal(run, key, aim, trigger.signal);
    case 'conditional':
      return { kind: 'condition', ...aim };
    case 'error':
    case 'escalation':
    case 'compensation':
    case 'cancel':
      return undefined;
  }
}

function planTimer(run: Run, key: number, aim: Aim, timer: TimerDefinition): TimerPlan | Fault | undefined {
  const value = evaluateAt(run, key, timer.expression);
  const text = typeof value === 'string' ? value : '';
  const { nowMs } = run.env;
  if (timer.kind === 'date') {
    const dueMs = parseInstant(text);
    return dueMs === undefined ? unreadable(aim.target, timer) : { kind: 'timer', ...aim, dueMs };
  }
  if (timer.kind === 'duration') {
    const duration = parseDuration(text);
    return duration === undefined ? unreadable(aim.target, timer) : { kind: 'timer', ...aim, dueMs: addDuration(nowMs, duration) };
  }
  const first = firstFiring(text, nowMs);
  if (first === undefined || (!goesOn(aim.target) && first.cycle.remaining < 0)) {
    return unreadable(aim.target, timer);
  }
  return first.cycle.remaining === 0 ? undefined : { kind: 'timer', ...aim, ...first };
}

function unreadable(target: GraphElement, timer: TimerDefinition): Fault {
  return { cause: 'timer-not-readable', detail: `timer of '${target.id}' gives no ${timer.kind}: ${timer.expression.source}` };
}

function planMessage(run: Run, key: number, aim: Aim, message: MessageDefinition): MessagePlan | Fault {
  const value = message.correlationKey === undefined ? null : evaluateAt(run, key, message.correlationKey);
  const correlationKey = keyText(value);
  if (correlationKey === undefined) {
    return keyMissing(aim.target, message.correlationKey?.source ?? '');
  }
  return { kind: 'message', ...aim, message: message.name, correlationKey, once: listensOnce(aim.target) };
}

/** Whether a subscription ends with the first message. */
export function listensOnce(target: GraphElement): boolean {
  return !goesOn(target) || ('parallelMultiple' in target && target.parallelMultiple);
}

function planSignal(run: Run, key: number, aim: Aim, name: Expression | undefined): SignalPlan | Fault {
  if (name === undefined) {
    return { kind: 'signal', ...aim };
  }
  const signal = evaluateAt(run, key, name);
  return typeof signal === 'string' && signal !== ''
    ? { kind: 'signal', ...aim, signal }
    : { cause: 'signal-not-text', detail: `signal of '${aim.target.id}' gives no text: ${name.source}` };
}

/** Whether the element catches again after it has caught: a non-interrupting boundary event or event subprocess. */
export function goesOn(target: GraphElement): boolean {
  return (target.type === 'boundaryEvent' || target.type === 'startEvent') && !target.interrupting;
}

/** The key of a message thrown here: text or a number, as for one waited for. */
export function thrownKey(run: Run, key: number, element: GraphElement, message: ThrowMessage): string | Fault {
  return keyText(evaluateAt(run, key, message.correlationKey)) ?? keyMissing(element, message.correlationKey.source);
}

function keyText(value: JsonValue): string | undefined {
  if (typeof value === 'number') {
    return String(value);
  }
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function keyMissing(element: GraphElement, source: string): Fault {
  return { cause: 'correlation-key-missing', detail: `correlation key of '${element.id}' is neither text nor a number: ${source}` };
}
