import { sentRows } from '../rounds/sent-rows';
import type { JobVerb } from './job-verb';
import { roundOfJob } from './round-of-job';

/** After a returned submission: whether a row is left to submit. */
export const stillUpward: JobVerb = async (context) => {
  const { deps, tx, job } = context;
  const round = await roundOfJob(context);
  return { hasUpward: (await sentRows(deps, { provinceId: job.provinceId, round }, tx)).length > 0 };
};
