import type { Actor, HeldPosition, Verdict } from '../actor';

/** Who keeps an organisation's blanks and prints on them: those who prepare its papers, not those who sign them. */
const KEEPERS: readonly string[] = ['appraiser', 'council-secretary', 'records-clerk', 'clerk'];

/** Anyone with a post in the organisation sees its blanks; for anyone else there are none. */
export function maySeeBlank(actor: Actor, orgId: string): Verdict<{ readonly position: HeldPosition }> {
  const position = actor.positions.find((held) => held.orgId === orgId);
  return position === undefined ? { allowed: false, code: 'not-found' } : { allowed: true, position };
}

export function mayKeepBlank(actor: Actor, orgId: string): Verdict<{ readonly position: HeldPosition }> {
  const position = actor.positions.find((held) => held.orgId === orgId && KEEPERS.includes(held.role));
  return position === undefined ? { allowed: false, code: 'forbidden' } : { allowed: true, position };
}

/** Certificates of a round are printed by the body that decides or the office that prepares for it. */
export function mayPrintCertificates(actor: Actor, orgIds: readonly string[]): Verdict<{ readonly position: HeldPosition }> {
  const position = actor.positions.find((held) => orgIds.includes(held.orgId) && KEEPERS.includes(held.role));
  return position === undefined ? { allowed: false, code: 'forbidden' } : { allowed: true, position };
}
