import type { Pack } from '@thidua/awards';
import type { RowVerdicts } from '@thidua/contract';
import { dayOf } from '@thidua/kernel';
import type { RoundRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { verdictsOfRows } from './verdict-views';

/** Verdicts of every row of a round by the pack it is pinned to: what the appraiser sees beside each name. Keyed by row id. */
export async function verdictsOfRound(
  deps: CaseworkDeps,
  { provinceId, round, pack }: { readonly provinceId: string; readonly round: Pick<RoundRecord, 'id'>; readonly pack: Pack },
  tx?: Tx,
): Promise<ReadonlyMap<string, RowVerdicts>> {
  const { stores } = deps;
  const rows = await stores.rows.ofRound(provinceId, round.id, tx);
  const dossiers = new Map(
    await Promise.all(
      [...new Set(rows.map((row) => row.dossierId))].map(async (id) => [id, await stores.dossiers.byId(provinceId, id, tx)] as const),
    ),
  );
  const judged = rows.flatMap((row) => {
    const around = dossiers.get(row.dossierId);
    return around === undefined ? [] : [{ ...row, around }];
  });
  return verdictsOfRows(deps, { provinceId, pack, today: dayOf(deps.clock.nowMs()), rows: judged }, tx);
}
