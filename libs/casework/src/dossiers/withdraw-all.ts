import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';

export interface WithdrawAll {
  readonly provinceId: string;
  readonly dossierId: string;
  readonly reason: string | null;
  readonly nowMs: number;
}

/** Ends a dossier and every row still in procedure, wherever it stands. */
export async function withdrawAll({ stores }: CaseworkDeps, tx: Tx, { provinceId, dossierId, reason, nowMs }: WithdrawAll): Promise<void> {
  const rows = await stores.rows.ofDossier(provinceId, dossierId, tx);
  const inProcedure = rows.filter((row) => row.state === 'open' || row.state === 'held').map((row) => row.id);
  await stores.rows.moveAll(tx, provinceId, dossierId, { from: ['open', 'held'], state: 'withdrawn', reason });
  await stores.traces.markOutcome(tx, provinceId, inProcedure, 'withdrawn');
  await stores.dossiers.setStatus(tx, provinceId, dossierId, 'withdrawn', nowMs);
}
