import type { Actor, HeldPosition, Verdict } from '../actor';

/** Diagrams, incidents, versions: administrators only; they act inside no instance. */
export function mayAdminister(actor: Actor): Verdict<{ readonly position: HeldPosition }> {
  const position = actor.positions.find((held) => held.role === 'admin');
  return position === undefined ? { allowed: false, code: 'forbidden' } : { allowed: true, position };
}

/** The one who proposed a version never publishes it: two persons, whatever posts they hold. */
export function mayPublish(actor: Actor, proposedByPerson: string | null): Verdict<{ readonly position: HeldPosition }> {
  const verdict = mayAdminister(actor);
  if (!verdict.allowed) {
    return verdict;
  }
  return proposedByPerson === actor.personId ? { allowed: false, code: 'proposer-cannot-publish' } : verdict;
}
