import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';

const A_DAY_MS = 86_400_000;

/** Asks the dossier's process to end as withdrawn, wherever it stands. */
export async function endProcess({ runtime }: CaseworkDeps, tx: Tx, provinceId: string, dossierId: string): Promise<void> {
  await runtime.publish({ provinceId, name: 'rut-ho-so', correlationKey: dossierId, variables: {}, ttlMs: A_DAY_MS }, tx);
}
