import type { Actor } from '@thidua/access';
import type { PaperRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';
import { SHARED_KINDS } from './papers-of';

/** The paper, for those who may see it; for anyone else there is none. @throws Refused not-found */
export async function paperFor(deps: CaseworkDeps, actor: Actor, paperId: string): Promise<PaperRecord> {
  const paper = isId(paperId) ? await deps.stores.papers.byId(actor.provinceId, paperId) : undefined;
  const orgIds = actor.positions.map((position) => position.orgId);
  if (paper === undefined || !(await deps.stores.papers.isSeenBy(actor.provinceId, paperId, orgIds, SHARED_KINDS))) {
    throw new Refused('not-found', { what: 'paper' });
  }
  return paper;
}

/** Anything else is no id, and PostgreSQL would say so less kindly. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
