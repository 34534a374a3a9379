import { nodeAt } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import { elementOf } from '../moddle/access';
import { eachFlow } from './each';

/**
 * Where an exclusive gateway splits, every flow but the default says when it is taken. Conditions anywhere else are not
 * executed in this version.
 */
export const conditions = eachFlow((flow, process) => {
  if (flow.source === undefined) {
    return [];
  }
  const source = nodeAt(process, flow.source);
  const hasElement = elementOf(flow.element, 'conditionExpression') !== undefined;
  const place = { element: flow.element, below: 'conditionExpression' };
  if (source.kind !== 'exclusiveGateway') {
    return hasElement ? [refuse('condition-not-executed', place, { source: source.id })] : [];
  }
  const needed = source.outgoing.length > 1 && !flow.isDefault;
  const empty = flow.condition === undefined || flow.condition === '';
  return empty && (needed || hasElement) ? [refuse('condition-missing', place, { gateway: source.id, gatewayName: source.name })] : [];
});
