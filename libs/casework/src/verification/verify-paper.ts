import type { Handler } from '../handler';
import { Refused } from '../refused';
import { demandPace, pacesOf } from './paces';
import { verifiedPaper } from './verified-paper';

/** 128 bits, base64url. */
const TOKEN = /^[\w-]{20,64}$/;

/** What anyone who holds a decision or certificate may learn of it by its code; every other code is told the same. */
export const verifyPaper: Handler<'verifyPaper'> = async (deps, { params }) => {
  const token = params['token'] ?? '';
  const found = TOKEN.test(token) ? await deps.stores.papers.byToken(token) : undefined;
  const verified = found === undefined ? undefined : await verifiedPaper(deps, found);
  if (verified === undefined) {
    demandPace(pacesOf(deps.stores).misses);
    throw new Refused('not-found', { what: 'paper' });
  }
  return verified;
};
