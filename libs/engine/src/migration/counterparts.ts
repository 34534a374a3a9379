import type { GraphElement, GraphFlow, ProcessGraph } from '@thidua/bpmn';
import { elementAt, planOf } from '../plan';
import { must } from '../must';
import { reachOf } from '../reach';
import type { ElementMapping, MigrationProblem } from './migration-plan';

/** Which element and which flow into a join of the target version stand for those of the running one. */
export interface Counterparts {
  element(index: number): GraphElement | undefined;
  flow(index: number): GraphFlow | undefined;
}

export function counterparts(from: ProcessGraph, to: ProcessGraph, mapping: ElementMapping): Counterparts {
  const element = (index: number): GraphElement | undefined => {
    const { id } = elementAt(from, index);
    const found = index === 0 ? 0 : to.byId.get(mapping[id] ?? id);
    return found === undefined ? undefined : elementAt(to, found);
  };
  return { element, flow: (index) => flowFor(from, to, mapping, index, element) };
}

/**
 * By name, by its own id, as the only flow between the counterparts of its ends, or as the only one that the counterpart of its source
 * leads to (a step was added behind it); always into the counterpart of its join.
 */
function flowFor(
  from: ProcessGraph,
  to: ProcessGraph,
  mapping: ElementMapping,
  index: number,
  element: Counterparts['element'],
): GraphFlow | undefined {
  const flow = must(from.flows[index], 'flow', index);
  const target = element(flow.target);
  const joined = to.flows.filter((other) => other.target === target?.index && planOf(to).joinFlows.has(other.id));
  const named = mapping[flow.id];
  if (named !== undefined) {
    return joined.find(({ id }) => id === named);
  }
  const source = element(flow.source);
  const own = joined.find(({ id }) => id === flow.id);
  if (own !== undefined || source === undefined || target === undefined) {
    return own;
  }
  const between = joined.filter((other) => other.source === source.index);
  const behind = between.length > 0 ? between : joined.filter(({ index: way }) => reachOf(to, target).get(way)?.has(source.index));
  return behind.length === 1 ? behind[0] : undefined;
}

export function mappingProblems(from: ProcessGraph, to: ProcessGraph, mapping: ElementMapping): MigrationProblem[] {
  const known = (graph: ProcessGraph, id: string): boolean => graph.byId.has(id) || graph.flows.some((flow) => flow.id === id);
  return Object.entries(mapping).flatMap(([source, target]) =>
    known(from, source) && known(to, target) ? [] : [{ code: 'mapping-unknown' as const, element: source, to: target }],
  );
}
