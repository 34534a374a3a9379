import type { JobVerb } from './job-verb';
import { roundOfJob } from './round-of-job';

/** Every branch has ended: the round is over, and what was held stays with its dossier. */
export const closeRound: JobVerb = async (context) => {
  const round = await roundOfJob(context);
  await context.deps.stores.roundRows.setAside(context.tx, context.job.provinceId, round.id);
  await context.deps.stores.rounds.setStatus(context.tx, context.job.provinceId, round.id, 'closed', context.nowMs);
  return {};
};
