import { mayRunMovement, mayWorkFor } from '@thidua/access';
import type { ScoreBoardList } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { WorkRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { inTurn } from '../../in-turn';
import { movementFor } from '../movement-at-hand';

/** Boards that one's bodies score, one's own sheets, and the clusters one may score. */
export const scoreBoards: Handler<'scoreBoards'> = async (deps, { actor, params }): Promise<ScoreBoardList> => {
  const { record, standing } = await movementFor(deps, actor, params['id'] ?? '');
  const { provinceId } = actor;
  const orgIds = [...new Set(actor.positions.map(({ orgId }) => orgId))];
  const works = await deps.stores.works.list(provinceId, { movementId: record.id, kinds: ['scoring', 'score-sheet'] });
  const own = works.filter(({ kind, orgId }) => kind === 'score-sheet' && orgIds.includes(orgId));
  const clusters = (await deps.stores.clusters.ofOrgs(provinceId, orgIds)).filter((one) => mayWorkFor(actor, one.leadOrgId).allowed);
  const runs = standing.level === 'UNIT' ? mayWorkFor(actor, standing.id).allowed : mayRunMovement(actor, standing.id).allowed;
  const boards = await inTurn(
    works.filter(({ kind }) => kind === 'scoring'),
    (work) => boardLine(deps, provinceId, { work, orgIds, standingId: standing.id }),
  );
  return {
    boards: boards.flat(),
    mine: (await inTurn(own, (work) => ownLine(deps, provinceId, work))).flat(),
    clusters: clusters.map(({ id, name, year }) => ({ id, name, year })),
    may: { open: record.state === 'in-force' && runs },
  };
};

interface Line {
  readonly work: WorkRecord;
  readonly orgIds: readonly string[];
  readonly standingId: string;
}

async function boardLine(
  { stores }: CaseworkDeps,
  provinceId: string,
  { work, orgIds, standingId }: Line,
): Promise<ScoreBoardList['boards']> {
  const board = await stores.scores.byId(provinceId, work.id);
  const scorers = board?.scope === 'cluster' ? [work.orgId] : [work.orgId, standingId];
  if (board === undefined || !scorers.some((id) => orgIds.includes(id))) {
    return [];
  }
  const sheets = await stores.scores.sheetsOf(provinceId, board.id);
  const cluster = board.clusterId === null ? undefined : await stores.clusters.byId(provinceId, board.clusterId);
  const ranking = sheets.flatMap(({ orgName, givenTotal, rank, tied }) =>
    rank === null || givenTotal === null ? [] : [{ orgName, total: givenTotal, rank, tied }],
  );
  return [
    {
      ...{ workId: work.id, code: work.code, year: work.year ?? 0, title: work.title, scope: board.scope, status: work.status },
      ...{ clusterName: cluster?.name ?? null, dueOn: board.dueOn, sheets: sheets.length, ranking },
      handedIn: sheets.filter(({ handedInAt }) => handedInAt !== null).length,
      recordedAt: board.recordedAt === null ? null : isoOf(board.recordedAt.getTime()),
    },
  ];
}

async function ownLine({ stores }: CaseworkDeps, provinceId: string, work: WorkRecord): Promise<ScoreBoardList['mine']> {
  const sheet = await stores.scores.sheet(provinceId, work.id);
  if (sheet === undefined) {
    return [];
  }
  const { id, code, title, orgName, status, dueOn } = work;
  return [{ sheetId: id, code, year: work.year ?? 0, title, orgName, status, dueOn, total: sheet.givenTotal, rank: sheet.rank }];
}
