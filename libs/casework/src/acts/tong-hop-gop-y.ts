import { compareDates, parseLocalDate } from '@thidua/kernel';
import { Refused } from '../refused';
import type { Act } from './act';
import { textOf } from './form-data';

/** The notice has run its length and every comment was handled: what came of them is written down once, for the council's minutes (T-01). */
export const tongHopGopY: Act = async ({ deps, tx, task, data, actor, nowMs, today }) => {
  const id = task.local['notice'];
  const notice = typeof id === 'string' ? await deps.stores.notices.lock(tx, task.provinceId, id) : undefined;
  const summary = textOf(data, 'summary');
  if (notice === undefined) {
    throw new Refused('not-found', { what: 'notice' });
  }
  if (summary === undefined) {
    throw new Refused('form-invalid', { problems: [{ field: 'summary', code: 'required' }] });
  }
  const until = parseLocalDate(notice.untilOn);
  if (until === undefined || compareDates(today, until) < 0) {
    throw new Refused('notice-running', { ruleId: notice.ruleId, untilOn: notice.untilOn });
  }
  const comments = await deps.stores.comments.ofNotice(task.provinceId, notice.id, tx);
  const open = comments.filter((comment) => comment.handledAt === null).length;
  if (open > 0) {
    throw new Refused('comments-open', { ruleId: notice.ruleId, open });
  }
  await deps.stores.notices.close(tx, task.provinceId, notice.id, { summary, by: actor.personId, atMs: nowMs });
  return { variables: {}, audit: { action: 'public-notice-closed', facts: { noticeId: notice.id, comments: comments.length } } };
};
