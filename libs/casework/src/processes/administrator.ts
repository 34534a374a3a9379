import { mayAdminister, type Actor, type HeldPosition } from '@thidua/access';
import { Refused } from '../refused';

/** @throws Refused forbidden */
export function demandAdministrator(actor: Actor): HeldPosition {
  const verdict = mayAdminister(actor);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { role: 'admin' });
  }
  return verdict.position;
}
