import type { Actor, HeldPosition, Verdict } from '../actor';

/** Whose certificate it is: a post's, or a body's seal. */
export type CredentialOwner =
  { readonly kind: 'position'; readonly positionId: string; readonly orgId: string } | { readonly kind: 'org'; readonly orgId: string };

/**
 * Who brings a certificate or a signature's picture: its holder for a post; for the seal the records clerk, who keeps it (NĐ 30/2020
 * art. 32). An administrator may do both, and can sign with neither.
 */
export function mayKeepCredential(actor: Actor, owner: CredentialOwner): Verdict<{ readonly position: HeldPosition }> {
  const own = actor.positions.find((held) =>
    owner.kind === 'position' ? held.id === owner.positionId : held.orgId === owner.orgId && held.role === 'records-clerk',
  );
  const position = own ?? actor.positions.find((held) => held.role === 'admin');
  return position === undefined ? { allowed: false, code: 'forbidden' } : { allowed: true, position };
}
