import type { Expression } from '@thidua/feel';
import type { JsonObject } from '@thidua/kernel';
import type { ModdleElement } from 'bpmn-moddle';
import { flowAt, nodeAt, type DrawnProcess } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import type { GraphElement, ProcessGraph } from '../graph';
import type { Refusal } from '../refusal';
import type { Surroundings } from '../surroundings';
import { expressionsOf } from './expressions-of';
import { orderOf } from './order';
import { similar } from './similar';
import { bringsUndeclared, variablesOf, type Setting } from './variables';

/** A name that an expression needs, where it stands. */
interface Reading {
  readonly name: string;
  /** The element whose surroundings the expression sees. */
  readonly at: number;
  readonly element: ModdleElement;
  readonly source: string;
}

/** In a larger process it is not asked what comes before what: that would cost more than it tells. */
const LARGE = 1000;
/** More names than these are not looked at: who has so many does not say them. */
const MOST_NAMES = 200;

/**
 * Warns of names that nothing has set where they are read: by an earlier mapping, form, result, loop or data object. Where a
 * process says all its variables, every unknown name is told; where it does not, only what looks like a slip of the pen of a
 * known name and stands nowhere else.
 */
export function checkNames(graph: ProcessGraph, process: DrawnProcess, surroundings: Surroundings): readonly Refusal[] {
  const { settings, open } = variablesOf(graph, surroundings);
  const byName = grouped(settings);
  const comesAfter = graph.elements.length > LARGE ? (): boolean => true : orderOf(graph);
  const unknown = readingsOf(graph, process, surroundings).filter(
    ({ name, at }) => byName.get(name)?.some((setting) => reaches(graph, setting, at, comesAfter)) !== true,
  );
  return [...grouped(unknown)].slice(0, MOST_NAMES).flatMap(([name, readings]) => {
    const elsewhere = byName.has(name);
    // Where a process is open, a name that stands in several places is believed.
    const suggestion = elsewhere || (open && readings.length > 1) ? undefined : similar(name, byName.keys());
    const slip = suggestion !== undefined && !isForm(name, suggestion);
    const more = { ...(elsewhere ? { reason: 'elsewhere' } : {}), ...(suggestion === undefined ? {} : { suggestion }) };
    return open && !slip ? [] : readings.map((reading) => warn(reading, more));
  });
}

function grouped<T extends { readonly name: string }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(one.name) ?? [];
    group.push(one);
    groups.set(one.name, group);
  }
  return groups;
}

/** `row` and `rows` are two words, not one misspelt. */
function isForm(name: string, other: string): boolean {
  return name.startsWith(other) || other.startsWith(name);
}

function warn({ name, element, source }: Reading, more: JsonObject): Refusal {
  const detail = { name, source: source.slice(0, 200), ...more };
  return refuse('name-unknown', { element, below: `name[${name}]` }, detail, { severity: 'warning' });
}

/** Elements and drawn flows stand in the graph where they stand in the drawing; the flows between links have no condition. */
function readingsOf(graph: ProcessGraph, process: DrawnProcess, surroundings: Surroundings): readonly Reading[] {
  const elements = graph.elements.flatMap((element) => {
    const { outputs, ...rest } = element;
    const read = bringsUndeclared(element, surroundings) ? expressionsOf(rest) : [...expressionsOf(rest), ...expressionsOf(outputs)];
    return read.flatMap((expression) => readings(expression, element.index, nodeAt(process, element.index).element));
  });
  const flows = graph.flows.flatMap((flow) =>
    expressionsOf(flow.condition).flatMap((one) => readings(one, flow.source, flowAt(process, flow.index).element)),
  );
  return [...elements, ...flows];
}

function readings(expression: Expression, at: number, element: ModdleElement): readonly Reading[] {
  return expression.requires.map((name) => ({ name, at, element, source: expression.source }));
}

/** Whether an element sees what another has set: inside it, or unless it is certainly done before. */
function reaches(graph: ProcessGraph, setting: Setting, at: number, comesAfter: (earlier: number, later: number) => boolean): boolean {
  if (setting.local || setting.at === at) {
    return isInside(graph, at, setting.at);
  }
  return comesAfter(setting.at, at) || !comesAfter(at, setting.at);
}

function isInside(graph: ProcessGraph, index: number, scope: number): boolean {
  const element = graph.elements[index] as GraphElement;
  const host = element.type === 'boundaryEvent' ? element.attachedTo : element.scope;
  return index === scope || (host !== index && isInside(graph, host, scope));
}
