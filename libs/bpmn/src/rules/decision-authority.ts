import type { JsonObject } from '@thidua/kernel';
import type { DrawnNode, DrawnProcess } from '../drawing/drawing';
import { AUTHORITY_LEVELS, DECIDING_ROLES, legalOf } from '../drawing/legal';
import { refuse } from '../drawing/place';
import { extensionOf, textOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import type { DecidingRow } from '../surroundings';
import { positionGroups, type PositionGroup } from './candidate-groups';
import { eachNode } from './each';
import type { Rule } from './rule';

type Authority = NonNullable<ReturnType<typeof legalOf>['authority']>;

/** The variable a shipped process keeps each level's body in. */
const BODY_LEVELS: Readonly<Record<string, string>> = { unit: 'UNIT', commune: 'XA', district: 'HUYEN', province: 'TINH' };

/**
 * A decision is a user task of the one position that may decide at its level: it states its authority, at the level of its process, and
 * its candidate groups name that role of that level's body and no other. An assignee, a computed group, another role or another level
 * would let somebody else decide; the finding names the row of law it departs from.
 */
export const decisionAuthority: Rule = (drawing, surroundings) =>
  eachNode((node, process) => checkNode(node, process, surroundings.deciders ?? []))(drawing, surroundings);

function checkNode(node: DrawnNode, process: DrawnProcess, deciders: readonly DecidingRow[]): readonly Refusal[] {
  if (node.step !== 'decision') {
    return [];
  }
  const { authority } = legalOf(node.element);
  if (authority?.power !== 'decide') {
    const hint = 'Add <thidua:authority level="…" role="…" power="decide"/>.';
    return [refuse('authority-missing', { element: node.element }, { power: authority?.power ?? null }, { hint })];
  }
  const { role } = authority;
  const own = ownLevel(process);
  const level = own ?? authority.level;
  const deciding = DECIDING_ROLES[authority.level] ?? [];
  const law = rowFacts(deciders, level, role);
  const below = (attribute: string): { element: typeof node.element; below: string } => ({
    element: node.element,
    below: `thidua:Authority/@${attribute}`,
  });
  const facts = { level: authority.level, role, deciding, ...law };
  return [
    ...(deciding.includes(role) ? [] : [refuse('wrong-decider', below('role'), { reason: 'role-not-competent', ...facts })]),
    ...(level === authority.level
      ? []
      : [refuse('wrong-decider', below('level'), { reason: 'other-level', ...facts, processLevel: level })]),
    ...checkCitation(node, authority, deciders),
    ...checkActors(node, { role, level, law }),
  ];
}

/** The row a step cites gives this very post the power: at its level, in its role. Rows of levels that decide no more are history. */
function checkCitation(node: DrawnNode, { citation, level, role }: Authority, deciders: readonly DecidingRow[]): readonly Refusal[] {
  if (citation === undefined || !/^AU-/.test(citation) || !deciders.some((row) => row.level === level)) {
    return [];
  }
  const rows = deciders.filter((row) => row.id === citation);
  const [row] = rows;
  const place = { element: node.element, below: 'thidua:Authority/@citation' };
  if (row === undefined) {
    return [refuse('wrong-decider', place, { reason: 'row-unknown', ruleId: citation })];
  }
  const gives = rows.some((one) => one.level === level && one.role === role);
  const facts = { ruleId: citation, citation: row.citation, decider: row.decider };
  return gives ? [] : [refuse('wrong-decider', place, { reason: 'other-row', ...facts })];
}

/** The level at which a process decides; the centre's and a process without one decide nothing here. */
function ownLevel(process: DrawnProcess): string | undefined {
  const written = textOf(process.element, 'level');
  return AUTHORITY_LEVELS.find((level) => level === written);
}

/** The row that gives the level's decisions to somebody: the position's own row, else the level's first. */
function rowFacts(deciders: readonly DecidingRow[], level: string, role: string): JsonObject {
  const rows = deciders.filter((row) => row.level === level);
  const row = rows.find((one) => one.role === role) ?? rows[0];
  return row === undefined ? {} : { ruleId: row.id, citation: row.citation, decider: row.decider };
}

interface Decider {
  readonly role: string;
  readonly level: string;
  readonly law: JsonObject;
}

function checkActors(node: DrawnNode, { role, level, law }: Decider): readonly Refusal[] {
  const wrong = (detail: JsonObject): readonly Refusal[] => [
    refuse('wrong-decider', { element: node.element, below: 'zeebe:AssignmentDefinition' }, { role, ...detail, ...law }),
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
  const bodies = otherBodies(groups, level);
  return [
    ...(others.length === 0 ? [] : wrong({ reason: 'other-role', others })),
    ...(bodies.length === 0 ? [] : wrong({ reason: 'other-body', bodies })),
  ];
}

/** Bodies of another level than the one that decides. */
function otherBodies(groups: readonly PositionGroup[], level: string): readonly string[] {
  return [...new Set(groups.map((group) => group.org).filter((org) => (BODY_LEVELS[org] ?? level) !== level))];
}
