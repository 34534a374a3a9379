import type { LocalDate } from '@thidua/kernel';
import { awardOf } from '../pack/award-name';
import type { Pack } from '../pack/pack';
import { rowsOn } from '../pack/rows';
import type { ChainLink } from './chain';
import { lawFit } from './law-fit';
import { menuWords } from './menu-words';
import type { Menu, MenuItem, MenuOccasion, Movement, PlanSource } from './movement';

/**
 * level-open: a form without saying whose ('Bằng khen') · own-authority: only 'theo thẩm quyền' · occasion-open: a list tied to no occasion ·
 * law-narrower: the law gives the award to nobody under the movement as this plan names its launcher and length · award-unknown: the law in
 * force has no such award or nobody who decides it.
 */
export const CONFLICT_CODES = ['level-open', 'own-authority', 'occasion-open', 'law-narrower', 'award-unknown'] as const;
export type ConflictCode = (typeof CONFLICT_CODES)[number];

/** One way to settle it. `id`: an award code, an occasion, 'under:<link>', 'keep' or 'leave-out'. */
export interface PlanChoice {
  readonly id: string;
  readonly award: string | null;
  readonly link: ChainLink | null;
  readonly ruleId: string | null;
  readonly citation: string | null;
}

export interface LawSide {
  readonly ruleId: string;
  readonly citation: string;
  readonly text: string;
  readonly confirmed: boolean;
}

/** A place where the plan's words and the law do not settle by themselves what may be proposed: a person decides, with both in sight. */
export interface PlanConflict {
  /** 'menus[1].items[0]': the first line concerned. */
  readonly path: string;
  readonly code: ConflictCode;
  readonly occasions: readonly MenuOccasion[];
  readonly awards: readonly string[];
  readonly plan: PlanSource;
  readonly law: LawSide;
  /** some: one or more of the choices · one: exactly one. */
  readonly pick: 'one' | 'some';
  readonly choices: readonly PlanChoice[];
}

export interface ConflictQuestion {
  readonly movement: Movement;
  /** The movement's own link first. */
  readonly links: readonly ChainLink[];
  readonly pack: Pack;
  readonly date: LocalDate;
}

interface Line extends ConflictQuestion {
  readonly menu: Menu;
  readonly at: number;
}

const DOSSIER_OCCASION: Readonly<Record<MenuOccasion, readonly string[]>> = {
  annual: ['annual'],
  'interim-review': ['interim'],
  'final-review': ['final'],
  unspecified: ['annual', 'interim', 'final'],
};
const TIED: readonly MenuOccasion[] = ['annual', 'interim-review', 'final-review'];
const LEAVE_OUT: PlanChoice = { id: 'leave-out', award: null, link: null, ruleId: null, citation: null };

/** Every place of a plan's menus that a person must settle, in the order of the plan. Settled ones are among them: compare with `isSettled`. */
export function planConflicts(asked: ConflictQuestion): readonly PlanConflict[] {
  return asked.movement.menus.flatMap((menu, at) => {
    const line = { ...asked, menu, at };
    return [...occasionOpen(line), ...sameWords(line, 'level-open').map(levelOpen(line)), ...ownAuthorities(line), ...lawNarrower(line)];
  });
}

function occasionOpen(line: Line): readonly PlanConflict[] {
  const { menu, at } = line;
  const [first] = menu.items;
  const plan = menuWords(menu);
  if (first === undefined || plan === undefined || !menu.occasions.includes('unspecified')) {
    return [];
  }
  return [
    {
      path: `menus[${at}]`,
      code: 'occasion-open',
      occasions: ['unspecified'],
      awards: menu.items.map((item) => item.award),
      plan,
      law: occasionLaw(line) ?? awardLaw(line, first.award),
      pick: 'some',
      choices: TIED.map((occasion) => ({ ...LEAVE_OUT, id: occasion })),
    },
  ];
}

/** The criterion that ties an award of the list to a review, where the law knows one. */
function occasionLaw({ menu, links, pack, date }: Line): LawSide | undefined {
  const ties = menu.items.flatMap(({ award }) =>
    links.flatMap((link) => {
      const [yearly, final] = [
        lawFit(pack, { award, occasion: 'annual', link, date }),
        lawFit(pack, { award, occasion: 'final', link, date }),
      ];
      return !yearly.fits && final.fits ? [sideOf(yearly)] : [];
    }),
  );
  return ties[0];
}

