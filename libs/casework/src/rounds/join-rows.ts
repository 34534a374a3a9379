import type { RoundRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';

export interface Joining {
  readonly provinceId: string;
  readonly round: Pick<RoundRecord, 'id' | 'orgId' | 'standingOrgId'>;
  readonly rowIds: readonly string[];
  readonly nowMs: number;
  readonly sourceRoundId?: string;
}

/** Rows enter a round and its bodies get sight of their dossiers; doing it twice is doing it once. */
export async function joinRows(deps: CaseworkDeps, tx: Tx, joining: Joining): Promise<void> {
  const { provinceId, round, rowIds, nowMs, sourceRoundId } = joining;
  if (rowIds.length === 0) {
    return;
  }
  const { roundRows } = deps.stores;
  await roundRows.join(tx, provinceId, round.id, rowIds, { atMs: nowMs, ...(sourceRoundId === undefined ? {} : { sourceRoundId }) });
  await roundRows.addParties(tx, provinceId, rowIds, { orgId: round.orgId, role: 'deciding-body', atMs: nowMs });
  await roundRows.addParties(tx, provinceId, rowIds, { orgId: round.standingOrgId, role: 'standing-body', atMs: nowMs });
}
