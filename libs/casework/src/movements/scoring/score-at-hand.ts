import { mayRunMovement, mayWorkFor, type Actor, type HeldPosition } from '@thidua/access';
import type { ScoreBoardRecord, ScoreSheetRecord, WorkRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { Refused } from '../../refused';
import { workFor, type MovementAtHand, type WorkAtHand } from '../movement-at-hand';

export interface BoardAtHand extends WorkAtHand {
  readonly board: ScoreBoardRecord;
}

export interface SheetAtHand extends WorkAtHand {
  readonly sheet: ScoreSheetRecord;
  readonly board: ScoreBoardRecord;
  readonly boardWork: WorkRecord;
}

/** @throws Refused not-found */
export async function boardFor(deps: CaseworkDeps, actor: Actor, id: string): Promise<BoardAtHand> {
  const found = await workFor(deps, actor, id);
  const board = await deps.stores.scores.byId(actor.provinceId, id);
  if (board === undefined || !mayReadBoard(actor, { ...found, board })) {
    throw new Refused('not-found', { what: 'score-board' });
  }
  return { ...found, board };
}

/** @throws Refused not-found */
export async function sheetFor(deps: CaseworkDeps, actor: Actor, id: string): Promise<SheetAtHand> {
  const found = await workFor(deps, actor, id);
  const { scores, works } = deps.stores;
  const sheet = await scores.sheet(actor.provinceId, id);
  const board = sheet === undefined ? undefined : await scores.byId(actor.provinceId, sheet.boardId);
  const boardWork = board === undefined ? undefined : await works.byId(actor.provinceId, board.id);
  if (sheet === undefined || board === undefined || boardWork === undefined) {
    throw new Refused('not-found', { what: 'score-sheet' });
  }
  return { ...found, sheet, board, boardWork };
}

/** Whoever scores: the standing office of the movement, or the body that leads the cluster. */
export function scorerPost(
  actor: Actor,
  {
    work,
    movement,
    board,
  }: { readonly work: Pick<WorkRecord, 'orgId'>; readonly movement: MovementAtHand; readonly board: ScoreBoardRecord },
): HeldPosition | undefined {
  const { standing } = movement;
  const verdict =
    board.scope === 'cluster'
      ? mayWorkFor(actor, work.orgId)
      : standing.level === 'UNIT'
        ? mayWorkFor(actor, standing.id)
        : mayRunMovement(actor, standing.id);
  return verdict.allowed ? verdict.position : undefined;
}

/** @throws Refused forbidden */
export function demandScorer(actor: Actor, found: BoardAtHand): HeldPosition {
  const position = scorerPost(actor, found);
  if (position === undefined) {
    throw new Refused('forbidden', { workId: found.work.id });
  }
  return position;
}

/** The whole board is for those who score and for the body they score for; a scored body sees its own sheet, and the table once it is issued. */
function mayReadBoard(actor: Actor, { work, movement, board }: BoardAtHand): boolean {
  const orgs = board.scope === 'cluster' ? [work.orgId] : [work.orgId, movement.standing.id];
  return actor.positions.some(({ orgId }) => orgs.includes(orgId));
}
