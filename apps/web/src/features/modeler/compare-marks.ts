import type { ComparisonView } from '@thidua/contract';
import type { Mark } from './compare-canvas';

type Changes = ComparisonView['changes'];

/** What is coloured on a side: the earlier has what went, the later what came, both what changed. */
export function marksOf(changes: Changes, side: 'before' | 'after'): readonly Mark[] {
  const shown = side === 'before' ? 'removed' : 'added';
  const kinds = new Map<string, Mark['kind']>();
  for (const { elementId, kind } of changes) {
    if (kind === 'changed' || kind === shown) {
      kinds.set(elementId, kinds.get(elementId) === shown ? shown : kind);
    }
  }
  return [...kinds].map(([id, kind]) => ({ id, kind }));
}
