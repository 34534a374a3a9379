import type { JsonObject } from '@thidua/kernel';
import type { RoundRecord } from '@thidua/store';
import { recordCentralDecisions } from '../decisions/record-central-decisions';
import { recordAwardHistory } from '../evidence/award-history';
import { packOfRound } from '../rounds/round-law';
import { tellDossiers } from '../rounds/tell-dossiers';
import type { JobContext, JobVerb } from './job-verb';
import { roundOfJob } from './round-of-job';

/** Gives rows their end, by the header `scope`, and tells their dossiers. Held rows stay as they are. Of `central`: variable `hasWaiting`. */
export const sendResults: JobVerb = async (context): Promise<JsonObject> => {
  const round = await roundOfJob(context);
  const central = context.job.headers['scope'] === 'central' ? await recordCentralDecisions(context, round) : undefined;
  const ended = central?.ended ?? (await endRows(context, round));
  await tellDossiers(context.deps, context.tx, context.job.provinceId, ended);
  return central === undefined ? {} : { hasWaiting: central.waiting > 0 };
};

function endRows(context: JobContext, round: RoundRecord): Promise<readonly string[]> {
  const scope = context.job.headers['scope'];
  switch (scope) {
    case 'decided':
      return endDecided(context, round);
    case 'refused':
      return refusedRows(context, round);
    case 'failed':
      return endFailed(context, round);
    default:
      throw new Error(`send-results does not know the scope ${scope ?? ''}`);
  }
}

async function endDecided({ deps, tx, job, nowMs }: JobContext, round: RoundRecord): Promise<readonly string[]> {
  const { roundRows, decisions } = deps.stores;
  const taken = new Set((await decisions.ofRound(job.provinceId, round.id, tx)).filter((one) => !one.external).map((one) => one.id));
  const rows = (await roundRows.lockOfRound(tx, job.provinceId, round.id)).filter((row) => taken.has(row.decisionId ?? ''));
  const ended = await roundRows.end(
    tx,
    job.provinceId,
    rows.map((row) => ({ rowId: row.id, reason: null })),
    'awarded',
  );
  await roundRows.setOutcome(tx, job.provinceId, round.id, ended, 'awarded');
  const pack = await packOfRound(deps, round);
  await recordAwardHistory(deps, tx, { provinceId: job.provinceId, rowIds: ended, pack, orgId: round.orgId, atMs: nowMs });
  return ended;
}

/** The head has refused them with his reason when the step ended; their dossiers learn it here. */
async function refusedRows({ deps, tx, job }: JobContext, round: RoundRecord): Promise<readonly string[]> {
  const rows = await deps.stores.roundRows.ofRound(job.provinceId, round.id, tx);
  return rows.filter((row) => row.outcome === 'refused' && row.state === 'refused').map((row) => row.id);
}

async function endFailed({ deps, tx, job }: JobContext, round: RoundRecord): Promise<readonly string[]> {
  const { roundRows } = deps.stores;
  const rows = await roundRows.lockOfRound(tx, job.provinceId, round.id);
  const notMet = rows
    .filter((row) => row.outcome === 'not-met')
    .map((row) => ({
      rowId: row.id,
      reason: `${row.appraisal === 'missing-data' ? 'Thiếu dữ liệu' : 'Chưa đạt tiêu chuẩn'}: ${row.appraisalNote ?? ''}`,
    }));
  const notVoted = rows
    .filter((row) => row.outcome === 'not-recommended')
    .map((row) => ({ rowId: row.id, reason: 'Không đủ số phiếu đồng ý theo quy định của Hội đồng Thi đua - Khen thưởng.' }));
  return [
    ...(await roundRows.end(tx, job.provinceId, notMet, 'rejected')),
    ...(await roundRows.end(tx, job.provinceId, notVoted, 'not-recommended')),
  ];
}
