import { dossierOfJob } from './dossier-of-job';
import type { JobVerb } from './job-verb';

/** Every row has its result and the unit has been told; one that was turned away stays so. */
export const closeDossier: JobVerb = async (context) => {
  const { deps, tx, job, nowMs } = context;
  const dossier = await dossierOfJob(context);
  if (dossier.status === 'accepted') {
    await deps.stores.dossiers.setStatus(tx, job.provinceId, dossier.id, 'closed', nowMs);
  }
  return {};
};
