import { awardOf } from '../pack/award-name';
import type { Level, NomineeKind, Pack } from '../pack/pack';

/** What a place in the running order is decided by. */
export interface Honouree {
  readonly award: string;
  readonly kind: NomineeKind;
  readonly posthumous: boolean;
}

/** From the State down. */
const DOWNWARD: readonly Level[] = ['CTN', 'TTG', 'TINH', 'HUYEN', 'XA', 'UNIT'];

/**
 * The order in which awards are given at a ceremony (R-22; ND152 art. 30.1): the higher before the lower, at one deciding level titles before
 * forms, within one award collectives and households before individuals, the living before the dead. What is equal keeps its order.
 */
export function ceremonyOrder<Row extends Honouree>(pack: Pack, rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => {
    const [first, second] = [placeOf(pack, a), placeOf(pack, b)];
    const at = first.findIndex((value, index) => value !== second[index]);
    return at < 0 ? 0 : (first[at] ?? 0) - (second[at] ?? 0);
  });
}

function placeOf(pack: Pack, { award, kind, posthumous }: Honouree): readonly number[] {
  const row = awardOf(pack, award);
  const level = row === undefined ? DOWNWARD.length : DOWNWARD.indexOf(row.level);
  // A pack lists the awards of a level from the lowest up.
  const height = pack.awards.findIndex((one) => one.award === award);
  return [level, row?.kind === 'title' ? 0 : 1, -height, kind === 'individual' ? 1 : 0, posthumous ? 1 : 0];
}
