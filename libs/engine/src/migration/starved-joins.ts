import type { GraphElement } from '@thidua/bpmn';
import { countAt, totalOf, type Counts } from '../consume';
import { must } from '../must';
import { elementAt, isJoin, isMerge, type Plan } from '../plan';
import { reachOf } from '../reach';
import type { ElementInstance } from '../state';
import { movers, type Crossing } from './crossing';
import type { MigrationProblem } from './migration-plan';

/** Where the tokens of one scope are: elements with an active instance, and counts at joins. */
interface Marking {
  readonly at: ReadonlySet<number>;
  readonly counts: Counts;
}

/**
 * Joins of the target version that a token waits at or can come to, while on one of their flows none waits and none can come: the
 * instance would stand there for ever. One that was starved already is not the migration's doing.
 */
export function starvedJoins(crossing: Crossing): MigrationProblem[] {
  return movers(crossing).flatMap((scope) => {
    const { from, to, counterparts } = crossing;
    const around = counterparts.element(scope.element);
    if (around === undefined) {
      return [];
    }
    const before = starved(from, scope.element, markingOf(crossing, scope)).map((join) => counterparts.element(join.index)?.index);
    return starved(to, around.index, movedMarking(crossing, scope))
      .filter((join) => !before.includes(join.index))
      .map((join): MigrationProblem => ({ code: 'join-starved', element: join.id, to: join.id, key: scope.key }));
  });
}

function markingOf({ draft }: Crossing, scope: ElementInstance): Marking {
  const inside = [...draft.elements.values()].filter(({ parent }) => parent === scope.key);
  return { at: new Set(inside.map(({ element }) => element)), counts: scope.joins };
}

function movedMarking(crossing: Crossing, scope: ElementInstance): Marking {
  const { counterparts } = crossing;
  const { at } = markingOf(crossing, scope);
  const counts: Record<string, number> = {};
  for (const [flow, count] of Object.entries(scope.joins ?? {})) {
    const to = counterparts.flow(Number(flow));
    if (to !== undefined) {
      counts[to.index] = (counts[to.index] ?? 0) + count;
    }
  }
  return { at: new Set([...at].flatMap((element) => counterparts.element(element)?.index ?? [])), counts };
}

function starved(plan: Plan, scope: number, marking: Marking): GraphElement[] {
  const joins = plan.graph.elements.filter((element) => element.scope === scope && isJoin(element) && !isInclusive(element));
  return joins.filter((join) => isStarved(plan, join, marking));
}

function isInclusive(element: GraphElement): boolean {
  return isMerge(element) && (element.type === 'inclusiveGateway' || 'activationCondition' in element);
}

function isStarved(plan: Plan, join: GraphElement, { at, counts }: Marking): boolean {
  const elsewhere = new Set([...at, ...waitingAt(plan, counts)]);
  elsewhere.delete(join.index);
  const reach = reachOf(plan.graph, join);
  const canCome = (flow: number): boolean => [...elsewhere].some((element) => must(reach.get(flow), 'reach of flow', flow).has(element));
  if (join.startQuantity !== undefined) {
    const waiting = totalOf(join.incoming, counts);
    return waiting > 0 && waiting < join.startQuantity && !join.incoming.some(canCome);
  }
  const filled = join.incoming.map((flow) => countAt(counts, flow) > 0 || canCome(flow));
  return filled.includes(true) && filled.includes(false);
}

/** Joins where tokens wait already: from there they can come on. */
function waitingAt({ graph }: Plan, counts: Counts): number[] {
  return Object.keys(counts ?? {}).map((flow) => elementAt(graph, must(graph.flows[Number(flow)], 'flow', Number(flow)).target).index);
}
