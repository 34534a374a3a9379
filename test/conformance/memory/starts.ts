import type { CatchTrigger, GraphElement, ProcessGraph, TimerDefinition } from '@thidua/bpmn';
import { addDuration, parseDuration } from '../../../libs/engine/src/time/duration';
import { afterFiring, firstFiring } from '../../../libs/engine/src/time/cycle';
import { parseInstant } from '../../../libs/engine/src/time/instant';
import type { TimerCycle } from '@thidua/engine';

/** Something from outside that begins a process. */
export interface TriggeredStart {
  readonly graph: ProcessGraph;
  /** Named in the start command. */
  readonly element: string;
  readonly trigger: CatchTrigger;
  /** All triggers of the element must have come before it starts. */
  readonly all?: number;
}

/** What may begin the processes besides a plain start: start events, instantiating receive tasks, events behind instantiating gateways. */
export function triggeredStarts(graph: ProcessGraph): readonly TriggeredStart[] {
  const root = graph.elements[0];
  const starts = root?.type === 'process' ? root.starts : [];
  return starts.flatMap((index) => {
    const start = graph.elements[index];
    return start === undefined ? [] : beginnings(graph, start).flatMap((element) => startsOf(graph, element));
  });
}

function beginnings(graph: ProcessGraph, start: GraphElement): readonly GraphElement[] {
  if (start.type === 'startEvent' || (start.type === 'receiveTask' && start.instantiate)) {
    return [start];
  }
  if (start.type !== 'eventBasedGateway' || !start.instantiate) {
    return [];
  }
  return start.outgoing.map((flow) => graph.elements[graph.flows[flow]?.target ?? -1]).filter((target) => target !== undefined);
}

function startsOf(graph: ProcessGraph, element: GraphElement): readonly TriggeredStart[] {
  if (!('triggers' in element)) {
    return [];
  }
  const all = element.parallelMultiple ? { all: element.triggers.length } : {};
  return element.triggers.map((trigger) => ({ graph, element: element.id, trigger, ...all }));
}

/** A timer start event that waits for its time. */
export interface StartTimer {
  readonly start: TriggeredStart;
  readonly dueMs: number;
  readonly cycle?: TimerCycle;
}

export function startTimer(start: TriggeredStart, nowMs: number): StartTimer | undefined {
  const first = start.trigger.kind === 'timer' ? firstDue(start.trigger.timer, nowMs) : undefined;
  return first === undefined || first.cycle?.remaining === 0 ? undefined : { start, ...first };
}

/** The timer's next firing after this one. */
export function nextStartTimer({ start, dueMs, cycle }: StartTimer, nowMs: number): StartTimer | undefined {
  const next = cycle === undefined ? undefined : afterFiring(dueMs, cycle, nowMs).next;
  return next === undefined ? undefined : { start, ...next };
}

function firstDue(timer: TimerDefinition, nowMs: number): { dueMs: number; cycle?: TimerCycle } | undefined {
  const value = timer.expression.evaluate({}, { nowMs }).value;
  const text = typeof value === 'string' ? value : '';
  if (timer.kind === 'cycle') {
    return firstFiring(text, nowMs);
  }
  const duration = timer.kind === 'duration' ? parseDuration(text) : undefined;
  const dueMs = timer.kind === 'date' ? parseInstant(text) : duration && addDuration(nowMs, duration);
  return dueMs === undefined ? undefined : { dueMs };
}
