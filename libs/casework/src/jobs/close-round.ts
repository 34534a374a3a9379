import { releaseMoney } from '../money/move-money';
import { rejoinRow } from '../rounds/rejoin-row';
import type { JobVerb } from './job-verb';
import { roundOfJob } from './round-of-job';

/** Every branch has ended: the round is over. What was held stays with its dossier; what never came on an agenda joins the next round. */
export const closeRound: JobVerb = async (context) => {
  const { deps, tx, job, nowMs } = context;
  const round = await roundOfJob(context);
  const { rounds, roundRows } = deps.stores;
  await roundRows.setAside(tx, job.provinceId, round.id);
  await rounds.setStatus(tx, job.provinceId, round.id, 'closed', nowMs);
  const rows = await roundRows.ofRound(job.provinceId, round.id, tx);
  const undecided = rows.filter((row) => row.decisionId === null && row.outcome !== 'forwarded').map((row) => row.id);
  await releaseMoney(deps, tx, { provinceId: job.provinceId, rowIds: undecided, atMs: nowMs });
  const left = rows.filter((row) => row.state === 'open' && row.outcome === null);
  for (const row of left) {
    await rejoinRow(deps, tx, { provinceId: job.provinceId, rowId: row.id, nowMs });
  }
  return {};
};
