import type { Movement } from '@thidua/awards';
import type { JobVerb } from '../../jobs/job-verb';
import { contentHash } from '../../packs/store-pack';
import { Refused } from '../../refused';
import { endWork, workOf } from '../end-work';
import { issuedPaper, moveDraft, movementOfWork } from './launch-verbs';

/** The amendment is issued: the movement reads anew from here on, and its former reading stays. */
export const applyAmendment: JobVerb = async ({ deps, tx, job, nowMs }) => {
  const { provinceId } = job;
  const work = await workOf(deps, job, tx);
  const record = await movementOfWork(deps, tx, provinceId, work);
  // Written by the amendment's opening from a draft that reads as a movement.
  const { content, reason, baseVersion } = work.facts as unknown as { content: Movement; reason: string; baseVersion: number };
  const paper = await issuedPaper(deps, tx, provinceId, work, 'ke-hoach-dieu-chinh');
  const amended = await deps.stores.movements.amend(tx, provinceId, {
    ...{ id: record.id, content, hash: contentHash(content), version: baseVersion, reason, paperId: paper?.id ?? null, atMs: nowMs },
  });
  if (!amended) {
    throw new Refused('state-conflict', { reason: 'movement-changed', movementId: record.id });
  }
  await endWork(deps, tx, { provinceId, workId: work.id, status: 'done' });
  await moveDraft(deps, tx, provinceId, work, 'released');
  return {};
};

export const dropAmendment: JobVerb = async ({ deps, tx, job }) => {
  const work = await workOf(deps, job, tx);
  await endWork(deps, tx, { provinceId: job.provinceId, workId: work.id, status: 'canceled' });
  await moveDraft(deps, tx, job.provinceId, work, 'open');
  return {};
};
