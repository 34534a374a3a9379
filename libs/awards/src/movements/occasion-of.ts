import type { Occasion } from './movement';

/** Occasions a plan ties its menus to, by the word dossiers, rounds and works use for them. */
const OCCASION_OF = { annual: 'annual', interim: 'interim-review', final: 'final-review' } as const satisfies Readonly<
  Record<string, Occasion>
>;

/** 'interim' → 'interim-review'; undefined for occasions no plan ties a menu to (đột xuất, a list without an occasion). */
export function planOccasion(occasion: string): Occasion | undefined {
  return isTied(occasion) ? OCCASION_OF[occasion] : undefined;
}

function isTied(occasion: string): occasion is keyof typeof OCCASION_OF {
  return Object.hasOwn(OCCASION_OF, occasion);
}
