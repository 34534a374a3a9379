import type { Actor, HeldPosition, Verdict } from '../actor';

const PROPOSERS: readonly string[] = ['clerk', 'head'];
const DESK = 'appraiser';

/** Proposing: a clerk or the head of the body, or for a commune's residents the office that receives there. */
export function mayPropose(actor: Actor, orgId: string, deskOrgId: string): Verdict<{ readonly position: HeldPosition }> {
  const own = actor.positions.find((held) => held.orgId === orgId && PROPOSERS.includes(held.role));
  return own === undefined ? mayStandAtDesk(actor, deskOrgId) : { allowed: true, position: own };
}

/** Nhập thay: the receiving office types what came to it on paper. */
export function mayStandAtDesk(actor: Actor, deskOrgId: string): Verdict<{ readonly position: HeldPosition }> {
  return found(actor.positions.find((held) => held.orgId === deskOrgId && held.role === DESK));
}

/** Comparing an entry with the paper: anyone else in office at the receiving body. */
export function mayCompareEntry(
  actor: Actor,
  { deskOrgId, enteredBy }: { readonly deskOrgId: string; readonly enteredBy: string },
): Verdict<{ readonly position: HeldPosition }> {
  const position = actor.positions.find((held) => held.orgId === deskOrgId);
  if (position !== undefined && actor.personId === enteredBy) {
    return { allowed: false, code: 'four-eyes' };
  }
  return found(position);
}

/** A secret paper is moved by who keeps it now: its writer's office, the receiving desk, or the head above. */
export function mayKeepPaper(actor: Actor, holderOrgId: string): Verdict<{ readonly position: HeldPosition }> {
  return found(actor.positions.find((held) => held.orgId === holderOrgId && ['clerk', 'head', DESK, 'records-clerk'].includes(held.role)));
}

function found(position: HeldPosition | undefined): Verdict<{ readonly position: HeldPosition }> {
  return position === undefined ? { allowed: false, code: 'forbidden' } : { allowed: true, position };
}
