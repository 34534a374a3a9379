import { refuse } from '../drawing/place';
import { eachNode } from './each';
import { isA } from './model';

/** A gateway splits or joins: it has several flows on one side at least. Event-based gateways have a rule of their own. */
export const gatewayWithoutChoice = eachNode((node) => {
  const isGateway = isA(node.element, 'bpmn:Gateway') && !isA(node.element, 'bpmn:EventBasedGateway');
  return isGateway && node.incoming.length < 2 && node.outgoing.length < 2
    ? [refuse('gateway-without-choice', { element: node.element })]
    : [];
});
