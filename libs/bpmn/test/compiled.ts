import type { ElementType, GraphElement, ProcessGraph } from '../src/graph';
import { readDiagram } from '../src/read-diagram';
import { GENEROUS } from './surroundings';

/** `code path` of every error, the path below process P; empty when the diagram is taken. */
export async function refused(xml: string): Promise<readonly string[]> {
  const read = await readDiagram(xml, GENEROUS);
  const errors = read.ok ? [] : read.error.filter((refusal) => refusal.severity === 'error');
  return errors.map((refusal) => `${refusal.code} ${refusal.path.replace(/^process\[P\]\//, '')}`);
}

/** The graph of process P; throws with every reason when there is none. */
export async function graphOf(xml: string): Promise<ProcessGraph> {
  const read = await readDiagram(xml, GENEROUS);
  const graph = read.ok ? read.value.graphs.get('P') : undefined;
  if (graph === undefined) {
    throw new Error(JSON.stringify(read, null, 1));
  }
  return graph;
}

export function elementOf<T extends ElementType>(graph: ProcessGraph, id: string, type: T): Extract<GraphElement, { type: T }> {
  const found = graph.elements[graph.byId.get(id) ?? -1];
  if (found?.type !== type) {
    throw new Error(`${id} is ${found?.type ?? 'missing'}`);
  }
  return found as Extract<GraphElement, { type: T }>;
}

export async function compiled<T extends ElementType>(xml: string, id: string, type: T): Promise<Extract<GraphElement, { type: T }>> {
  return elementOf(await graphOf(xml), id, type);
}
