import type { ProcessGraph } from '../graph';

/** Freezes a graph through and through; compiled expressions and decisions belong to `feel` and are left as they are. */
export function freezeGraph(graph: ProcessGraph): ProcessGraph {
  freeze(graph.legal);
  freeze(graph.elements);
  freeze(graph.flows);
  return Object.freeze(graph);
}

function freeze(value: unknown): void {
  if (typeof value === 'object' && value !== null && !('evaluate' in value) && !Object.isFrozen(value)) {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
}
