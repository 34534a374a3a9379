import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { KEPT_FOR_MS } from '../kept-for';

/** Tells the dossiers of these rows that something came of them, and how many of their rows are still open or held. */
export async function tellDossiers(deps: CaseworkDeps, tx: Tx, provinceId: string, rowIds: readonly string[]): Promise<void> {
  for (const { dossierId, openRows } of await deps.stores.roundRows.leftOpen(tx, provinceId, rowIds)) {
    const message = { provinceId, name: 'ket-qua-ho-so', correlationKey: dossierId, variables: { openRows }, ttlMs: KEPT_FOR_MS };
    await deps.runtime.publish(message, tx);
  }
}
