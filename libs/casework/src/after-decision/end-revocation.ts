import type { JobVerb } from '../jobs/job-verb';
import { caseOfJob } from './case-at-hand';

/** The decider, or the centre, leaves the award as it is. */
export const keepAward: JobVerb = async (context) => {
  const { deps, tx, job, nowMs } = context;
  const found = await caseOfJob(context);
  await deps.stores.revocations.setStatus(tx, job.provinceId, found.id, { status: 'kept', closedMs: nowMs });
  return {};
};

/** Items and money are back, or what is missing is on record, and the revocation is published. */
export const closeRevocation: JobVerb = async (context) => {
  const { deps, tx, job, nowMs } = context;
  const found = await caseOfJob(context);
  await deps.stores.revocations.setStatus(tx, job.provinceId, found.id, { status: 'recovered', closedMs: nowMs });
  return {};
};

/** The proposal is with the decider. */
export const proposeRevocation: JobVerb = async (context) => {
  const { deps, tx, job } = context;
  const found = await caseOfJob(context);
  await deps.stores.revocations.setStatus(tx, job.provinceId, found.id, { status: 'deciding' });
  return {};
};
