import type { DossierRecord } from '@thidua/store';
import type { JobContext } from './job-verb';

/** The dossier a job works on (variable `dossier`), locked until its transaction ends. */
export async function dossierOfJob({ deps, tx, job }: JobContext): Promise<DossierRecord> {
  const id = job.variables['dossier'];
  const dossier = typeof id === 'string' ? await deps.stores.dossiers.lock(tx, job.provinceId, id) : undefined;
  if (dossier === undefined) {
    throw new Error(`job ${job.type} of ${job.instanceId} has no dossier`);
  }
  return dossier;
}
