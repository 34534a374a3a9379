import { mayActForUnit, type Actor, type HeldPosition } from '@thidua/access';
import type { DossierRecord, NomineeRow } from '@thidua/store';

export type WithdrawVerdict =
  | { readonly allowed: true; readonly position: HeldPosition }
  | { readonly allowed: false; readonly why: 'not-owner' | 'already-decided' | 'closed' };

/** A unit may take its dossier back until something of it has been decided. */
export function mayWithdraw(actor: Actor, dossier: DossierRecord, rows: readonly NomineeRow[]): WithdrawVerdict {
  const verdict = mayActForUnit(actor, dossier.orgId);
  if (!verdict.allowed) {
    return { allowed: false, why: 'not-owner' };
  }
  if (['closed', 'rejected', 'withdrawn'].includes(dossier.status)) {
    return { allowed: false, why: 'closed' };
  }
  const decided = rows.some((row) => row.decisionId !== null || row.state === 'awarded' || row.stage === 'TW');
  return decided ? { allowed: false, why: 'already-decided' } : { allowed: true, position: verdict.position };
}
