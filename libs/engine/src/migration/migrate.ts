import type { Command, Rejection } from '../command';
import { instanceAt } from '../draft';
import { enterInstance } from '../enter';
import type { MovedWait } from '../event';
import { collects, takeTokens } from '../joins';
import { must } from '../must';
import { elementAt, isJoin, isMerge, planOf } from '../plan';
import { activate, emit, planAt, type Run } from '../run';
import type { ElementInstance } from '../state';
import { openWaits } from '../triggers';
import { applyData } from '../variables';
import { closeWait } from '../waits';
import { crossingOf, movers, type Crossing } from './crossing';
import { crossingWaits, type WaitMove } from './crossing-waits';
import type { MigrationProblem } from './migration-plan';
import { movedInstance } from './moved-instance';
import { crossingProblems } from './plan-migration';
import { planOpenings } from './plan-openings';
import { movedWork, type WorkMove } from './moved-work';

type Migrate = Extract<Command, { type: 'migrate' }>;

/**
 * Takes the instance into another version, in one step: all that could fail is evaluated before anything moves. A join whose tokens are
 * complete in the new version fires at once.
 */
export function migrate(run: Run, command: Migrate): Rejection | undefined {
  const { draft, env } = run;
  const index = instanceAt(draft, 1).graph;
  const to = must(env.graphOf?.(command.toDefinitionId), 'graph from env.graphOf for', command.toDefinitionId);
  const { graph: from } = planAt(run, index);
  const crossing = crossingOf(draft, { from, to, index, mapping: command.mapping, renew: command.renew });
  const problems = crossingProblems(crossing, command.mapping);
  if (problems.length > 0) {
    return refused(problems);
  }
  const { waits, openings } = crossingWaits(crossing);
  const opened = planOpenings(run, openings);
  const work = movedWork(run, crossing, waits, command.openedMs ?? {});
  const faults = [...opened.problems, ...work.problems];
  if (faults.length > 0) {
    return refused(faults);
  }
  const asked = changedConditions(waits);
  cross(run, crossing, waits, work.moves, command.toDefinitionId);
  opened.plans.forEach(({ key, plans }) => {
    openWaits(run, key, plans);
  });
  asked.forEach((id) => run.unasked.add(id));
  movers({ ...crossing, index: instanceAt(draft, 1).graph }).forEach((instance) => {
    settleIn(run, instance);
  });
  return undefined;
}

function refused(problems: readonly MigrationProblem[]): Rejection {
  const detail = problems.map(({ code, element }) => `${code} ${element}`).join('; ');
  return { code: 'migration-refused', detail, problems };
}

/** The moves themselves, as events and rows. */
function cross(run: Run, crossing: Crossing, waits: readonly WaitMove[], work: readonly WorkMove[], definitionId: string): void {
  const graph = bind(run, crossing, definitionId);
  const elements = movers(crossing).map((instance) => movedInstance(crossing, instance));
  const kept = waits.filter((wait) => stays(wait));
  for (const { id, wait } of waits.filter((move) => !stays(move))) {
    closeWait(run, id, wait, 'canceled');
  }
  const moved = kept.flatMap(({ id, wait, to }): MovedWait[] => ('target' in wait && to !== undefined ? [{ id, target: to.id }] : []));
  const types = work.flatMap(({ id, jobType }): MovedWait[] => (jobType === undefined ? [] : [{ id, jobType }]));
  emit(run, { v: 1, type: 'instance-migrated', from: crossing.index, graph, definitionId, elements, waits: [...moved, ...types] });
  run.effects.push({ type: 'change-definition', definitionId }, ...work.map((move) => move.effect(graph)));
  for (const { id, wait, from, to } of kept) {
    if (to !== undefined && from.id !== to.id && (wait.kind === 'timer' || wait.kind === 'subscription' || wait.kind === 'signal')) {
      run.effects.push({ type: 'move-wait', wait: wait.kind, id, elementId: to.id });
    }
  }
  for (const [incidentId, { key }] of run.draft.incidents) {
    const element = elements.find((one) => one.key === key)?.element;
    if (element !== undefined) {
      run.effects.push({ type: 'move-incident', incidentId, elementId: element });
    }
  }
}

/** Tasks and jobs keep their ids even when they are evaluated anew. */
function stays({ action, wait }: WaitMove): boolean {
  return action === 'keep' || (action === 'renew' && !('target' in wait));
}

/** A version the instance has had before keeps its place: history is read by these numbers. */
function bind(run: Run, { to }: Crossing, definitionId: string): number {
  const known = run.draft.graphs.indexOf(definitionId);
  const graph = known < 0 ? run.draft.graphs.length : known;
  run.plans[graph] = planOf(to.graph);
  if (known < 0) {
    emit(run, { v: 1, type: 'graph-bound', graph, definitionId });
  }
  return graph;
}

/** Conditions that are drawn otherwise now are asked at once. */
function changedConditions(waits: readonly WaitMove[]): readonly string[] {
  return waits.filter(({ wait, action, differs }) => wait.kind === 'condition' && action === 'keep' && differs).map(({ id }) => id);
}

/** Data objects that came new, and joins of a scope that have all their tokens now. */
function settleIn(run: Run, { key, graph }: ElementInstance): void {
  const before = instanceAt(run.draft, key);
  const plan = planAt(run, graph);
  applyData(run, key, elementAt(plan.graph, before.element));
  if (before.joins === undefined && before.owed === undefined) {
    return;
  }
  if (plan.merges.has(before.element)) {
    run.merging.add(key);
  }
  for (const join of plan.graph.elements.filter((element) => element.scope === before.element && isJoin(element) && !isMerge(element))) {
    while (run.draft.elements.get(key)?.joins !== undefined && collects(run, key, join)) {
      takeTokens(run, key, join);
      enterInstance(run, activate(run, key, graph, join), join);
    }
  }
}
