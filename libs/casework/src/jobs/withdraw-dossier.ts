import { withdrawAll } from '../dossiers/withdraw-all';
import { dossierOfJob } from './dossier-of-job';
import type { JobVerb } from './job-verb';

/** The process ends as withdrawn; the verb that asked for it has done the same already, unless the message came from elsewhere. */
export const withdrawDossier: JobVerb = async (context) => {
  const { deps, tx, job, nowMs } = context;
  const dossier = await dossierOfJob(context);
  if (dossier.status !== 'withdrawn') {
    await withdrawAll(deps, tx, { provinceId: job.provinceId, dossierId: dossier.id, reason: null, nowMs });
  }
  return {};
};
