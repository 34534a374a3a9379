import { markView } from '../after-decision/mark-view';
import type { Handler } from '../handler';
import { Refused } from '../refused';

const STATUS = {
  drafted: 'draft',
  signed: 'draft',
  numbered: 'draft',
  sealed: 'in-force',
  issued: 'in-force',
  canceled: 'canceled',
} as const;

/** What anyone who holds a paper may learn of it: that it exists, its number and its standing, and which paper took it back or corrected it. */
export const verifyPaper: Handler<'verifyPaper'> = async (deps, { params }) => {
  const token = params['token'] ?? '';
  const found = /^[\w-]{10,64}$/.test(token) ? await deps.stores.papers.byToken(token) : undefined;
  if (found === undefined) {
    throw new Refused('not-found', { what: 'paper' });
  }
  const marks = await deps.stores.paperChanges.marksOf(found.provinceId, found.id);
  const ids = found.rowId === null || found.decisionId === null ? [] : [found.decisionId];
  const [decision] = await deps.stores.decisions.byIds(found.provinceId, ids);
  return {
    title: found.title,
    numberText: found.numberText,
    date: found.numberDate,
    status: STATUS[found.state],
    body: found.orgName,
    decision: decision === undefined ? null : { numberText: decision.numberText, date: decision.numberDate ?? decision.date },
    marks: marks.map(markView),
  };
};
