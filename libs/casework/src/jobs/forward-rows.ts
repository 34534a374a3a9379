import { openRoundFor } from '../rounds/open-round-for';
import { packOfRound, pathOf, recommended } from '../rounds/round-law';
import type { JobVerb } from './job-verb';
import { roundOfJob } from './round-of-job';

/** The commune's recommended rows of higher awards go into the province's collecting round, at once and for certain. */
export const forwardRows: JobVerb = async (context) => {
  const { deps, tx, job, nowMs } = context;
  const round = await roundOfJob(context);
  const { rounds, roundRows } = deps.stores;
  const pack = await packOfRound(deps, round);
  const rows = recommended(await roundRows.lockOfRound(tx, job.provinceId, round.id));
  const rowIds = rows.filter((row) => pathOf(pack, row.award, round.level) === 'upward').map((row) => row.id);
  if (rowIds.length === 0) {
    // All were held or withdrawn meanwhile: nobody waits for a message of the commune's own round.
    return { upperRound: round.id };
  }
  const orgs = await rounds.orgsOf(job.provinceId, round.orgId, tx);
  if (orgs === undefined) {
    throw new Error(`organisation ${round.orgId} has no province`);
  }
  const { occasion, movementId, year, packHash } = round;
  const upper = await openRoundFor(deps, tx, {
    provinceId: job.provinceId,
    level: 'TINH',
    orgId: orgs.province.id,
    occasion,
    movementId,
    year,
    packHash,
    nowMs,
    rowIds,
    sourceRoundId: round.id,
  });
  await roundRows.setStage(tx, job.provinceId, rowIds, 'TINH');
  await roundRows.setOutcome(tx, job.provinceId, round.id, rowIds, 'forwarded');
  await rounds.setUpper(tx, job.provinceId, round.id, upper.id);
  return { upperRound: upper.id };
};
