import type { Actor, HeldPosition, Verdict } from '../actor';

const CLERK = 'records-clerk';
/** Who answers for the office, and so for where its numbers come from. */
const HEADS: readonly string[] = ['chair', 'deputy-chair', 'head', 'deputy-head', 'director', 'deputy-director'];

/** The register names every paper of the house: its records clerks and its heads read it. */
export function mayReadRegister(actor: Actor, orgId: string): Verdict<{ readonly position: HeldPosition }> {
  return found(actor.positions.find((held) => held.orgId === orgId && (held.role === CLERK || HEADS.includes(held.role))));
}

/** Whether numbers are counted here or come from the agency's own system: its head, or an administrator of the province. */
export function maySetNumberSource(actor: Actor, orgId: string): Verdict<{ readonly position: HeldPosition }> {
  return found(
    actor.positions.find((held) => held.orgId === orgId && HEADS.includes(held.role)) ??
      actor.positions.find((held) => held.role === 'admin'),
  );
}

function found(position: HeldPosition | undefined): Verdict<{ readonly position: HeldPosition }> {
  return position === undefined ? { allowed: false, code: 'forbidden' } : { allowed: true, position };
}

/** The desk's own book of what came in: the desk, its records clerk and its heads. */
export function mayReadDeskBook(actor: Actor, orgId: string): Verdict<{ readonly position: HeldPosition }> {
  const desk = ['appraiser', CLERK, ...HEADS];
  return found(actor.positions.find((held) => held.orgId === orgId && desk.includes(held.role)));
}
