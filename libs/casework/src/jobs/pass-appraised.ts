import { dayOf } from '@thidua/kernel';
import { branches, packOfRound } from '../rounds/round-law';
import type { JobVerb } from './job-verb';
import { roundOfJob } from './round-of-job';

/** Where the pack wants no council: what the appraisal found to meet the standard is recommended. */
export const passAppraised: JobVerb = async (context) => {
  const { deps, tx, job, nowMs } = context;
  const round = await roundOfJob(context);
  const { roundRows, rounds } = deps.stores;
  const rows = await roundRows.lockOfRound(tx, job.provinceId, round.id);
  const met = rows.filter((row) => row.appraisal === 'met' && row.outcome === null && row.state === 'open');
  await roundRows.setOutcome(
    tx,
    job.provinceId,
    round.id,
    met.map((row) => row.id),
    'recommended',
  );
  await roundRows.setAside(tx, job.provinceId, round.id);
  await rounds.setStatus(tx, job.provinceId, round.id, 'deciding', nowMs);
  return branches(await packOfRound(deps, round), round.level, await roundRows.ofRound(job.provinceId, round.id, tx), dayOf(nowMs));
};
