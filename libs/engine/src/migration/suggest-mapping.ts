import type { GraphElement, ProcessGraph } from '@thidua/bpmn';
import { elementAt } from '../plan';
import { must } from '../must';
import type { ElementMapping } from './migration-plan';

/**
 * Counterparts of elements whose id the target version no longer has: of the same type in the same scope (boundary events: at the same
 * activity), with the same name, or after or before the same elements, when there is exactly one. Elements that keep their id are not named.
 */
export function suggestMapping(from: ProcessGraph, to: ProcessGraph): ElementMapping {
  const found: Record<string, string> = {};
  // A counterpart found tells more about its neighbours and what lies in it.
  for (let before = -1; before < Object.keys(found).length;) {
    before = Object.keys(found).length;
    for (const element of from.elements) {
      const counterpart = found[element.id] === undefined && !to.byId.has(element.id) ? onlyOne(from, to, element, found) : undefined;
      if (counterpart !== undefined) {
        found[element.id] = counterpart.id;
      }
    }
  }
  return found;
}

function onlyOne(from: ProcessGraph, to: ProcessGraph, element: GraphElement, found: ElementMapping): GraphElement | undefined {
  const idFor = (id: string): string => found[id] ?? id;
  const taken = new Set(Object.values(found));
  const candidates = to.elements.filter(({ id }) => !from.byId.has(id) && !taken.has(id));
  const alike = candidates.filter((other) => sameKind(from, to, element, other, idFor));
  const named = alike.filter(({ name }) => element.name !== '' && name === element.name);
  const placed = alike.filter((other) => sameNeighbours(from, to, element, other, idFor));
  return named.length === 1 ? named[0] : placed.length === 1 ? placed[0] : undefined;
}

type IdFor = (id: string) => string;

function sameKind(from: ProcessGraph, to: ProcessGraph, a: GraphElement, b: GraphElement, idFor: IdFor): boolean {
  if (a.type !== b.type || hostOf(to, b) !== idFor(hostOf(from, a))) {
    return false;
  }
  return a.scope === 0 ? b.scope === 0 : idFor(elementAt(from, a.scope).id) === elementAt(to, b.scope).id;
}

function hostOf(graph: ProcessGraph, element: GraphElement): string {
  return element.type === 'boundaryEvent' ? elementAt(graph, element.attachedTo).id : '';
}

function sameNeighbours(from: ProcessGraph, to: ProcessGraph, a: GraphElement, b: GraphElement, idFor: IdFor): boolean {
  const before = neighbours(from, a.incoming, 'source').map(idFor);
  const after = neighbours(from, a.outgoing, 'target').map(idFor);
  const attached = a.type === 'boundaryEvent';
  return attached || same(before, neighbours(to, b.incoming, 'source')) || same(after, neighbours(to, b.outgoing, 'target'));
}

function neighbours(graph: ProcessGraph, flows: readonly number[], end: 'source' | 'target'): string[] {
  return flows.map((flow) => elementAt(graph, must(graph.flows[flow], 'flow', flow)[end]).id);
}

function same(left: readonly string[], right: readonly string[]): boolean {
  return left.length > 0 && left.length === right.length && left.every((id) => right.includes(id));
}
