import type { HeldPosition } from '@thidua/access';
import { Refused } from '../refused';
import type { ActContext } from './act';

export interface Signer {
  /** The post whose power is used: the actor's own, or the head's he signs KT. for. */
  readonly office: HeldPosition;
  readonly capacity: 'self' | 'KT' | 'TL' | 'TUQ' | 'Q';
  readonly positionId: string;
  readonly personId: string;
  readonly onBehalfOf: string | null;
}

/** Who signs, and with whose power; the task's authority must be that power. @throws Refused not-competent */
export function signerOf({ actor, acting, task }: ActContext): Signer {
  const { position, capacity, onBehalfOf } = acting;
  const lent = actor.delegations.find((delegation) => delegation.from.id === onBehalfOf);
  const office = capacity === 'self' ? position : lent?.from;
  const { authority } = task;
  if (office === undefined || (authority !== null && (office.role !== authority.role || office.level !== authority.level))) {
    throw new Refused('not-competent', { ruleId: 'AU-00', citation: '', deciderTitle: '', role: position.role, level: position.level });
  }
  return { office, capacity, positionId: position.id, personId: actor.personId, onBehalfOf };
}
