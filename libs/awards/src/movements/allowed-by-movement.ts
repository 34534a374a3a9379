import type { MenuItem, Movement, Occasion, PlanSource } from './movement';

export type MenuVerdict =
  | {
      readonly allowed: true;
      /** listed for the occasion · own-authority: only 'theo thẩm quyền' · explicit-choice: listed without an occasion, or without a level. */
      readonly by: 'listed' | 'own-authority' | 'explicit-choice';
      /** A person must say that the plan means this award on this occasion, and it is recorded. */
      readonly needsChoice: boolean;
      readonly source: PlanSource;
    }
  | {
      readonly allowed: false;
      readonly reason: 'not-on-menu' | 'no-menu-for-occasion';
      /** What the plan does list for the occasion, with the lines. */
      readonly listed: readonly MenuItem[];
    };

/** Whether a movement's plan offers an award on an occasion. The plan may be stricter than the law, and then wins (law.md 10). */
export function allowedByMovement(movement: Movement, occasion: Occasion, award: string): MenuVerdict {
  const tied = movement.menus.filter((menu) => menu.occasions.includes(occasion)).flatMap((menu) => menu.items);
  const item = tied.find((candidate) => candidate.award === award);
  if (item !== undefined) {
    const open = item.basis === 'level-open';
    return { allowed: true, by: open ? 'explicit-choice' : item.basis, needsChoice: open, source: sourceOf(item) };
  }
  const loose = movement.menus.filter((menu) => menu.occasions.includes('unspecified')).flatMap((menu) => menu.items);
  const chosen = loose.find((candidate) => candidate.award === award);
  if (chosen !== undefined) {
    return { allowed: true, by: 'explicit-choice', needsChoice: true, source: sourceOf(chosen) };
  }
  const listed = [...tied, ...loose];
  return { allowed: false, reason: listed.length === 0 ? 'no-menu-for-occasion' : 'not-on-menu', listed };
}

function sourceOf({ quote, line }: MenuItem): PlanSource {
  return { quote, line };
}
