import type { JobVerb } from '../../jobs/job-verb';
import { endWork, workOf } from '../end-work';

/** The report was accepted: its work is done. */
export const endReport: JobVerb = async ({ deps, tx, job }) => {
  const work = await workOf(deps, job, tx);
  await endWork(deps, tx, { provinceId: job.provinceId, workId: work.id, status: 'done' });
  return {};
};
