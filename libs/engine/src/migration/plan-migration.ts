import type { ProcessGraph } from '@thidua/bpmn';
import { thaw } from '../draft';
import type { MovedInstance } from '../event';
import { must } from '../must';
import { elementAt } from '../plan';
import { mappingProblems } from './counterparts';
import { crossingOf, movers, type Crossing } from './crossing';
import { crossingWaits } from './crossing-waits';
import { movedInstance } from './moved-instance';
import type { ElementMapping, MigrationInput, MigrationPlan, MigrationProblem, Move } from './migration-plan';
import { obstacles } from './obstacles';
import { starvedJoins } from './starved-joins';

/**
 * What a migration would do with one instance, or every reason why it cannot: nothing is evaluated and nothing changes. Waits whose
 * counterpart waits for the same kind of thing keep id and due date; new boundary events and event subprocesses open, dropped ones close;
 * tokens at joins go with their counts per flow.
 */
export function planMigration({ state, graphs, from, to, mapping, renew }: MigrationInput): MigrationPlan {
  const left = must(graphs[from], 'graph', from);
  if (state.status !== 'active') {
    return { moves: [], problems: [{ code: 'instance-not-active', element: state.processId }] };
  }
  const crossing = crossingOf(thaw(state), { from: left, to, index: from, mapping, renew });
  const problems = crossingProblems(crossing, mapping);
  return { moves: problems.length === 0 ? movesOf(crossing) : [], problems };
}

export function crossingProblems(crossing: Crossing, mapping: ElementMapping): readonly MigrationProblem[] {
  const { from, to } = crossing;
  if (from.graph === to.graph) {
    return [{ code: 'same-version', element: from.graph.processId }];
  }
  if (from.graph.processId !== to.graph.processId) {
    return [{ code: 'other-process', element: from.graph.processId, to: to.graph.processId }];
  }
  const problems = [
    ...mappingProblems(from.graph, to.graph, mapping),
    ...movers(crossing).flatMap((instance) => obstacles(crossing, instance)),
  ];
  return problems.length === 0 ? starvedJoins(crossing) : problems;
}

function movesOf(crossing: Crossing): readonly Move[] {
  const { graph } = crossing.from;
  const { waits, openings } = crossingWaits(crossing);
  const anew = new Set(waits.flatMap(({ action, to }) => (action === 'renew' && to !== undefined ? [to] : [])));
  return [
    ...movers(crossing).flatMap((instance): Move[] => {
      const moved = movedInstance(crossing, instance);
      const from = elementAt(graph, instance.element).id;
      return [{ kind: 'element', key: instance.key, from, to: moved.element }, ...tokens(crossing, moved, graph)];
    }),
    ...waits.map(({ id, wait, from, to, action, differs }): Move => ({
      kind: 'wait',
      id,
      wait: wait.kind,
      from: from.id,
      ...(to !== undefined && { to: to.id }),
      action,
      differs,
    })),
    ...openings.filter(({ target }) => !anew.has(target)).map(({ key, target }): Move => ({ kind: 'open', key, to: target.id })),
  ];
}

function tokens({ draft, counterparts }: Crossing, { key }: MovedInstance, graph: ProcessGraph): Move[] {
  return Object.entries(draft.elements.get(key)?.joins ?? {}).map(([index, count]) => ({
    kind: 'tokens',
    scope: key,
    from: must(graph.flows[Number(index)], 'flow', index).id,
    to: must(counterparts.flow(Number(index)), 'counterpart of flow', index).id,
    count,
  }));
}
