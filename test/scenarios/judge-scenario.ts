import { isDeepStrictEqual } from 'node:util';
import { isoOf, type JsonValue } from '@thidua/kernel';
import { parseInstant } from '../../libs/engine/src/time/instant';
import type { InstanceView, OpenTask } from '../conformance/host';
import type { Observation } from '../conformance/judge';
import type { Check } from './scenario';

/** What does not hold, for the person who wrote the scenario. */
export interface Fault {
  readonly field: string;
  /** A Vietnamese sentence. */
  readonly sentence: string;
}

/** Everything a check can ask about. */
export interface Sight {
  readonly seen: Observation;
  readonly instances: readonly InstanceView[];
  readonly tasks: readonly OpenTask[];
}

/** All that does not hold of a check; empty when it holds. */
export function heldAgainst(check: Check, sight: Sight): readonly Fault[] {
  const { seen, tasks, instances } = sight;
  return [
    ...(check.ended === undefined || check.ended === seen.ended
      ? []
      : [{ field: 'ended', sentence: check.ended ? 'Quy trình chưa kết thúc.' : 'Quy trình đã kết thúc.' }]),
    ...asked('waitingAt', check.waitingAt, seen.waitingAt),
    ...tookFaults(check.took ?? [], passedIn(instances)),
    ...avoidedFaults(check.avoided ?? [], passedIn(instances)),
    ...Object.entries(check.variables ?? {}).flatMap(([name, wanted]) => same(`variables.${name}`, wanted, seen.variables[name] ?? null)),
    ...Object.entries(check.deadlines ?? {}).flatMap(([id, instant]) => deadlineFaults(id, instant, sight)),
    ...Object.entries(check.who ?? {}).flatMap(([id, principals]) => asked(`who.${id}`, principals, principalsAt(id, tasks))),
    ...asked('incidents', check.incidents, instances.flatMap(stuckAt)),
  ];
}

/** A set of words. */
function asked(field: string, wanted: readonly string[] | undefined, actual: readonly string[]): readonly Fault[] {
  return wanted === undefined ? [] : same(field, [...new Set(wanted)].sort(), [...new Set(actual)].sort());
}

function same(field: string, wanted: JsonValue, actual: JsonValue): readonly Fault[] {
  return isDeepStrictEqual(wanted, actual) ? [] : [{ field, sentence: `Cần ${shown(wanted)}, nhưng là ${shown(actual)}.` }];
}

function shown(value: JsonValue): string {
  return Array.isArray(value) && value.length === 0 ? 'không có gì' : JSON.stringify(value);
}

/** Steps entered and flows taken by all instances, each instance in its order. */
export function passedIn(instances: readonly InstanceView[]): readonly string[] {
  return instances.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'element-activated' ? [event.element] : event.type === 'flow-taken' ? [event.flow] : [])),
  );
}

function tookFaults(wanted: readonly string[], passed: readonly string[]): readonly Fault[] {
  let from = 0;
  for (const [index, id] of wanted.entries()) {
    const at = passed.indexOf(id, from);
    if (at < 0) {
      const before = index === 0 ? '' : ` sau ${wanted[index - 1] ?? ''}`;
      return [{ field: `took[${index}]`, sentence: `Quy trình không đi qua ${id}${before}.` }];
    }
    from = at + 1;
  }
  return [];
}

function avoidedFaults(unwanted: readonly string[], passed: readonly string[]): readonly Fault[] {
  return unwanted.flatMap((id, index) =>
    passed.includes(id) ? [{ field: `avoided[${index}]`, sentence: `Quy trình đã đi qua ${id}.` }] : [],
  );
}

function deadlineFaults(id: string, instant: string, { tasks, instances }: Sight): readonly Fault[] {
  const due = [...tasks.flatMap((task) => (task.elementId === id ? [task.dueMs] : [])), ...instances.flatMap((one) => timersAt(one, id))];
  const [first] = due;
  const actual = due.length === 0 ? 'không chờ ở đây' : first === undefined ? 'không có hạn' : isoOf(first);
  return same(`deadlines.${id}`, isoOf(parseInstant(instant) ?? 0), actual);
}

function timersAt({ state, graphs }: InstanceView, id: string): readonly number[] {
  return Object.values(state.waits).flatMap((wait) => {
    const graph = graphs[state.elements[String(wait.key)]?.graph ?? 0];
    return wait.kind === 'timer' && graph?.elements[wait.target]?.id === id ? [wait.dueMs] : [];
  });
}

/** As the inbox has it: a task of a person is nobody else's. */
function principalsAt(id: string, tasks: readonly OpenTask[]): readonly string[] {
  return tasks.flatMap(({ elementId, assignee, candidateGroups }) =>
    elementId === id ? (assignee === undefined ? candidateGroups : [assignee]) : [],
  );
}

function stuckAt({ state, graphs }: InstanceView): readonly string[] {
  return Object.values(state.incidents).flatMap(({ key }) => {
    const node = state.elements[String(key)];
    return graphs[node?.graph ?? 0]?.elements[node?.element ?? 0]?.id ?? [];
  });
}
