import type { GraphElement } from '@thidua/bpmn';
import type { ElementOf } from '../behaviour';
import { dueFrom, performerOf, priorityOf, type Performer } from '../behaviours/user-task';
import { instanceAt } from '../draft';
import type { Effect } from '../effect';
import { isFault, type Fault } from '../incidents';
import { jobTypeOf } from '../jobs';
import { elementAt } from '../plan';
import type { Run } from '../run';
import type { Crossing } from './crossing';
import type { WaitMove } from './crossing-waits';
import type { MigrationProblem } from './migration-plan';

type UserTask = ElementOf<'userTask'>;

/** An open task or job at its new element; `graph` is known only when the version is bound. */
export interface WorkMove {
  readonly id: string;
  readonly jobType?: string;
  effect(graph: number): Effect;
}

/** Evaluates what changes of open tasks and jobs: a performer or priority that is drawn otherwise, and what is to be renewed. */
export function movedWork(
  run: Run,
  crossing: Crossing,
  waits: readonly WaitMove[],
  openedMs: Readonly<Record<string, number>>,
): { readonly moves: readonly WorkMove[]; readonly problems: readonly MigrationProblem[] } {
  const moves: WorkMove[] = [];
  const problems: MigrationProblem[] = [];
  for (const move of waits) {
    const moved = workMove(run, crossing, move, openedMs);
    if (isFault(moved)) {
      problems.push({ code: 'work-not-readable', element: move.from.id, key: move.wait.key, detail: moved.detail });
    } else if (moved !== undefined) {
      moves.push(moved);
    }
  }
  return { moves, problems };
}

function workMove(run: Run, crossing: Crossing, move: WaitMove, openedMs: Readonly<Record<string, number>>): WorkMove | Fault | undefined {
  const { id, wait, to, action } = move;
  if (to === undefined) {
    return undefined;
  }
  if (wait.kind === 'job') {
    return movedJob(run, move, to);
  }
  if (wait.kind !== 'task' || to.type !== 'userTask') {
    return undefined;
  }
  const from = elementAt(crossing.from.graph, instanceAt(run.draft, wait.key).element) as UserTask; // obstacles compared the types
  return movedTask(run, move, { id, from, to, openedMs: action === 'renew' ? (openedMs[id] ?? run.env.nowMs) : undefined });
}

interface TaskMove {
  readonly id: string;
  readonly from: UserTask;
  readonly to: UserTask;
  /** Present when the due date is counted anew. */
  readonly openedMs: number | undefined;
}

function movedTask(run: Run, { wait }: WaitMove, { id, from, to, openedMs }: TaskMove): WorkMove | Fault {
  const node = instanceAt(run.draft, wait.key);
  const performer: Performer | Fault | undefined = performerSource(from) === performerSource(to) ? undefined : performerOf(run, node, to);
  const priority = from.task.priority?.source === to.task.priority?.source ? undefined : priorityOf(run, node, to);
  const dueMs = openedMs === undefined ? undefined : (dueFrom(run, node, to, openedMs) ?? null);
  if (isFault(performer)) {
    return performer;
  }
  if (isFault(priority)) {
    return priority;
  }
  if (isFault(dueMs)) {
    return dueMs;
  }
  const { formId } = to.task;
  const { step } = to.legal;
  return {
    id,
    effect: (graph) => ({
      type: 'move-task',
      taskId: id,
      elementId: to.id,
      graph,
      name: to.name,
      ...(formId !== undefined && { formId }),
      ...(step !== undefined && { step }),
      ...(performer !== undefined && { performer }),
      ...(priority !== undefined && { priority }),
      ...(dueMs !== undefined && { dueMs }),
    }),
  };
}

/** As text, so that a performer drawn as before is not asked again: somebody may have been given the task by hand. */
function performerSource({ task, lane }: UserTask): string {
  return [task.assignee?.source, task.candidateGroups?.source ?? lane?.role].join('\n');
}

function movedJob(run: Run, { id, wait, action }: WaitMove, to: GraphElement): WorkMove | Fault {
  const facts = { type: 'move-job', jobId: id, elementId: to.id, headers: to.headers } as const;
  if (action !== 'renew' || to.type !== 'serviceTask') {
    return { id, effect: () => facts };
  }
  const jobType = jobTypeOf(run, instanceAt(run.draft, wait.key), to.job);
  return jobType === undefined
    ? { cause: 'job-type-not-text', detail: `job type of '${to.id}' gives no text` }
    : { id, jobType, effect: () => ({ ...facts, jobType }) };
}
