import type { Actor } from '@thidua/access';
import type { RoundListed } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';
import { isId } from '../papers/sight';

/** The round, for those who may see it; for anyone else there is none. @throws Refused not-found */
export async function roundFor(deps: CaseworkDeps, actor: Actor, roundId: string): Promise<RoundListed> {
  const round = isId(roundId) ? await deps.stores.rounds.listed(actor.provinceId, roundId) : undefined;
  const who = { orgIds: actor.positions.map((position) => position.orgId), personId: actor.personId };
  if (round === undefined || !(await deps.stores.rounds.isSeenBy(actor.provinceId, roundId, who))) {
    throw new Refused('not-found', { what: 'round' });
  }
  return round;
}
