import type { JsonObject } from '@thidua/kernel';
import type { DrawnNode } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import { extensionOf, textOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import type { LimitFact } from '../surroundings';
import { eachNode } from './each';
import type { Rule } from './rule';

/**
 * The limit of a step either follows its row of law (`row`), whose days then count whatever stands beside it, or is the body's own
 * (`workingDays` alone), which stays within the row it names (`within`).
 */
export const lawfulLimits: Rule = (drawing, surroundings) => {
  const { limits } = surroundings;
  return limits === undefined ? [] : eachNode((node) => checkNode(node, limits))(drawing, surroundings);
};

function checkNode(node: DrawnNode, limits: readonly LimitFact[]): readonly Refusal[] {
  const deadline = extensionOf(node.element, 'thidua:Deadline');
  const [row, within] = [textOf(deadline, 'row'), textOf(deadline, 'within')];
  const named = row ?? within;
  if (deadline === undefined || named === undefined) {
    return [];
  }
  const attribute = row === undefined ? 'within' : 'row';
  const limit = limits.find((one) => one.id === named);
  if (limit === undefined) {
    return [refuse('limit-unlawful', at(node, attribute), { reason: 'row-unknown', ruleId: named })];
  }
  const days = Number(textOf(deadline, 'workingDays'));
  const law = limit.workingDays;
  const facts: JsonObject = { ruleId: named, citation: limit.citation, days, ...(law === undefined ? {} : { lawDays: law }) };
  if (row !== undefined) {
    const idle = law !== undefined && law !== days;
    return idle ? [refuse('own-days-idle', at(node, 'workingDays'), facts, { severity: 'warning' })] : [];
  }
  return law !== undefined && days > law
    ? [refuse('limit-unlawful', at(node, 'workingDays'), { reason: 'longer-than-law', ...facts })]
    : [];
}

function at(node: DrawnNode, attribute: string): Parameters<typeof refuse>[1] {
  return { element: node.element, below: `thidua:Deadline/@${attribute}` };
}
