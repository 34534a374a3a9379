import { refuse } from '../drawing/place';
import {} from '../moddle/access';
import { eachNode } from './each';
import { written } from './model';

/** A gateway that says it converges, diverges or does both is drawn that way. */
export const gatewayDirection = eachNode((node) => {
  const direction = written(node.element, 'gatewayDirection').toLowerCase();
  const [many, out] = [node.incoming.length > 1, node.outgoing.length > 1];
  const wrong = (direction === 'converging' && out) || (direction === 'diverging' && many) || (direction === 'mixed' && !(many && out));
  const counts = { incoming: node.incoming.length, outgoing: node.outgoing.length };
  return wrong
    ? [refuse('gateway-direction-wrong', { element: node.element, below: '@gatewayDirection' }, { reason: direction, ...counts })]
    : [];
});
