import type { Actor, HeldPosition, Verdict } from '../actor';

/** Whose money it is, and who keeps its book: the body itself, for a province its standing department as well. */
export interface FundBodies {
  readonly orgId: string;
  readonly keeperOrgIds: readonly string[];
}

/** Who may write in the book: the finance post, or the head who answers for the account. */
const KEEPERS: readonly string[] = ['finance', 'accountant', 'chair', 'head', 'director'];

/** Anyone with a post in the body, or in the office that keeps its book, reads the ledger. */
export function maySeeFund(actor: Actor, { orgId, keeperOrgIds }: FundBodies): Verdict<{ readonly position: HeldPosition }> {
  const position = actor.positions.find((held) => held.orgId === orgId || keeperOrgIds.includes(held.orgId));
  return position === undefined ? { allowed: false, code: 'not-found' } : { allowed: true, position };
}

export function mayKeepFund(actor: Actor, { orgId, keeperOrgIds }: FundBodies): Verdict<{ readonly position: HeldPosition }> {
  const position = actor.positions.find(
    (held) => (held.orgId === orgId || keeperOrgIds.includes(held.orgId)) && KEEPERS.includes(held.role),
  );
  return position === undefined ? { allowed: false, code: 'forbidden' } : { allowed: true, position };
}
