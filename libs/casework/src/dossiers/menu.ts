import { allowedByMovement, awardOf, type Movement, type Occasion, type Pack } from '@thidua/awards';
import type { DossierOccasion } from '@thidua/store';
import { Refused } from '../refused';

export interface MenuLine {
  readonly award: string;
  /** First line of the plan that offers it; null outside of movements. */
  readonly line: number | null;
}

const BY_MOVEMENT: Readonly<Partial<Record<DossierOccasion, Occasion>>> = {
  annual: 'annual',
  interim: 'interim-review',
  final: 'final-review',
};

/** What a plan offers for an occasion; 'unspecified' is the list that the plan ties to none, which a person chooses knowingly. */
export function movementMenu(movement: Movement, occasion: DossierOccasion, pack: Pack): readonly MenuLine[] {
  const wanted = occasion === 'unspecified' ? 'unspecified' : BY_MOVEMENT[occasion];
  const items = movement.menus.filter((menu) => wanted !== undefined && menu.occasions.includes(wanted)).flatMap((menu) => menu.items);
  return items.filter((item) => isSubmitted(pack, item.award)).map((item) => ({ award: item.award, line: item.line.from }));
}

/** Without a movement: the yearly titles and forms, or for a sudden merit the forms alone. */
export function openMenu(occasion: DossierOccasion, pack: Pack): readonly MenuLine[] {
  const rows = pack.awards.filter(
    (row) => isSubmitted(pack, row.award) && row.level !== 'CTN' && (occasion === 'annual' || row.kind === 'form'),
  );
  return occasion === 'annual' || occasion === 'ad-hoc'
    ? [...new Set(rows.map((row) => row.award))].map((award) => ({ award, line: null }))
    : [];
}

/** @throws Refused award-not-on-menu with what is offered instead */
export function demandOnMenu(
  pack: Pack,
  movement: Movement | undefined,
  occasion: DossierOccasion,
  row: { readonly award: string; readonly kind: string; readonly name: string },
): void {
  const menu = movement === undefined ? openMenu(occasion, pack) : movementMenu(movement, occasion, pack);
  const known = awardOf(pack, row.award);
  const listed = menu.map((line) => line.award);
  if (known === undefined || !listed.includes(row.award)) {
    throw new Refused('award-not-on-menu', {
      award: row.award,
      name: row.name,
      occasion,
      reason: whyNot(movement, occasion, row.award),
      listed,
    });
  }
  if (!known.nominees.some((kind) => kind === row.kind)) {
    throw new Refused('award-not-on-menu', { award: row.award, name: row.name, kind: row.kind, reason: 'nominee-kind', listed });
  }
}

function whyNot(movement: Movement | undefined, occasion: DossierOccasion, award: string): string {
  const tied = BY_MOVEMENT[occasion];
  if (movement === undefined || tied === undefined) {
    return 'not-on-menu';
  }
  const verdict = allowedByMovement(movement, tied, award);
  return verdict.allowed ? 'needs-choice' : verdict.reason;
}

/** What a unit's head decides alone is not submitted to anyone. */
function isSubmitted(pack: Pack, award: string): boolean {
  const level = awardOf(pack, award)?.level;
  return level !== undefined && level !== 'UNIT' && level !== 'HUYEN';
}
