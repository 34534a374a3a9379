import type { SheetResult } from '@thidua/store';
import type { JobVerb } from '../../jobs/job-verb';
import { KEPT_FOR_MS } from '../../kept-for';
import { endWork, workOf } from '../end-work';
import { openWork } from '../open-work';
import { endOfDay } from '../reports/report-title';
import { summed } from './score-sums';

/** Every body of the table gets a sheet and a process of its own to fill it in. */
const openScoreSheets: JobVerb = async ({ deps, tx, job }) => {
  const { provinceId } = job;
  const work = await workOf(deps, job, tx);
  const board = await deps.stores.scores.byId(provinceId, work.id, tx);
  for (const orgId of board?.bodies ?? []) {
    const dueOn = board?.dueOn ?? null;
    const sheet = await openWork(deps, tx, {
      ...{ provinceId, movementId: work.movementId, kind: 'score-sheet', orgId, askedByOrgId: work.orgId, parentId: work.id },
      ...{ title: work.title, dueOn, year: work.year, process: 'tu-cham-diem', variables: { dueAt: endOfDay(dueOn) } },
    });
    await deps.stores.scores.addSheet(tx, provinceId, { id: sheet.id, boardId: work.id, orgId });
  }
  return {};
};

const handInScoreSheet: JobVerb = async ({ deps, tx, job, nowMs }) => {
  const work = await workOf(deps, job, tx);
  await deps.stores.scores.handIn(tx, job.provinceId, work.id, nowMs);
  await deps.stores.works.setStatus(tx, job.provinceId, work.id, 'submitted', nowMs);
  return {};
};

/** Whoever has not handed in is told that collecting is over. */
const closeScoreSheets: JobVerb = async ({ deps, tx, job }) => {
  const { provinceId } = job;
  const work = await workOf(deps, job, tx);
  const left = await deps.stores.works.list(provinceId, { parentId: work.id, kinds: ['score-sheet'], statuses: ['open'] }, tx);
  for (const { id } of left) {
    await deps.runtime.publish({ provinceId, name: 'dong-nhan-tu-cham', correlationKey: id, variables: {}, ttlMs: KEPT_FOR_MS }, tx);
  }
  return {};
};

const dropScoreSheet: JobVerb = async ({ deps, tx, job }) => {
  const work = await workOf(deps, job, tx);
  await endWork(deps, tx, { provinceId: job.provinceId, workId: work.id, status: 'canceled' });
  return {};
};

/** The table is signed and issued: totals and ranks stand, ties told and not broken. */
const recordScores: JobVerb = async ({ deps, tx, job, nowMs }) => {
  const { provinceId } = job;
  const { scores, works } = deps.stores;
  const work = await workOf(deps, job, tx);
  const board = await scores.byId(provinceId, work.id, tx);
  const sheets = await scores.sheetsOf(provinceId, work.id, tx);
  const lines = await scores.linesOf(
    provinceId,
    sheets.map(({ id }) => id),
    tx,
  );
  if (board === undefined) {
    throw new Error(`work ${work.id} scores nobody`);
  }
  const results = summed(board, sheets, lines).map(({ sheet, selfTotal, givenTotal, rank }): SheetResult => ({
    ...{ sheetId: sheet.id, selfTotal: sheet.handedInAt === null ? null : selfTotal, givenTotal, rank: rank.rank, tied: rank.tied },
  }));
  await scores.record(tx, provinceId, work.id, results, nowMs);
  for (const { id } of sheets) {
    await works.setStatus(tx, provinceId, id, 'done', nowMs);
  }
  await endWork(deps, tx, { provinceId, workId: work.id, status: 'done' });
  return {};
};

/** By job type. */
export const SCORING_VERBS = {
  'open-score-sheets': openScoreSheets,
  'hand-in-score-sheet': handInScoreSheet,
  'close-score-sheets': closeScoreSheets,
  'drop-score-sheet': dropScoreSheet,
  'record-scores': recordScores,
} as const satisfies Readonly<Record<string, JobVerb>>;
