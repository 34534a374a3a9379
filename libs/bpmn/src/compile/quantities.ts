import type { DrawnNode } from '../drawing/drawing';

/** How many tokens an activity takes or gives; undefined for one. What is no such number is refused by the rules. */
export function quantityOf(node: DrawnNode, name: 'startQuantity' | 'completionQuantity'): number | undefined {
  const value = node.element[name];
  return typeof value === 'number' && value > 1 ? value : undefined;
}
