import type { SuccessionKind, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { note } from '../note';
import { Refused } from '../refused';
import type { Keeper } from './keeping';

interface BodyEnd {
  readonly orgId: string;
  /** YYYY-MM-DD. */
  readonly lastDay: string;
  readonly kind: SuccessionKind;
  readonly paper: string;
  readonly successors: readonly string[];
}

/** A body's last day, and that of its posts, its councils, and whatever was lent from or to its posts. */
export async function endBody(deps: CaseworkDeps, tx: Tx, { actor, position }: Keeper, end: BodyEnd): Promise<void> {
  const { organisations, rosters, delegations } = deps.stores;
  const { orgId, lastDay, kind, paper, successors } = end;
  const { provinceId } = actor;
  const posts = await organisations.end(tx, provinceId, orgId, lastDay);
  await rosters.endOf(tx, provinceId, orgId, { lastDay, paper });
  const cut = { positionId: position.id, reason: paper, atMs: deps.clock.nowMs(), lastDay };
  const lent = await delegations.endWithPosts(tx, provinceId, posts, cut);
  const facts = { lastDay, kind, successors: [...successors], posts: posts.length, delegations: lent };
  await note(deps, tx, actor, { on: 'organisation', id: orgId, position, action: 'organisation-ended', facts });
}

/** With the province its administrators would go, and nobody could mend it. @throws Refused state-conflict */
export function demandPart({ id, kind }: { readonly id: string; readonly kind: string }): void {
  if (kind === 'province' || kind === 'ministry') {
    throw new Refused('state-conflict', { reason: 'whole-province', orgId: id });
  }
}
