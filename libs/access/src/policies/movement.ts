import type { Actor, HeldPosition, Verdict } from '../actor';

type Allowed = Verdict<{ readonly position: HeldPosition }>;

/** Launching, calling reports, inspecting, closing: the standing office of the body that carries the movement out. */
export function mayRunMovement(actor: Actor, standingOrgId: string): Allowed {
  return byRole(actor, standingOrgId, ['appraiser', 'council-secretary']);
}

/** Doing a piece of work asked of a body: whoever prepares there, or its head. */
export function mayWorkFor(actor: Actor, orgId: string): Allowed {
  return byRole(actor, orgId, ['clerk', 'appraiser', 'council-secretary', 'head', 'board-chair', 'director', 'chair']);
}

/** Sight of a work or a movement: anyone of the bodies in it. */
export function maySeeWork(actor: Actor, orgIds: readonly string[]): Verdict<object> {
  return actor.positions.some((position) => orgIds.includes(position.orgId)) ? { allowed: true } : { allowed: false, code: 'not-found' };
}

function byRole(actor: Actor, orgId: string, roles: readonly string[]): Allowed {
  const position = actor.positions.find((held) => held.orgId === orgId && roles.includes(held.role));
  return position === undefined ? { allowed: false, code: 'forbidden' } : { allowed: true, position };
}
