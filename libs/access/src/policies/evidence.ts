import type { Actor, HeldPosition, Verdict } from '../actor';

/** Bodies a person or a body belongs to, and those above them. */
export interface EvidenceAtHand {
  readonly own: readonly string[];
  readonly above: readonly string[];
}

/** Posts that have no business with what is known of people: a council reads the verdicts of its round, an administrator nothing. */
const OUTSIDE: readonly string[] = ['council-member', 'admin'];

/** Who has to do with them may read; anyone else is told that they do not exist. */
export function maySeeEvidence(actor: Actor, { own, above }: EvidenceAtHand): Verdict<object> {
  const sees = actor.positions.some((held) => !OUTSIDE.includes(held.role) && (own.includes(held.orgId) || above.includes(held.orgId)));
  return sees ? { allowed: true } : { allowed: false, code: 'not-found' };
}

/** Their own clerk or head tells what there is; what the reviewing body tells is confirmed with that. */
export function mayAddEvidence(actor: Actor, at: EvidenceAtHand): Verdict<{ readonly position: HeldPosition; readonly confirms: boolean }> {
  const review = mayConfirmEvidence(actor, at);
  if (review.allowed) {
    return { allowed: true, position: review.position, confirms: true };
  }
  const position = actor.positions.find((held) => at.own.includes(held.orgId) && ['clerk', 'head'].includes(held.role));
  return position === undefined ? review : { allowed: true, position, confirms: false };
}

/** Confirming, cancelling, bringing in the past: whoever appraises at the body itself or above it. */
export function mayConfirmEvidence(actor: Actor, { own, above }: EvidenceAtHand): Verdict<{ readonly position: HeldPosition }> {
  const position = actor.positions.find((held) => (own.includes(held.orgId) || above.includes(held.orgId)) && held.role === 'appraiser');
  return position === undefined ? { allowed: false, code: 'forbidden' } : { allowed: true, position };
}
