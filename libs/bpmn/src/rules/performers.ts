import type { JsonObject } from '@thidua/kernel';
import type { DrawnNode } from '../drawing/drawing';
import { SIGNING_ROLES } from '../drawing/legal';
import { refuse } from '../drawing/place';
import { elementOf, extensionOf, textOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import { positionGroups } from './candidate-groups';
import { eachNode } from './each';

/**
 * Who may do what the law names a post for: a ballot is cast by every member for themselves; papers are signed by heads and deputies
 * (NĐ 30/2020 Điều 13), numbered by văn thư (Điều 15). Groups that are computed are left to the verbs, which ask again.
 */
export const performers = eachNode((node) => {
  switch (node.step) {
    case 'ballot':
      return ballot(node);
    case 'numbering':
      return roles(node, ['records-clerk'], 'numbers');
    case 'sign':
      return roles(node, SIGNING_ROLES, 'signs');
    default:
      return [];
  }
});

/** One task for each member on the list, given to that member. */
function ballot(node: DrawnNode): readonly Refusal[] {
  const loop = elementOf(node.element, 'loopCharacteristics');
  const member = textOf(extensionOf(loop, 'zeebe:LoopCharacteristics'), 'inputElement');
  const assignment = extensionOf(node.element, 'zeebe:AssignmentDefinition');
  const assignee = textOf(assignment, 'assignee');
  // A task that nobody is given at all is told by `assignee-missing`.
  if (node.kind === 'userTask' && assignee === undefined && textOf(assignment, 'candidateGroups') === undefined) {
    return [];
  }
  const each = node.kind === 'userTask' && member !== undefined && assignee?.replace(/\s/g, '') === `=${member}`;
  return each ? [] : [wrong(node, 'ballot')];
}

function roles(node: DrawnNode, allowed: readonly string[], reason: string): readonly Refusal[] {
  const source = textOf(extensionOf(node.work, 'zeebe:AssignmentDefinition'), 'candidateGroups');
  const groups = source === undefined ? [] : (positionGroups(source) ?? []);
  const others = [...new Set(groups.map((group) => group.role).filter((role) => !allowed.includes(role)))];
  return others.length === 0 ? [] : [wrong(node, reason, { others })];
}

function wrong(node: DrawnNode, reason: string, detail: JsonObject = {}): Refusal {
  return refuse('wrong-performer', { element: node.element, below: 'zeebe:AssignmentDefinition' }, { reason, ...detail });
}
