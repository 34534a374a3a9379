import { refuse } from '../drawing/place';
import { elementOf } from '../moddle/access';
import { eachNode } from './each';
import { idOf, isA } from './model';

/** A default flow starts at the element that names it, and carries no condition. */
export const defaultFlow = eachNode((node, process) => {
  const chosen = elementOf(node.element, 'default');
  if (!isA(chosen, 'bpmn:SequenceFlow')) {
    return [];
  }
  const place = { element: node.element, below: '@default' };
  const flow = process.flows.find((candidate) => candidate.element === chosen);
  if (flow?.source !== node.index) {
    return [refuse('default-flow-invalid', place, { reason: 'starts-elsewhere', flow: idOf(chosen) })];
  }
  return flow.condition === undefined ? [] : [refuse('default-flow-invalid', place, { reason: 'has-condition', flow: flow.id })];
});
