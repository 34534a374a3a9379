import type { StepPair } from '@thidua/contract';
import { suggestMapping } from '@thidua/runtime';
import type { DiagramElement } from '../../tasks/load-task';
import type { Graph } from './side';

/** Which step of the new version takes the place of which step of the old one. */
export interface Partners {
  /** Old id → new id, of every element that has a partner. */
  readonly byId: ReadonlyMap<string, string>;
  /** Those whose id is gone: found by place and name, then as people said; what a migration is told. */
  readonly mapping: Readonly<Record<string, string>>;
  /** Found by place and name. */
  readonly byStructure: readonly StepPair[];
}

/** What people said comes first, then the same id, then place and name. */
export function partnersOf(from: Graph, to: Graph, said: readonly StepPair[]): Partners {
  const own = said.filter((pair) => from.byId.has(pair.from) && to.byId.has(pair.to));
  const chosen = new Set(own.map((pair) => pair.from));
  const byStructure = Object.entries(suggestMapping(from, to))
    .map(([old, next]) => ({ from: old, to: next }))
    .filter((pair) => !chosen.has(pair.from));
  const mapping = Object.fromEntries([...byStructure, ...own].map((pair) => [pair.from, pair.to]));
  const same = from.elements.filter(({ id }) => to.byId.has(id)).map(({ id }) => [id, id] as const);
  const root = [idAt(from, 0), idAt(to, 0)] as const;
  return { byId: new Map([...same, root, ...Object.entries(mapping)]), mapping, byStructure };
}

export function elementById(graph: Graph, id: string): DiagramElement | undefined {
  const index = graph.byId.get(id);
  return index === undefined ? undefined : graph.elements[index];
}

export function idAt(graph: Graph, index: number): string {
  return graph.elements[index]?.id ?? '';
}
