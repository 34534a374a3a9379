import type { GraphElement, MessageDefinition, ThrowMessage, TimerDefinition } from '@thidua/bpmn';
import type { JsonValue } from '@thidua/kernel';
import { isFault, type Fault } from './incidents';
import { type Run } from './run';
import { addDuration, parseDuration } from './time/duration';
import { parseCycle, periodOf } from './time/cycle';
import { parseInstant } from './time/instant';
import { evaluateAt } from './variables';
import { openSubscription, openTimer, type MessagePlan, type TimerPlan } from './waits';

type Plan = TimerPlan | MessagePlan;

/** Everything is evaluated before anything is opened, so that a fault leaves nothing half-open. `key` is whose variables are read. */
export function planWaits(run: Run, key: number, targets: readonly GraphElement[]): readonly Plan[] | Fault {
  const plans: Plan[] = [];
  for (const target of targets) {
    const plan = planWait(run, key, target);
    if (isFault(plan)) {
      return plan;
    }
    if (plan !== undefined) {
      plans.push(plan);
    }
  }
  return plans;
}

export function openWaits(run: Run, key: number, plans: readonly Plan[]): void {
  for (const plan of plans) {
    if (plan.kind === 'timer') {
      openTimer(run, key, plan);
    } else {
      openSubscription(run, key, plan);
    }
  }
}

/** Undefined for triggers that wait for nothing outside: none and error. */
function planWait(run: Run, key: number, target: GraphElement): Plan | Fault | undefined {
  if (target.type !== 'boundaryEvent' && target.type !== 'startEvent' && target.type !== 'intermediateCatchEvent') {
    return undefined;
  }
  const { trigger } = target;
  if (trigger.kind === 'timer') {
    return planTimer(run, key, target, trigger.timer);
  }
  return trigger.kind === 'message' ? planMessage(run, key, target, trigger.message) : undefined;
}

function planTimer(run: Run, key: number, target: GraphElement, timer: TimerDefinition): TimerPlan | Fault | undefined {
  const value = evaluateAt(run, key, timer.expression);
  const text = typeof value === 'string' ? value : '';
  const { nowMs } = run.env;
  if (timer.kind === 'date') {
    const dueMs = parseInstant(text);
    return dueMs === undefined ? unreadable(target, timer) : { kind: 'timer', target, dueMs };
  }
  if (timer.kind === 'duration') {
    const duration = parseDuration(text);
    return duration === undefined ? unreadable(target, timer) : { kind: 'timer', target, dueMs: addDuration(nowMs, duration) };
  }
  const parsed = repeats(target) ? parseCycle(text) : undefined;
  if (parsed === undefined) {
    return unreadable(target, timer);
  }
  const { startMs = addDuration(nowMs, periodOf(parsed.cycle)), cycle } = parsed;
  return cycle.remaining === 0 ? undefined : { kind: 'timer', target, dueMs: startMs, cycle };
}

/** A cycle makes sense only where the host goes on after a firing. */
function repeats(target: GraphElement): boolean {
  return (target.type === 'boundaryEvent' || target.type === 'startEvent') && !target.interrupting;
}

function unreadable(target: GraphElement, timer: TimerDefinition): Fault {
  return { cause: 'timer-not-readable', detail: `timer of '${target.id}' gives no ${timer.kind}: ${timer.expression.source}` };
}

function planMessage(run: Run, key: number, target: GraphElement, message: MessageDefinition): MessagePlan | Fault {
  const value = message.correlationKey === undefined ? null : evaluateAt(run, key, message.correlationKey);
  const correlationKey = keyText(value);
  if (correlationKey === undefined) {
    return keyMissing(target, message.correlationKey?.source ?? '');
  }
  const once =
    target.type === 'intermediateCatchEvent' || (target.type !== 'boundaryEvent' && target.type !== 'startEvent') || target.interrupting;
  return { kind: 'message', target, message: message.name, correlationKey, once };
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
