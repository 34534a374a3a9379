import type { DrawnNode } from '../drawing/drawing';
import { elementOf, written } from '../moddle/access';
import { reject, type Compiling } from './compiling';
import { feelBody } from './expressions';
import type { Part } from './part';
import { present } from './present';

/** The parallel kind would start a process only when all its events have occurred: refused (engine.md 1.1). */
export function eventGatewayPart(compiling: Compiling, node: DrawnNode): Part | undefined {
  const type = written(node.element, 'eventGatewayType');
  if (type !== 'Exclusive') {
    const place = { element: node.element, below: '@eventGatewayType' };
    reject(compiling, 'attribute-not-executed', place, { name: 'eventGatewayType', value: type });
    return undefined;
  }
  return { type: 'eventBasedGateway', instantiate: node.instantiates };
}

export function complexGatewayPart(compiling: Compiling, node: DrawnNode): Part | undefined {
  const activationCondition = feelBody(compiling, node.element, 'activationCondition');
  const missing = elementOf(node.element, 'activationCondition') !== undefined && activationCondition === undefined;
  return missing ? undefined : present({ type: 'complexGateway', activationCondition });
}
