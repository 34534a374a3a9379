import { nodeAt } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import { elementOf } from '../moddle/access';
import { eachFlow } from './each';
import { isA } from './model';

/**
 * Where an exclusive gateway splits, every flow but the default says when it is taken. The only way out of an activity is
 * taken always, and has no condition.
 */
export const conditions = eachFlow((flow, process) => {
  if (flow.source === undefined) {
    return [];
  }
  const source = nodeAt(process, flow.source);
  const hasElement = elementOf(flow.element, 'conditionExpression') !== undefined;
  const empty = flow.condition === undefined || flow.condition === '';
  const place = { element: flow.element, below: 'conditionExpression' };
  const needed = isA(source.element, 'bpmn:ExclusiveGateway') && source.outgoing.length > 1 && !flow.isDefault;
  const only = isA(source.element, 'bpmn:Activity') && source.outgoing.length === 1 && hasElement;
  return [
    ...(empty && (needed || hasElement) ? [refuse('condition-missing', place, { gateway: source.id, gatewayName: source.name })] : []),
    ...(only ? [refuse('condition-on-only-flow', place, { source: source.id })] : []),
  ];
});
