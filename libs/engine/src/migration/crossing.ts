import type { ProcessGraph } from '@thidua/bpmn';
import type { Draft } from '../draft';
import { planOf, type Plan } from '../plan';
import type { ElementInstance } from '../state';
import { counterparts, type Counterparts } from './counterparts';
import type { ElementMapping } from './migration-plan';

/** An instance on its way from one version to another. */
export interface Crossing {
  readonly draft: Draft;
  /** Index of the graph that is left. */
  readonly index: number;
  readonly from: Plan;
  readonly to: Plan;
  readonly counterparts: Counterparts;
  /** Ids in the target version. */
  readonly renew: ReadonlySet<string>;
}

export interface Route {
  readonly from: ProcessGraph;
  readonly to: ProcessGraph;
  readonly index: number;
  readonly mapping: ElementMapping;
  readonly renew?: readonly string[] | undefined;
}

export function crossingOf(draft: Draft, { from, to, index, mapping, renew = [] }: Route): Crossing {
  return { draft, index, from: planOf(from), to: planOf(to), counterparts: counterparts(from, to, mapping), renew: new Set(renew) };
}

/** Live element instances of the graph that is left, oldest first; those of called processes stay as they are. */
export function movers({ draft, index }: Crossing): ElementInstance[] {
  return [...draft.elements.values()].filter(({ graph }) => graph === index);
}
