import type { DrawnNode } from '../drawing/drawing';
import { legalOf } from '../drawing/legal';
import { refuse } from '../drawing/place';
import { elementsOf, extensionOf, textOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import type { Surroundings } from '../surroundings';
import { positionGroups } from './candidate-groups';
import { eachNode } from './each';
import type { Rule } from './rule';

/** Positions and kinds of papers are words of the house: a misspelt one would give a task to nobody, or make no paper. */
export const knownWords: Rule = (drawing, surroundings) =>
  eachNode((node) => [...unknownRoles(node, surroundings), ...unknownPapers(node, surroundings)])(drawing, surroundings);

function unknownRoles(node: DrawnNode, { roles }: Surroundings): readonly Refusal[] {
  const source = textOf(extensionOf(node.work, 'zeebe:AssignmentDefinition'), 'candidateGroups');
  const named = roles === undefined || source === undefined ? [] : (positionGroups(source) ?? []).map((group) => group.role);
  return missing(node, 'zeebe:AssignmentDefinition/@candidateGroups', 'position', named, roles);
}

function unknownPapers(node: DrawnNode, { paperKinds }: Surroundings): readonly Refusal[] {
  const header = elementsOf(extensionOf(node.work, 'zeebe:TaskHeaders'), 'values').find((one) => textOf(one, 'key') === 'kinds');
  const made = (textOf(header, 'value') ?? '').split(/\s+/).filter((word) => word !== '');
  return [
    ...missing(node, 'thidua:Document/@kinds', 'paper', legalOf(node.element).documents ?? [], paperKinds),
    ...missing(node, 'zeebe:TaskHeaders[kinds]', 'paper', made, paperKinds),
  ];
}

function missing(
  node: DrawnNode,
  below: string,
  kind: string,
  named: readonly string[],
  known: ReadonlySet<string> | undefined,
): readonly Refusal[] {
  const strange = known === undefined ? [] : [...new Set(named)].filter((word) => !known.has(word));
  return strange.map((value) => refuse('reference-missing', { element: node.element, below }, { kind, reason: kind, value }));
}
