import type { Expression } from '@thidua/feel';

/** Every expression that stands anywhere in a part of a graph. */
export function expressionsOf(part: unknown): readonly Expression[] {
  if (typeof part !== 'object' || part === null) {
    return [];
  }
  return isExpression(part) ? [part] : Object.values(part).flatMap(expressionsOf);
}

function isExpression(part: object): part is Expression {
  return 'requires' in part && 'evaluate' in part;
}
