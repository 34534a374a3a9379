import { isDeepStrictEqual } from 'node:util';
import type { JsonObject, JsonValue } from '@thidua/kernel';
import type { Expectation, FlowNodeEvent } from './case';

/** What was seen when the case stood still. */
export interface Observation {
  readonly ended: boolean;
  readonly trace: readonly string[];
  /** In the order they happened. */
  readonly events: readonly FlowNodeEvent[];
  readonly waitingAt: readonly string[];
  /** Incidents and runtime errors, each in one line. */
  readonly failures: readonly string[];
  readonly variables: JsonObject;
  /** Variables as seen at an element; undefined when nothing waits there. */
  localVariables(element: string): JsonObject | undefined;
}

/** One field that is not as expected. */
export interface Difference {
  readonly field: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** All differences between what was seen and what must hold at the end; empty when it holds. */
export function differences(expected: Expectation, seen: Observation, racy: readonly string[]): readonly Difference[] {
  if (expected.rejected === true) {
    return [{ field: 'rejected', expected: true, actual: false }];
  }
  const failed = seen.failures.length > 0;
  const failure: Difference[] =
    failed === (expected.failed ?? false)
      ? []
      : [{ field: 'failed', expected: expected.failed ?? false, actual: failed ? seen.failures : false }];
  return [...failure, ...stateDifferences(expected, seen), ...historyDifferences(expected, seen, racy)];
}

/** The part of an expectation that can be asked at any time: where it stands and with which variables. */
export function stateDifferences(expected: Expectation, seen: Observation): readonly Difference[] {
  const found: Difference[] = [];
  const compare = (field: string, wanted: unknown, actual: unknown): void => {
    if (!isDeepStrictEqual(wanted, actual)) {
      found.push({ field, expected: wanted, actual });
    }
  };
  if (expected.ended !== undefined) {
    compare('ended', expected.ended, seen.ended);
  }
  if (expected.waitingAt !== undefined) {
    compare('waitingAt', [...new Set(expected.waitingAt)].sort(), [...new Set(seen.waitingAt)].sort());
  }
  if (expected.variables !== undefined) {
    compare('variables', expected.variables, chosen(expected.variables, seen.variables));
  }
  for (const [element, wanted] of Object.entries(expected.localVariables ?? {})) {
    const actual = seen.localVariables(element);
    compare(`localVariables of ${element}`, wanted, actual === undefined ? 'nothing waits there' : chosen(wanted, actual));
  }
  return found;
}

function historyDifferences(expected: Expectation, seen: Observation, racy: readonly string[]): readonly Difference[] {
  const found: Difference[] = [];
  if (expected.trace !== undefined && !sameMultiset(expected.trace, seen.trace)) {
    found.push({ field: 'trace', expected: expected.trace, actual: seen.trace });
  }
  if (expected.events !== undefined) {
    const text = (events: readonly FlowNodeEvent[]): string[] =>
      events.filter(([, element]) => !racy.includes(element)).map(([kind, element]) => `${kind} ${element}`);
    const [wanted, actual] = [text(expected.events), text(seen.events)];
    if (!sameMultiset(wanted, actual)) {
      found.push({ field: 'events', expected: surplus(wanted, actual), actual: surplus(actual, wanted) });
    }
    const unordered = exitBeforeEnter(seen.events);
    if (unordered !== undefined) {
      found.push({ field: 'events', expected: 'every exit follows its enter', actual: `${unordered} exits before it enters` });
    }
  }
  if (expected.order !== undefined) {
    const wanted = expected.order;
    const firsts = [...new Set(seen.events.flatMap(([kind, id]) => (kind === 'enter' && wanted.includes(id) ? [id] : [])))];
    if (!isDeepStrictEqual(wanted, firsts)) {
      found.push({ field: 'order', expected: wanted, actual: firsts });
    }
  }
  return found;
}

/** The listed names alone; what does not exist is null. */
function chosen(listed: JsonObject, all: JsonObject): JsonObject {
  return Object.fromEntries(Object.keys(listed).map((name): [string, JsonValue] => [name, all[name] ?? null]));
}

function sameMultiset(a: readonly string[], b: readonly string[]): boolean {
  return isDeepStrictEqual([...a].sort(), [...b].sort());
}

/** What `a` has more often than `b`. */
function surplus(a: readonly string[], b: readonly string[]): readonly string[] {
  const left = [...b];
  return a.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) {
      left.splice(at, 1);
    }
    return at < 0;
  });
}

function exitBeforeEnter(events: readonly FlowNodeEvent[]): string | undefined {
  const open = new Map<string, number>();
  for (const [kind, element] of events) {
    const count = (open.get(element) ?? 0) + (kind === 'enter' ? 1 : -1);
    if (count < 0) {
      return element;
    }
    open.set(element, count);
  }
  return undefined;
}
