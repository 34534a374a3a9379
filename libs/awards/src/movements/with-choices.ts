import type { Menu, MenuItem, MenuOccasion, Movement } from './movement';
import { OCCASIONS } from './movement';
import { menuWords } from './menu-words';
import type { ConflictCode, PlanConflict } from './plan-conflicts';

/** How a person settled one conflict; it holds as long as the plan's words stand where they stood. */
export interface PlanDecision {
  readonly path: string;
  readonly code: ConflictCode;
  /** The plan's words at the time. */
  readonly quote: string;
  /** Ids of the choices taken. */
  readonly picked: readonly string[];
}

export function decisionFor(conflict: PlanConflict, decisions: readonly PlanDecision[]): PlanDecision | undefined {
  return decisions.find((one) => one.path === conflict.path && one.code === conflict.code && one.quote === conflict.plan.quote);
}

/** How the law's narrower answer about an award on an occasion was settled; undefined = nobody has. */
export function narrowerDecision(
  movement: Movement,
  decisions: readonly PlanDecision[],
  { award, occasion }: { readonly award: string; readonly occasion: MenuOccasion },
): PlanDecision | undefined {
  const places = movement.menus.flatMap((menu, at) =>
    menu.items.flatMap((item, index) =>
      item.award === award && menu.occasions.includes(occasion) ? [{ path: `menus[${at}].items[${index}]`, quote: item.quote }] : [],
    ),
  );
  return decisions.find((one) => one.code === 'law-narrower' && places.some(({ path, quote }) => path === one.path && quote === one.quote));
}

/** Why what a person picked settles nothing; undefined = it does. */
export function pickProblem(conflict: PlanConflict, picked: readonly string[]): 'none' | 'too-many' | 'unknown' | undefined {
  if (picked.length === 0) {
    return 'none';
  }
  if (new Set(picked).size !== picked.length || (conflict.pick === 'one' && picked.length > 1)) {
    return 'too-many';
  }
  return picked.every((id) => conflict.choices.some((choice) => choice.id === id)) ? undefined : 'unknown';
}

/**
 * The plan as it is read after these decisions: a form has its level, a list its occasion, what was left out is gone. What is made under
 * another movement of the chain stays on the menu.
 */
export function withChoices(movement: Movement, decisions: readonly PlanDecision[]): Movement {
  if (decisions.length === 0) {
    return movement;
  }
  return { ...movement, menus: movement.menus.map((menu, at) => menuAfter(menu, at, decisions)) };
}

function menuAfter(menu: Menu, at: number, decisions: readonly PlanDecision[]): Menu {
  const items = menu.items.flatMap((item) => {
    const decision = decisions.find((one) => speaksOf(one, menu, at, item));
    return decision === undefined ? [item] : itemAfter(item, decision);
  });
  const words = menuWords(menu)?.quote;
  const tied = decisions.find((one) => one.code === 'occasion-open' && one.path === `menus[${at}]` && one.quote === words);
  const known = (id: string): MenuOccasion[] => OCCASIONS.filter((occasion) => occasion === id);
  const occasions = tied === undefined || !menu.occasions.includes('unspecified') ? menu.occasions : tied.picked.flatMap(known);
  return { ...menu, occasions, items };
}

/** Items that stand on the same words are settled together. */
function speaksOf({ path, code, quote }: PlanDecision, menu: Menu, at: number, item: MenuItem): boolean {
  const first = menu.items.findIndex((one) => one.quote === item.quote && one.line.from === item.line.from && one.basis === item.basis);
  const own = menu.items.indexOf(item);
  return code === 'level-open' || code === 'own-authority'
    ? item.basis === code && quote === item.quote && path === `menus[${at}].items[${first}]`
    : code !== 'occasion-open' && quote === item.quote && path === `menus[${at}].items[${own}]`;
}

function itemAfter(item: MenuItem, { code, picked }: PlanDecision): readonly MenuItem[] {
  if (code === 'level-open' || code === 'own-authority') {
    return picked.includes(item.award) ? [{ ...item, basis: 'listed' }] : [];
  }
  return picked.includes('leave-out') ? [] : [item];
}
