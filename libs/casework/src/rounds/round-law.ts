import { awardOf, councilBodyFor, rowsOn, type CouncilBody, type Level, type Pack } from '@thidua/awards';
import type { LocalDate } from '@thidua/kernel';
import type { RoundLevel, RoundRecord, RoundRowRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { packByHash } from '../law/pack-of';

const RANK: Readonly<Record<Level, number>> = { UNIT: 0, XA: 1, HUYEN: 2, TINH: 3, TTG: 4, CTN: 5 };
const STRENGTH: Readonly<Record<CouncilBody, number>> = { none: 0, standing: 1, full: 2 };

/** The pack a round is pinned to. */
export function packOfRound(deps: CaseworkDeps, round: Pick<RoundRecord, 'packHash'>): Promise<Pack> {
  return packByHash(deps, round.packHash);
}

/**
 * Whether the round's own head decides the award, or it goes on to a higher level. The day counts: what the district decided is the commune's
 * from the day the tier ended, under the pack the dossier has kept (AU-05, AU-06).
 */
export function pathOf(pack: Pack, award: string, level: RoundLevel, on: LocalDate): 'local' | 'upward' {
  if (rowsOn(pack.authorities, on).some((row) => row.level === level && row.awards.includes(award))) {
    return 'local';
  }
  const decides = awardOf(pack, award)?.level;
  return decides !== undefined && RANK[decides] > RANK[level] ? 'upward' : 'local';
}

/** The strongest body that the pack wants for any of the awards: one session considers them all. */
export function strongestBody(pack: Pack, awards: readonly string[], level: RoundLevel, date: LocalDate): CouncilBody {
  return awards
    .map((award) => councilBodyFor(pack, award, level, date)?.body ?? 'none')
    .reduce((strongest, body) => (STRENGTH[body] > STRENGTH[strongest] ? body : strongest), 'none');
}

/** Rows the round has recommended and that nobody has held or withdrawn since. */
export function recommended(rows: readonly RoundRowRecord[]): readonly RoundRowRecord[] {
  return rows.filter((row) => row.outcome === 'recommended' && row.state === 'open');
}

/** The flags on which the diagram splits after the council. */
export function branches(pack: Pack, level: RoundLevel, rows: readonly RoundRowRecord[], on: LocalDate): Readonly<Record<string, boolean>> {
  const passed = recommended(rows);
  return {
    hasLocal: passed.some((row) => pathOf(pack, row.award, level, on) === 'local'),
    hasUpward: passed.some((row) => pathOf(pack, row.award, level, on) === 'upward'),
    hasFailed: rows.some((row) => row.state === 'open' && (row.outcome === 'not-met' || row.outcome === 'not-recommended')),
  };
}