function levelOpen(line: Line): (items: readonly [MenuItem, ...MenuItem[]]) => PlanConflict {
  return (items) => ({
    ...common(line, items),
    code: 'level-open',
    law: awardLaw(line, items[0].award),
    pick: 'one',
    choices: [...items.map((item) => decidedBy(line, item.award)), LEAVE_OUT],
  });
}

function ownAuthorities(line: Line): readonly PlanConflict[] {
  return sameWords(line, 'own-authority').map((items) => {
    const choices = items.map((item) => decidedBy(line, item.award));
    const first = rowsOn(line.pack.authorities, line.date).find((row) => row.awards.includes(items[0].award));
    const law =
      first === undefined ? awardLaw(line, items[0].award) : sideOf({ ...first, text: first.awards.join(', '), ruleId: first.id });
    return { ...common(line, items), code: 'own-authority', law, pick: 'some', choices };
  });
}

/** What the plan lists and the law gives to nobody under its launcher and length: made under another movement of the chain, kept, or dropped. */
function lawNarrower(line: Line): readonly PlanConflict[] {
  const { menu, links, pack, date } = line;
  const [own] = links;
  const listed = menu.items.filter((item) => item.basis !== 'own-authority');
  return listed.flatMap((item): readonly PlanConflict[] => {
    // A list without an occasion is still as wide as the occasion that leaves most open.
    const open = (link: ChainLink, at: MenuOccasion): boolean =>
      DOSSIER_OCCASION[at].some((occasion) => lawFit(pack, { award: item.award, occasion, link, date }).fits);
    const closed = own === undefined ? [] : menu.occasions.filter((occasion) => !open(own, occasion));
    const last = closed.at(-1);
    if (own === undefined || last === undefined) {
      return [];
    }
    const fit = lawFit(pack, { award: item.award, occasion: DOSSIER_OCCASION[last].at(-1) ?? 'final', link: own, date });
    const unknown = awardOf(pack, item.award) === undefined;
    const under = links
      .filter((link) => closed.every((occasion) => open(link, occasion)))
      .map((link) => ({ ...LEAVE_OUT, id: `under:${link.id}`, award: item.award, link }));
    const keep = { ...LEAVE_OUT, id: 'keep', award: item.award };
    return [
      {
        ...common(line, [item]),
        occasions: closed,
        code: unknown ? 'award-unknown' : 'law-narrower',
        law: fit.fits ? awardLaw(line, item.award) : sideOf(fit),
        pick: 'one',
        choices: unknown ? [LEAVE_OUT] : [...under, keep, LEAVE_OUT],
      },
    ];
  });
}

/** Items of one basis that stand on the same words of the plan. */
function sameWords({ menu }: Line, basis: MenuItem['basis']): readonly (readonly [MenuItem, ...MenuItem[]])[] {
  const groups = new Map<string, [MenuItem, ...MenuItem[]]>();
  for (const item of menu.items.filter((one) => one.basis === basis)) {
    const key = `${item.line.from} ${item.quote}`;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [item]);
    } else {
      group.push(item);
    }
  }
  return [...groups.values()];
}

function common(
  { menu, at }: Line,
  items: readonly [MenuItem, ...MenuItem[]],
): Pick<PlanConflict, 'path' | 'occasions' | 'awards' | 'plan'> {
  const [{ quote, line }] = items;
  return {
    path: `menus[${at}].items[${menu.items.indexOf(items[0])}]`,
    occasions: menu.occasions,
    awards: items.map((item) => item.award),
    plan: { quote, line },
  };
}

/** The award with the row of those who decide it. */
function decidedBy({ pack, date }: Line, award: string): PlanChoice {
  const row = rowsOn(pack.authorities, date).find((one) => one.awards.includes(award));
  return { id: award, award, link: null, ruleId: row?.id ?? null, citation: row?.citation ?? null };
}

function awardLaw({ pack }: Line, award: string): LawSide {
  const row = awardOf(pack, award);
  return row === undefined
    ? { ruleId: '', citation: pack.citation, text: award, confirmed: true }
    : { ruleId: row.id, citation: row.citation, text: row.names[0]?.full ?? award, confirmed: row.confirmed };
}

function sideOf({ ruleId, citation, text, confirmed }: LawSide): LawSide {
  return { ruleId, citation, text, confirmed };
}
