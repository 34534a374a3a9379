import { refuse } from '../drawing/place';
import { extensionOf, textOf } from '../moddle/access';
import { eachNode } from './each';
import type { Rule } from './rule';

/**
 * A user task nobody is named for would wait for ever: it needs an assignee or candidate groups. A lane's role is not enough:
 * inboxes go by position (`pos:<org>/<role>`), and a bare role names no organisation.
 */
export const assigneeMissing: Rule = (drawing, surroundings) =>
  surroundings.unassignedTasks === 'accepted' ? [] : unassigned(drawing, surroundings);

const unassigned = eachNode((node) => {
  const assignment = extensionOf(node.work, 'zeebe:AssignmentDefinition');
  const named = [textOf(assignment, 'assignee'), textOf(assignment, 'candidateGroups')];
  if (node.kind !== 'userTask' || named.some((value) => value !== undefined && value.replace(/^=/, '').trim() !== '')) {
    return [];
  }
  const hint = 'Name an assignee or candidate groups; a lane with a role names no organisation.';
  return [refuse('assignee-missing', { element: node.element }, {}, { hint })];
});
