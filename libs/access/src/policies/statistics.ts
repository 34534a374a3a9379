import type { Actor, HeldPosition, Verdict } from '../actor';

/** Posts that have no business with figures that open into names. */
const OUTSIDE: readonly string[] = ['council-member', 'admin'];

/** Whether a post reads figures at all. */
export function readsFigures({ role }: HeldPosition): boolean {
  return !OUTSIDE.includes(role);
}

/**
 * Figures of a body are for those who sit in it and for the bodies above it.
 * @param seenBy every body whose own figures hold those of the body asked for, itself included
 */
export function maySeeStatistics(actor: Actor, seenBy: readonly string[]): Verdict<object> {
  const sees = actor.positions.some((held) => readsFigures(held) && seenBy.includes(held.orgId));
  return sees ? { allowed: true } : { allowed: false, code: 'forbidden' };
}
