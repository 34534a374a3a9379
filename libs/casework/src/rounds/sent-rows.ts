import { dayOf } from '@thidua/kernel';
import type { RoundRecord, RoundRowRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { packOfRound, pathOf, recommended } from './round-law';

/** Rows of a provincial round that wait for the central level. */
export async function sentRows(
  deps: CaseworkDeps,
  { provinceId, round }: { readonly provinceId: string; readonly round: RoundRecord },
  tx: Tx = deps.database.reader,
): Promise<readonly RoundRowRecord[]> {
  const pack = await packOfRound(deps, round);
  const rows = await deps.stores.roundRows.ofRound(provinceId, round.id, tx);
  return recommended(rows).filter((row) => pathOf(pack, row.award, round.level, dayOf(deps.clock.nowMs())) === 'upward');
}
