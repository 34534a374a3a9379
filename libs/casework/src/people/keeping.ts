import type { Actor, HeldPosition } from '@thidua/access';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { RequestKey } from '../handler';
import { once } from '../once';
import { demandAdministrator } from '../processes/administrator';
import { Refused } from '../refused';

/** An administrator and the post they act from. */
export interface Keeper {
  readonly actor: Actor;
  readonly position: HeldPosition;
}

/**
 * One writing act on the registers of a province at a time: whatever it looks at to see whether it may is still so when it commits. Two
 * administrators who appoint a chair at once are told of each other. @throws Refused forbidden
 */
export async function keeping<T extends object>(
  deps: CaseworkDeps,
  { actor, key }: { readonly actor: Actor; readonly key: RequestKey | null },
  work: (tx: Tx, by: Keeper) => Promise<T>,
): Promise<T> {
  const by = { actor, position: demandAdministrator(actor) };
  return once(deps, key, async (tx) => {
    await deps.stores.register.lock(tx, actor.provinceId);
    return work(tx, by);
  });
}

/**
 * Nobody gives oneself a post, a seat or a lent power: whoever keeps the registers would make oneself the one who decides.
 * @throws Refused state-conflict
 */
export function demandAnother({ actor }: Keeper, personIds: readonly string[]): void {
  if (personIds.includes(actor.personId)) {
    throw new Refused('state-conflict', { reason: 'own-appointment' });
  }
}
