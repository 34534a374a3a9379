import type { LocalDate } from '@thidua/kernel';
import type { BallotRow, CouncilRow, Level, Pack } from '../pack/pack';
import { rowsOn } from '../pack/rows';

/** The ballot rule of an award in the council of a level; undefined where that level holds no ballot on it. */
export function ballotRuleFor(pack: Pack, award: string, level: Level, date?: LocalDate): BallotRow | undefined {
  return rowsOn(pack.ballots, date).find((row) => row.awards.includes(award) && row.levels.includes(level));
}

/** Which body of a level's council considers an award: none, the standing members, or the full council. */
export function councilBodyFor(pack: Pack, award: string, level: Level, date?: LocalDate): CouncilRow | undefined {
  return rowsOn(pack.councils, date).find((row) => row.awards.includes(award) && row.level === level);
}
