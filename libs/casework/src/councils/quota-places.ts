import { rowsOn, type Pack } from '@thidua/awards';
import type { LocalDate } from '@thidua/kernel';
import type { AnnouncedPlaces, RoundRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { atMost } from '../procedure/demand-quotas';

export interface PlacesQuestion {
  readonly provinceId: string;
  readonly round: RoundRecord;
  readonly pack: Pack;
  /** Of the agenda, with the rows that are on it. */
  readonly rows: readonly { readonly id: string; readonly award: string }[];
  readonly today: LocalDate;
}

/** How many of an award the council may recommend by a quota of the pack: the share, less what is on its way elsewhere. */
export async function quotaPlaces(deps: CaseworkDeps, asked: PlacesQuestion, tx: Tx): Promise<readonly AnnouncedPlaces[]> {
  const { provinceId, round, pack, rows, today } = asked;
  const quotas = rowsOn(pack.quotas, today).filter((row) => row.of === 'cluster-leaders' && row.limit === 'at-most');
  const places: AnnouncedPlaces[] = [];
  for (const quota of round.level === 'TINH' ? quotas : []) {
    const mine = rows.filter((row) => row.award === quota.award).map((row) => row.id);
    if (mine.length > 0) {
      const leaders = (await deps.stores.clusters.leaders(provinceId, 'TINH', round.year, tx)).length;
      const others = await deps.stores.cases.onTheWay(tx, provinceId, { award: quota.award, year: round.year, not: mine });
      const left = Math.max(0, atMost(leaders, quota) - others);
      places.push({ award: quota.award, places: left, ruleId: quota.id, text: quota.text });
    }
  }
  return places;
}
