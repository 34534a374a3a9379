import type { Actor, HeldPosition } from '@thidua/access';
import type { RoundRecord } from '@thidua/store';

/** The post under which the actor keeps the council's business of a round, if any. */
export function secretaryPost(actor: Actor, round: Pick<RoundRecord, 'standingOrgId'>): HeldPosition | undefined {
  return actor.positions.find((position) => position.orgId === round.standingOrgId && position.role === 'council-secretary');
}

export function isSecretaryOf(actor: Actor, round: Pick<RoundRecord, 'standingOrgId'>): boolean {
  return secretaryPost(actor, round) !== undefined;
}
