import type { DrawnNode } from '../drawing/drawing';
import type { UserTaskDefinition } from '../graph';
import { extensionOf, textOf } from '../moddle/access';
import { reject, type Compiling } from './compiling';
import { feel, markedAttribute } from './expressions';
import type { Part } from './part';
import { present } from './present';

export function userTaskPart(compiling: Compiling, node: DrawnNode): Part {
  const element = node.work;
  const assignment = extensionOf(element, 'zeebe:AssignmentDefinition');
  const schedule = extensionOf(element, 'zeebe:TaskSchedule');
  const priority = extensionOf(element, 'zeebe:PriorityDefinition');
  const formId = textOf(extensionOf(element, 'zeebe:FormDefinition'), 'formId');
  const groups = textOf(assignment, 'candidateGroups');
  const place = { element, below: 'zeebe:AssignmentDefinition' };
  if (formId !== undefined && !compiling.surroundings.formIds.has(formId)) {
    reject(compiling, 'reference-missing', { element, below: 'zeebe:FormDefinition/@formId' }, { kind: 'form', value: formId });
  }
  if (groups !== undefined && !groups.trim().startsWith('=')) {
    reject(
      compiling,
      'expression-invalid',
      { element, below: `${place.below}/@candidateGroups` },
      { source: groups, reason: 'not-a-feel-list' },
    );
  }
  if (textOf(schedule, 'dueDate') !== undefined && extensionOf(element, 'thidua:Deadline') !== undefined) {
    reject(compiling, 'due-date-and-deadline', { element, below: 'zeebe:TaskSchedule/@dueDate' });
  }
  const priorityText = textOf(priority, 'priority');
  const task: UserTaskDefinition = present({
    assignee: markedAttribute(compiling, place, assignment, 'assignee'),
    candidateGroups: markedAttribute(compiling, place, assignment, 'candidateGroups'),
    dueDate: markedAttribute(compiling, { element, below: 'zeebe:TaskSchedule' }, schedule, 'dueDate'),
    // A number even when written without '='.
    priority: priorityText === undefined ? undefined : feel(compiling, { element, below: 'zeebe:PriorityDefinition' }, priorityText),
    formId,
  });
  return { type: 'userTask', task };
}
