import type { DossierRecord, DossierStatus } from '@thidua/store';
import type { ActContext } from '../acts/act';
import { Refused } from '../refused';

/** The dossier a task is about, locked until the act's transaction ends. @throws Refused state-conflict when it is in another state */
export async function dossierOfTask({ deps, tx, task }: ActContext, statuses: readonly DossierStatus[]): Promise<DossierRecord> {
  const dossier = task.dossierId === null ? undefined : await deps.stores.dossiers.lock(tx, task.provinceId, task.dossierId);
  if (dossier === undefined) {
    throw new Refused('not-found', { dossierId: task.dossierId });
  }
  if (!statuses.includes(dossier.status)) {
    throw new Refused('state-conflict', { dossierId: dossier.id, status: dossier.status });
  }
  return dossier;
}
