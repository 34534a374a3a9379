import type { HeldPosition } from '@thidua/access';
import { newId } from '@thidua/runtime';
import type { CommentRecord, NewComment, NoticeRecord, Tx } from '@thidua/store';
import type { Actor } from '@thidua/access';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { once } from '../once';
import { isId } from '../papers/sight';
import { Refused } from '../refused';
import { placeHold } from './place-hold';
import { roundToRun } from './round-at-hand';
import { note } from '../note';

interface NoticeAtHand {
  readonly notice: NoticeRecord;
  readonly position: HeldPosition;
}

/** @throws Refused not-found, forbidden, notice-closed */
async function noticeAtHand(deps: CaseworkDeps, tx: Tx, actor: Actor, noticeId: string): Promise<NoticeAtHand> {
  const notice = isId(noticeId) ? await deps.stores.notices.lock(tx, actor.provinceId, noticeId) : undefined;
  if (notice === undefined) {
    throw new Refused('not-found', { what: 'notice' });
  }
  const { position } = await roundToRun(deps, actor, notice.roundId);
  if (notice.closedAt !== null) {
    throw new Refused('notice-closed', { noticeId });
  }
  return { notice, position };
}

/** A comment that came by letter or telephone is written down as it came; it counts until the notice is summed up. */
export const recordComment: Handler<'recordComment'> = (deps, { actor, params, body, key }) =>
  once(deps, key, async (tx) => {
    const { notice, position } = await noticeAtHand(deps, tx, actor, params['id'] ?? '');
    const { via, text, author = null, contact = null, rowId = null } = body;
    const commentId = newId(deps.clock);
    const atMs = deps.clock.nowMs();
    const said = { id: commentId, noticeId: notice.id, rowId, via, author, contact, text, recordedBy: position.id, atMs };
    await addComment(deps, tx, notice, said);
    const facts = { noticeId: notice.id, commentId, via, rowId };
    await note(deps, tx, actor, { on: 'round', id: notice.roundId, position, action: 'comment-recorded', facts });
    return { commentId };
  });

/** About the list, or about one of its rows. @throws Refused request-invalid */
export async function addComment(deps: CaseworkDeps, tx: Tx, notice: NoticeRecord, comment: NewComment): Promise<void> {
  if (comment.rowId !== null && !(await deps.stores.notices.rowIds(notice.provinceId, notice.id, tx)).includes(comment.rowId)) {
    throw new Refused('request-invalid', { problems: [{ field: 'rowId', code: 'not-a-choice' }] });
  }
  await deps.stores.comments.add(tx, notice.provinceId, comment);
}

/** What was done about a comment; a complaint that must be looked into holds its single row. */
export const handleComment: Handler<'handleComment'> = (deps, { actor, params, body, key }) =>
  once(deps, key, async (tx) => {
    const id = params['id'] ?? '';
    const comment = isId(id) ? await deps.stores.comments.lock(tx, actor.provinceId, id) : undefined;
    if (comment === undefined) {
      throw new Refused('not-found', { what: 'comment' });
    }
    const { notice, position } = await noticeAtHand(deps, tx, actor, comment.noticeId);
    const atMs = deps.clock.nowMs();
    const done = { handling: body.handling, text: body.text, by: actor.personId, atMs };
    if (!(await deps.stores.comments.handle(tx, actor.provinceId, id, done))) {
      throw new Refused('state-conflict', { reason: 'comment-handled', commentId: id });
    }
    if (body.handling === 'held') {
      await holdFor(deps, tx, { actor, comment, position });
    }
    const facts = { noticeId: notice.id, commentId: id, handling: body.handling, rowId: comment.rowId };
    await note(deps, tx, actor, { on: 'round', id: notice.roundId, position, action: 'comment-handled', facts });
    return { done: true as const };
  });

async function holdFor(
  deps: CaseworkDeps,
  tx: Tx,
  { actor, comment, position }: { readonly actor: Actor; readonly comment: CommentRecord; readonly position: HeldPosition },
): Promise<void> {
  const row = comment.rowId === null ? undefined : await deps.stores.rows.lock(tx, actor.provinceId, comment.rowId);
  if (row === undefined) {
    throw new Refused('request-invalid', { problems: [{ field: 'handling', code: 'no-row' }] });
  }
  if (row.state !== 'open') {
    throw new Refused('row-not-open', { rowId: row.id, state: row.state });
  }
  await placeHold(deps, tx, { actor, row, position, kind: 'complaint', ground: 'Có ý kiến, đơn thư trong thời gian công khai.' });
}
