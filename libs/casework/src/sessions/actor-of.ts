import type { Actor, HeldPosition } from '@thidua/access';
import { today } from '@thidua/runtime';
import type { PositionRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';

/** Posts held and delegations received today; a request lives on this one look, and the step's guard sees when a post changed since. */
export async function actorOf(
  { stores, clock }: Pick<CaseworkDeps, 'stores' | 'clock'>,
  { provinceId, accountId, personId }: { readonly provinceId: string; readonly accountId: string; readonly personId: string },
): Promise<Actor> {
  const day = today(clock);
  const [posts, lent] = await Promise.all([
    stores.people.positionsOf(provinceId, personId, day),
    stores.people.delegationsTo(provinceId, personId, day),
  ]);
  return {
    provinceId,
    accountId,
    personId,
    positions: posts.map(held),
    delegations: lent.map(({ from, ...one }) => ({ ...one, from: { ...held(from), personId: from.personId } })),
  };
}

function held({ id, orgId, level, role, version }: PositionRecord): HeldPosition {
  return { id, orgId, level, role, version };
}
