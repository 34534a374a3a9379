import type { JobVerb } from '../../jobs/job-verb';
import { roundOfJob } from '../../jobs/round-of-job';

/** The signed minutes make the ranks the cluster's result of the year: nominations for flags rest on it. */
export const recordClusterResult: JobVerb = async (context) => {
  const { deps, tx, job, nowMs } = context;
  const { provinceId } = job;
  const round = await roundOfJob(context);
  const { clusters, clusterMeetings, papers, rounds } = deps.stores;
  const turn = (await clusterMeetings.ofRound(provinceId, round.id, tx)).at(-1);
  if (turn?.ranking === null || turn === undefined) {
    throw new Error(`round ${round.id} has no ranking of its cluster`);
  }
  await clusters.record(tx, provinceId, turn.clusterId, turn.ranking.lines, { total: turn.total, atMs: nowMs });
  const minutes = (await papers.lockAbout(tx, provinceId, { roundId: round.id })).findLast((paper) => paper.kind === 'bien-ban-cum');
  if (minutes !== undefined) {
    await clusters.setPaper(tx, provinceId, turn.clusterId, minutes.id);
  }
  await rounds.setStatus(tx, provinceId, round.id, 'closed', nowMs);
  return {};
};
