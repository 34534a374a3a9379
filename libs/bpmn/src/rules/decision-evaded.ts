import type { DrawnNode } from '../drawing/drawing';
import { legalOf } from '../drawing/legal';
import { refuse } from '../drawing/place';
import { entered } from '../flow/reach';
import { extensionOf, textOf } from '../moddle/access';
import { stepsCut } from './decision-path';
import { eachNode, eachProcess } from './each';
import type { Rule } from './rule';

/** The paper by which an award is given. */
const DECISION = 'quyet-dinh';

/**
 * A decision that is not called one would escape every rule about decisions: the power to decide belongs to deciding steps alone, and no
 * decision is numbered or issued that did not pass one on every path.
 */
export const decisionEvaded: Rule = (drawing, surroundings) => [...powers(drawing, surroundings), ...papers(drawing, surroundings)];

const powers = eachNode((node) =>
  node.step !== 'decision' && legalOf(node.element).authority?.power === 'decide'
    ? [refuse('decision-evaded', { element: node.element, below: 'thidua:Step/@kind' }, { reason: 'other-step', step: node.step ?? null })]
    : [],
);

const papers = eachProcess((process) => {
  const issuing = process.nodes.filter(givesOut);
  const reached = issuing.length === 0 ? new Set<number>() : entered(process, stepsCut(process, ['decision']));
  return issuing
    .filter((node) => reached.has(node.index))
    .map((node) => refuse('decision-evaded', { element: node.element }, { reason: 'paper-without-decision', paper: DECISION }));
});

/** Whether a step gives the decision its number, or sends it out. */
function givesOut(node: DrawnNode): boolean {
  const issues = node.step === 'numbering' || textOf(extensionOf(node.work, 'zeebe:TaskDefinition'), 'type') === 'issue-papers';
  return issues && legalOf(node.element).documents?.includes(DECISION) === true;
}
