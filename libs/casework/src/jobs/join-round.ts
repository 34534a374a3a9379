import { joinRows } from '../rounds/join-rows';
import { recommended } from '../rounds/round-law';
import { rejoinRow } from '../rounds/rejoin-row';
import type { JobContext, JobVerb } from './job-verb';
import { roundOfJob } from './round-of-job';

/**
 * Takes in what a message brought: a dossier, named rows, or what a commune's round forwards. Rows that are in are left alone; what comes
 * after the appraisal goes into the next round of the same occasion.
 */
export const joinRound: JobVerb = async (context) => {
  const { deps, tx, job, nowMs } = context;
  const round = await roundOfJob(context);
  const inRound = new Set((await deps.stores.roundRows.ofRound(job.provinceId, round.id, tx)).map((row) => row.id));
  const rowIds = (await rowsBrought(context)).filter((id) => !inRound.has(id));
  if (round.status === 'collecting' || round.status === 'appraising') {
    const source = job.variables['sourceRound'];
    const from = typeof source === 'string' ? { sourceRoundId: source } : {};
    await joinRows(deps, tx, { provinceId: job.provinceId, round, rowIds, nowMs, ...from });
    return {};
  }
  for (const rowId of rowIds) {
    await rejoinRow(deps, tx, { provinceId: job.provinceId, rowId, nowMs });
  }
  return {};
};

async function rowsBrought({ deps, tx, job }: JobContext): Promise<readonly string[]> {
  const { rows, sourceRound, dossier } = job.variables;
  const { roundRows } = deps.stores;
  if (Array.isArray(rows)) {
    return rows.filter((id) => typeof id === 'string');
  }
  if (typeof sourceRound === 'string') {
    const sent = await roundRows.ofRound(job.provinceId, sourceRound, tx);
    return [...recommended(sent), ...sent.filter((row) => row.outcome === 'forwarded')]
      .filter((row) => row.state === 'open' && row.stage === 'TINH')
      .map((row) => row.id);
  }
  return typeof dossier === 'string' ? roundRows.openOf(tx, job.provinceId, dossier) : [];
}
