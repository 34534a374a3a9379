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

/** What anyone who holds a paper may learn of it: that it exists, its number and its standing; no names. */
export const verifyPaper: Handler<'verifyPaper'> = async (deps, { params }) => {
  const token = params['token'] ?? '';
  const found = /^[\w-]{10,64}$/.test(token) ? await deps.stores.papers.byToken(token) : undefined;
  if (found === undefined) {
    throw new Refused('not-found', { what: 'paper' });
  }
  return { title: found.title, numberText: found.numberText, date: found.numberDate, status: STATUS[found.state], body: found.orgName };
};
