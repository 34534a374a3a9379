import type { JsonObject } from '@thidua/kernel';
import type { DrawnNode } from '../drawing/drawing';
import { DECIDING_ROLES, legalOf } from '../drawing/legal';
import { refuse } from '../drawing/place';
import { extensionOf, textOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import { positionGroups } from './candidate-groups';
import { eachNode } from './each';

/**
 * A decision is a user task of the one position that may decide at its level: it states its authority, and its candidate groups
 * name that role and no other. An assignee, a computed group or another role would let somebody else decide.
 */
export const decisionAuthority = eachNode((node) => {
  if (node.step !== 'decision') {
    return [];
  }
  const { authority } = legalOf(node.element);
  if (authority?.power !== 'decide') {
    const hint = 'Add <thidua:authority level="…" role="…" power="decide"/>.';
    return [refuse('authority-missing', { element: node.element }, { power: authority?.power ?? null }, { hint })];
  }
  const deciding = DECIDING_ROLES[authority.level] ?? [];
  const place = { element: node.element, below: 'thidua:Authority/@role' };
  const facts = { level: authority.level, role: authority.role, deciding };
  return [
    ...(deciding.includes(authority.role) ? [] : [refuse('wrong-decider', place, { reason: 'role-not-competent', ...facts })]),
    ...checkActors(node, authority.role),
  ];
});

function checkActors(node: DrawnNode, role: string): readonly Refusal[] {
  const wrong = (detail: JsonObject): readonly Refusal[] => [
    refuse('wrong-decider', { element: node.element, below: 'zeebe:AssignmentDefinition' }, { role, ...detail }),
  ];
  if (node.kind !== 'userTask') {
    return wrong({ reason: 'not-a-user-task' });
  }
  const assignment = extensionOf(node.element, 'zeebe:AssignmentDefinition');
  if (textOf(assignment, 'assignee') !== undefined || textOf(assignment, 'candidateUsers') !== undefined) {
    return wrong({ reason: 'named-person' });
  }
  const source = textOf(assignment, 'candidateGroups');
  const groups = source === undefined ? undefined : positionGroups(source);
  if (groups === undefined) {
    return wrong({ reason: 'groups-not-literal', candidateGroups: source ?? null });
  }
  const others = [...new Set(groups.map((group) => group.role).filter((found) => found !== role))];
  return others.length === 0 ? [] : wrong({ reason: 'other-role', others });
}
