import { refuse } from '../drawing/place';
import { extensionOf, textOf } from '../moddle/access';
import { eachNode } from './each';

/** A user task nobody is named for would wait for ever: it needs an assignee, candidate groups, or a lane with a role. */
export const assigneeMissing = eachNode((node) => {
  const assignment = extensionOf(node.element, 'zeebe:AssignmentDefinition');
  const named = [textOf(assignment, 'assignee'), textOf(assignment, 'candidateGroups'), node.lane?.role];
  if (node.kind !== 'userTask' || named.some((value) => value !== undefined && value.replace(/^=/, '').trim() !== '')) {
    return [];
  }
  const hint = 'Name an assignee or candidate groups, or put the task into a lane with a role.';
  return [refuse('assignee-missing', { element: node.element }, {}, { hint })];
});
