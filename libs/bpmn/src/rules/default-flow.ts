import { refuse } from '../drawing/place';
import { elementOf } from '../moddle/access';
import { eachNode } from './each';

/** A default flow starts at its own exclusive gateway, carries no condition, and is not the only way out. */
export const defaultFlow = eachNode((node, process) => {
  const chosen = elementOf(node.element, 'default');
  if (chosen === undefined) {
    return [];
  }
  const place = { element: node.element, below: '@default' };
  const flow = process.flows.find((candidate) => candidate.element === chosen);
  if (node.kind !== 'exclusiveGateway') {
    return [refuse('default-flow-invalid', place, { reason: 'not-exclusive-gateway', flow: chosen.id ?? '' })];
  }
  if (flow?.source !== node.index) {
    return [refuse('default-flow-invalid', place, { reason: 'starts-elsewhere', flow: chosen.id ?? '' })];
  }
  return flow.condition === undefined ? [] : [refuse('default-flow-invalid', place, { reason: 'has-condition', flow: flow.id })];
});
