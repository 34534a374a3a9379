import type { RowStage } from '@thidua/store';
import { levelOfReceiver } from '../dossiers/receiver-of';
import { noteLimit } from '../limits/note-limit';
import { dossierOfJob } from './dossier-of-job';
import type { JobVerb } from './job-verb';

/** The dossier leaves the unit: the receiving body and its desk see it from now on, and its rows stand at that level. */
export const submitDossier: JobVerb = async (context) => {
  const { deps, tx, job, nowMs } = context;
  const dossier = await dossierOfJob(context);
  if (dossier.status !== 'drafting' && dossier.status !== 'supplement') {
    return {};
  }
  const { dossiers, rows } = deps.stores;
  if (dossier.status === 'supplement') {
    await noteLimit(deps, tx, { provinceId: job.provinceId, dossierId: dossier.id, kind: 'supplement-received', atMs: nowMs });
  }
  await dossiers.setStatus(tx, job.provinceId, dossier.id, 'submitted', null);
  const stage: RowStage = await levelOfReceiver(deps, dossier, tx);
  await rows.setStage(tx, job.provinceId, dossier.id, stage);
  const { receiverOrgId, deskOrgId } = dossier;
  for (const orgId of new Set([receiverOrgId ?? dossier.communeId, deskOrgId])) {
    if (orgId !== null) {
      await dossiers.addParty(tx, job.provinceId, { dossierId: dossier.id, orgId, role: 'receiving-body', fromMs: nowMs });
    }
  }
  return {};
};
