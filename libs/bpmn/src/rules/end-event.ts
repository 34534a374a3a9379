import { isScope, membersOf, nodeAt, type DrawnNode, type DrawnProcess } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import type { Refusal } from '../refusal';
import { eachProcess } from './each';
import { enclosing, isA, kindsOf } from './model';

const NEVER = ['conditional', 'link', 'timer'];

/**
 * A level that draws its starts draws its ends; an end neither waits nor links; a cancel end stands in a transaction that has a
 * cancel boundary event to go on from.
 */
export const endEvent = eachProcess((process) =>
  process.nodes.filter(isScope).flatMap((scope) => {
    const members = membersOf(process, scope.index);
    const has = (type: string): boolean => members.some((node) => isA(node.element, type));
    const ends = members.filter((node) => isA(node.element, 'bpmn:EndEvent'));
    return [
      ...(has('bpmn:StartEvent') && ends.length === 0 && !isA(scope.element, 'bpmn:AdHocSubProcess')
        ? [refuse('end-missing', { element: scope.element })]
        : []),
      ...ends.flatMap((end) => checkEnd(process, end)),
    ];
  }),
);

function checkEnd(process: DrawnProcess, end: DrawnNode): readonly Refusal[] {
  const kinds = kindsOf(end.element);
  const place = { element: end.element };
  const wrong = kinds.filter((kind) => NEVER.includes(kind));
  return [
    ...(wrong.length > 0 ? [refuse('end-trigger-invalid', place, { kinds: wrong })] : []),
    ...(kinds.includes('cancel') ? checkCancel(process, end) : []),
  ];
}

/** The transaction may be further out: an event subprocess inside it cancels it as well. */
function checkCancel(process: DrawnProcess, end: DrawnNode): readonly Refusal[] {
  const around = enclosing(end.element, 'bpmn:Transaction');
  const transaction = process.nodes.find((node) => node.element === around);
  if (transaction === undefined) {
    return [refuse('cancel-outside-transaction', { element: end.element })];
  }
  const caught = transaction.boundaries.some((index) => kindsOf(nodeAt(process, index).element).includes('cancel'));
  return caught ? [] : [refuse('cancel-boundary-missing', { element: transaction.element }, { end: end.id })];
}
