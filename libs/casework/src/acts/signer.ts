import { principalOf, type HeldPosition } from '@thidua/access';
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
  if (office === undefined || !hasPower(office, task)) {
    throw new Refused('not-competent', { ruleId: 'AU-00', citation: '', deciderTitle: '', role: position.role, level: position.level });
  }
  return { office, capacity, positionId: position.id, personId: actor.personId, onBehalfOf };
}

/** A submission is signed by whoever heads the body that submits, so the step's posts say who; everything else by the very post of its level. */
function hasPower(office: HeldPosition, { authority, candidateGroups }: ActContext['task']): boolean {
  if (authority?.power === 'submit') {
    return candidateGroups.includes(principalOf(office));
  }
  return authority === null || (office.role === authority.role && office.level === authority.level);
}
