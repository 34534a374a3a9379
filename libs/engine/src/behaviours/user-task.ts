import type { JsonValue } from '@thidua/kernel';
import type { Behaviour, ElementOf } from '../behaviour';
import { instanceAt } from '../draft';
import type { Effect } from '../effect';
import { isFault, raiseIncident, type Fault } from '../incidents';
import type { Run } from '../run';
import type { ElementInstance } from '../state';
import { parseInstant } from '../time/instant';
import { evaluateAt } from '../variables';
import { openTask } from '../waits';
import { must } from '../must';

type UserTask = ElementOf<'userTask'>;
type CreateTask = Extract<Effect, { type: 'create-task' }>;

const DEFAULT_PRIORITY = 50;

/** Work for a person: one open task until it is completed. */
export const userTask = {
  enter(run, node, element) {
    const task = describe(run, node, element);
    if (isFault(task)) {
      raiseIncident(run, node, element, task);
    } else {
      openTask(run, node, task);
    }
  },
} satisfies Behaviour<UserTask>;

function describe(run: Run, node: ElementInstance, element: UserTask): CreateTask | Fault {
  const { task, legal } = element;
  const performer = performerOf(run, node, element);
  if (isFault(performer)) {
    return performer;
  }
  const dueMs = dueFrom(run, node, element, run.env.nowMs);
  if (isFault(dueMs)) {
    return dueMs;
  }
  const priority = priorityOf(run, node, element);
  if (isFault(priority)) {
    return priority;
  }
  return {
    type: 'create-task',
    taskId: run.env.newId(),
    elementId: element.id,
    graph: node.graph,
    name: element.name,
    ...performer,
    ...(dueMs !== undefined && { dueMs }),
    priority,
    ...(task.formId !== undefined && { formId: task.formId }),
    ...(legal.step !== undefined && { step: legal.step }),
    local: instanceAt(run.draft, node.key).variables ?? {},
  };
}

export interface Performer {
  readonly assignee?: string;
  readonly candidateGroups: readonly string[];
}

export function performerOf(run: Run, node: ElementInstance, element: UserTask): Performer | Fault {
  const assignee = assigneeOf(run, node, element);
  if (isFault(assignee)) {
    return assignee;
  }
  const candidateGroups = groupsOf(run, node, element);
  if (isFault(candidateGroups)) {
    return candidateGroups;
  }
  return assignee === undefined ? { candidateGroups } : { assignee, candidateGroups };
}

function assigneeOf(run: Run, node: ElementInstance, element: UserTask): string | undefined | Fault {
  const value = valueOf(run, node, element, 'assignee');
  if (value === null || value === '') {
    return undefined;
  }
  return typeof value === 'string' ? value : fault(element, 'assignee', 'assignee-not-text');
}

/** Without candidate groups of its own the task belongs to its lane's role. */
function groupsOf(run: Run, node: ElementInstance, element: UserTask): readonly string[] | Fault {
  if (element.task.candidateGroups === undefined) {
    return element.lane?.role === undefined ? [] : [element.lane.role];
  }
  const value = valueOf(run, node, element, 'candidateGroups');
  const groups = Array.isArray(value) ? value.filter((group): group is string => typeof group === 'string') : [];
  return Array.isArray(value) && groups.length === value.length ? groups : fault(element, 'candidateGroups', 'candidate-groups-not-list');
}

/** A legal limit in working days, counted from when the task was opened, comes before a due date drawn in the diagram. */
export function dueFrom(run: Run, node: ElementInstance, element: UserTask, openedMs: number): number | undefined | Fault {
  const { deadline } = element.legal;
  if (deadline !== undefined) {
    const { row, workingDays } = deadline;
    const days = row === undefined ? workingDays : (run.env.limitOf?.(row, workingDays) ?? workingDays);
    return run.env.addWorkingDays(openedMs, days);
  }
  const value = valueOf(run, node, element, 'dueDate');
  if (value === null) {
    return undefined;
  }
  return (typeof value === 'string' ? parseInstant(value) : undefined) ?? fault(element, 'dueDate', 'due-date-not-date');
}

export function priorityOf(run: Run, node: ElementInstance, element: UserTask): number | Fault {
  const value = valueOf(run, node, element, 'priority');
  if (value === null) {
    return DEFAULT_PRIORITY;
  }
  return typeof value === 'number' ? value : fault(element, 'priority', 'priority-not-number');
}

type Field = 'assignee' | 'candidateGroups' | 'dueDate' | 'priority';

function valueOf(run: Run, node: ElementInstance, element: UserTask, field: Field): JsonValue {
  const expression = element.task[field];
  return expression === undefined ? null : evaluateAt(run, node.key, expression);
}

function fault(element: UserTask, field: Field, cause: Fault['cause']): Fault {
  return { cause, detail: `${field} of '${element.id}': ${must(element.task[field], 'expression', field).source}` };
}
