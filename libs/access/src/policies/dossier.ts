import type { Actor, HeldPosition, Verdict } from '../actor';

export interface DossierAtHand {
  readonly orgId: string;
  /** Organisations with sight of it today (dossier_party). */
  readonly parties: readonly string[];
}

/** Sight: an organisation that is party to the dossier. Anyone else is told it does not exist. */
export function maySeeDossier(actor: Actor, dossier: DossierAtHand): Verdict<object> {
  const sees = actor.positions.some((position) => position.orgId === dossier.orgId || dossier.parties.includes(position.orgId));
  return sees ? { allowed: true } : { allowed: false, code: 'not-found' };
}

/** Launching, withdrawing: a clerk or the head of the submitting organisation; of a commune that proposes itself its appraiser or chair. */
export function mayActForUnit(actor: Actor, orgId: string): Verdict<{ readonly position: HeldPosition }> {
  return byRole(actor, orgId, ['clerk', 'head', 'appraiser', 'chair']);
}

/** Preparing what a body does in its own name (a cluster's meeting): a clerk, an appraiser or the one who speaks for it. */
export function mayPrepareFor(actor: Actor, orgId: string): Verdict<{ readonly position: HeldPosition }> {
  return byRole(actor, orgId, ['clerk', 'appraiser', 'council-secretary', 'head', 'chair', 'director']);
}

/** Holding and releasing a row: the standing body of the level that has it. */
export function mayReviewRow(actor: Actor, standingOrgIds: readonly string[]): Verdict<{ readonly position: HeldPosition }> {
  const position = actor.positions.find((held) => standingOrgIds.includes(held.orgId) && held.role === 'appraiser');
  return position === undefined ? { allowed: false, code: 'forbidden' } : { allowed: true, position };
}

/** Opening a round, recording papers of the centre: the standing body itself. */
export function mayRunRound(actor: Actor, standingOrgId: string): Verdict<{ readonly position: HeldPosition }> {
  return byRole(actor, standingOrgId, ['appraiser', 'council-secretary']);
}

export function mayKeepRecords(actor: Actor, orgId: string): Verdict<{ readonly position: HeldPosition }> {
  return byRole(actor, orgId, ['records-clerk']);
}

function byRole(actor: Actor, orgId: string, roles: readonly string[]): Verdict<{ readonly position: HeldPosition }> {
  const position = actor.positions.find((held) => held.orgId === orgId && roles.includes(held.role));
  return position === undefined ? { allowed: false, code: 'forbidden' } : { allowed: true, position };
}
