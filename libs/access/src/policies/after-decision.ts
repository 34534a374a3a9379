import type { Actor, HeldPosition, Verdict } from '../actor';

const OFFICERS: readonly string[] = ['appraiser', 'clerk', 'head', 'chair', 'deputy-chair', 'director'];

/** Opening a case to take an award back, and recording what came back: an officer of the body that proposes, prepares or decides it. */
export function mayPursueRevocation(actor: Actor, orgIds: readonly string[]): Verdict<{ readonly position: HeldPosition }> {
  const position = actor.positions.find((held) => orgIds.includes(held.orgId) && OFFICERS.includes(held.role));
  return position === undefined ? { allowed: false, code: 'forbidden' } : { allowed: true, position };
}

/** Asking that an issued paper be corrected, cancelled, copied or replaced: an officer or the records clerk of the body that issued it. */
export function mayChangePaper(actor: Actor, orgIds: readonly string[]): Verdict<{ readonly position: HeldPosition }> {
  const position = actor.positions.find((held) => orgIds.includes(held.orgId) && [...OFFICERS, 'records-clerk'].includes(held.role));
  return position === undefined ? { allowed: false, code: 'forbidden' } : { allowed: true, position };
}
