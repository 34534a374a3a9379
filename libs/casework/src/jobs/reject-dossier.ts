import { textOf } from '../acts/form-data';
import { dossierOfJob } from './dossier-of-job';
import type { JobVerb } from './job-verb';

/** Turned away at receipt: every row ends with the reason that was written there. */
export const rejectDossier: JobVerb = async (context) => {
  const { deps, tx, job, nowMs } = context;
  const dossier = await dossierOfJob(context);
  const said = await deps.stores.dossiers.formBody(job.provinceId, { dossierId: dossier.id, formId: 'tiep-nhan' }, tx);
  const reason = (said === undefined ? undefined : textOf(said.body, 'reason')) ?? null;
  await deps.stores.rows.moveAll(tx, job.provinceId, dossier.id, { from: ['open', 'held'], state: 'rejected', reason });
  await deps.stores.dossiers.setStatus(tx, job.provinceId, dossier.id, 'rejected', nowMs);
  return {};
};
