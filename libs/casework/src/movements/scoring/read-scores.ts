import { scaleOf, totalsOf } from '@thidua/awards';
import { mayWorkFor } from '@thidua/access';
import type { ScoreBoardView, ScoreLineView, ScoreSheetView } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { ScoreLineRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { inTurn } from '../../in-turn';
import { proofViews } from '../proofs/proof-views';
import { isStepOpen } from '../step-open';
import { bodiesToScore } from './save-scores';
import { boardFor, scorerPost, sheetFor, type BoardAtHand } from './score-at-hand';
import { scoreGrounds } from './score-grounds';
import { lineOf, summed, type SummedSheet } from './score-sums';

/** A board with every sheet, both columns, sums and ranks as the points stand now. */
export const scoreBoard: Handler<'scoreBoard'> = async (deps, { actor, params }): Promise<ScoreBoardView> => {
  const found = await boardFor(deps, actor, params['id'] ?? '');
  const { work, board } = found;
  const { provinceId } = actor;
  const { scores, clusters, people } = deps.stores;
  const sheets = await scores.sheetsOf(provinceId, board.id);
  const lines = await scores.linesOf(
    provinceId,
    sheets.map(({ id }) => id),
  );
  const cluster = board.clusterId === null ? undefined : await clusters.byId(provinceId, board.clusterId);
  const mayScore = scorerPost(actor, found) !== undefined;
  const nameOf = new Map((await people.orgs(provinceId)).map((org) => [org.id, org.name]));
  return {
    ...{ workId: work.id, code: work.code, movementId: work.movementId, year: work.year ?? 0, title: work.title, status: work.status },
    ...{ scope: board.scope, clusterName: cluster?.name ?? null, version: board.version, criteria: [...board.criteria] },
    ...{ scale: scaleOf(board.criteria), bodies: [...board.bodies], dueOn: board.dueOn },
    recordedAt: board.recordedAt === null ? null : isoOf(board.recordedAt.getTime()),
    sheets: await inTurn(summed(board, sheets, lines), (one) => boardSheet(deps, provinceId, found, one)),
    choices: mayScore ? (await bodiesToScore(deps, found)).map((orgId) => ({ orgId, name: nameOf.get(orgId) ?? '' })) : [],
    may: {
      criteria: mayScore && (await isStepOpen(deps, provinceId, work, 'lap-tieu-chi-cham-diem')),
      appraise: mayScore && (await isStepOpen(deps, provinceId, work, 'tham-dinh-diem')),
      print: mayScore && sheets.length > 0,
    },
  };
};

async function boardSheet(
  deps: CaseworkDeps,
  provinceId: string,
  { work }: BoardAtHand,
  { sheet, lines, selfTotal, givenTotal, rank, open }: SummedSheet,
): Promise<ScoreBoardView['sheets'][number]> {
  const own = await deps.stores.works.byId(provinceId, sheet.id);
  return {
    ...{ sheetId: sheet.id, code: own?.code ?? '', orgId: sheet.orgId, orgName: sheet.orgName, status: own?.status ?? 'open' },
    ...{ version: sheet.version, selfTotal, givenTotal, open: open.length },
    handedInAt: sheet.handedInAt === null ? null : isoOf(sheet.handedInAt.getTime()),
    lines: lines.map(lineView),
    rank: sheet.rank ?? (open.length === 0 ? rank.rank : null),
    tied: sheet.rank === null ? open.length === 0 && rank.tied : sheet.tied,
    grounds: [...(await scoreGrounds(deps, provinceId, { orgId: sheet.orgId, movementId: work.movementId, year: work.year ?? 0 }))],
    proofs: [...(await proofViews(deps, provinceId, sheet.id))],
  };
}

/** One body's sheet. What the standing office gave is told when the signed table is recorded. */
export const scoreSheet: Handler<'scoreSheet'> = async (deps, { actor, params }): Promise<ScoreSheetView> => {
  const { work, movement, sheet, board, boardWork } = await sheetFor(deps, actor, params['id'] ?? '');
  const { provinceId } = actor;
  const kept = await deps.stores.scores.linesOf(provinceId, [sheet.id]);
  const told = board.recordedAt !== null;
  const lines = told ? kept : kept.map((line) => ({ ...line, given: null, reason: null }));
  const sheets = await deps.stores.scores.sheetsOf(provinceId, board.id);
  const around = { orgId: sheet.orgId, movementId: work.movementId, year: boardWork.year ?? 0 };
  return {
    ...{ sheetId: sheet.id, code: work.code, boardId: board.id, movementId: work.movementId },
    ...{ movementName: movement.record.content.name.value, title: boardWork.title, year: boardWork.year ?? 0 },
    ...{ orgId: sheet.orgId, orgName: sheet.orgName, status: work.status, version: sheet.version, dueOn: work.dueOn },
    ...{ criteria: [...board.criteria], scale: scaleOf(board.criteria), lines: lines.map(lineView) },
    selfTotal: totalsOf(board.criteria, lines.map(lineOf), 'self').total,
    ...{ givenTotal: sheet.givenTotal, rank: sheet.rank, of: sheets.length, tied: sheet.tied },
    grounds: [...(await scoreGrounds(deps, provinceId, around))],
    proofs: [...(await proofViews(deps, provinceId, sheet.id))],
    may: { score: mayWorkFor(actor, work.orgId).allowed && (await isStepOpen(deps, provinceId, work, 'tu-cham-diem')) },
  };
};

function lineView({ criterion, self, given, reason, note }: ScoreLineRecord): ScoreLineView {
  return { criterion, self, given, reason, note };
}
