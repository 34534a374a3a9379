import { dayOf, formatLocalDate } from '@thidua/kernel';
import type { RoundOrgs, RoundRecord } from '@thidua/store';
import { openOwnRound } from '../rounds/open-own-round';
import { openRoundFor, type RoundWanted } from '../rounds/open-round-for';
import { existsOn } from '../rounds/rejoin-row';
import { packOfRound, pathOf, recommended } from '../rounds/round-law';
import type { JobVerb } from './job-verb';
import { roundOfJob } from './round-of-job';

/** Recommended rows of higher awards go into the collecting round of the level above, at once and for certain. */
export const forwardRows: JobVerb = async (context) => {
  const { deps, tx, job, nowMs } = context;
  const round = await roundOfJob(context);
  const { rounds, roundRows } = deps.stores;
  const pack = await packOfRound(deps, round);
  const rows = recommended(await roundRows.lockOfRound(tx, job.provinceId, round.id));
  const rowIds = rows.filter((row) => pathOf(pack, row.award, round.level, dayOf(nowMs)) === 'upward').map((row) => row.id);
  if (rowIds.length === 0) {
    // All were held or withdrawn meanwhile: nobody waits for a message of this round itself.
    return { upperRound: round.id };
  }
  const orgs = await rounds.orgsOf(job.provinceId, round.orgId, tx);
  if (orgs === undefined) {
    throw new Error(`organisation ${round.orgId} has no province`);
  }
  const above = bodyAbove(round, orgs, formatLocalDate(dayOf(nowMs)));
  const { occasion, movementId, year, packHash } = round;
  const wanted = { ...above, provinceId: job.provinceId, occasion, movementId, year, packHash, nowMs, rowIds, sourceRoundId: round.id };
  const cases = await deps.stores.cases.ofRows(job.provinceId, rowIds, tx);
  const simplified = cases.every((row) => row.procedure === 'simplified');
  const upper = simplified ? await openOwnRound(deps, tx, wanted) : await openRoundFor(deps, tx, wanted);
  await roundRows.setStage(tx, job.provinceId, rowIds, above.level);
  await roundRows.setOutcome(tx, job.provinceId, round.id, rowIds, 'forwarded');
  await rounds.setUpper(tx, job.provinceId, round.id, upper.id);
  return { upperRound: upper.id };
};

/** From the commune to its district while that exists, and from there, or without one, to the province. */
function bodyAbove(round: RoundRecord, orgs: RoundOrgs, day: string): Pick<RoundWanted, 'level' | 'orgId'> {
  return round.level === 'XA' && orgs.district !== null && existsOn(orgs.district, day)
    ? { level: 'HUYEN', orgId: orgs.district.id }
    : { level: 'TINH', orgId: orgs.province.id };
}
