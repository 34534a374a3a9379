import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { KEPT_FOR_MS } from '../kept-for';

/** Asks the dossier's process to end as withdrawn, wherever it stands. */
export async function endProcess({ runtime }: CaseworkDeps, tx: Tx, provinceId: string, dossierId: string): Promise<void> {
  await runtime.publish({ provinceId, name: 'rut-ho-so', correlationKey: dossierId, variables: {}, ttlMs: KEPT_FOR_MS }, tx);
}
