import type { CredentialView } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { CredentialRecord } from '@thidua/store';

const SOON_MS = 30 * 86_400_000;

/** Whether a certificate may be signed with at this moment, and by whoever holds the post. */
export function credentialState(
  { personId, validFrom, validTo }: Pick<CredentialRecord, 'personId' | 'validFrom' | 'validTo'>,
  at: { readonly nowMs: number; readonly holder: string | null },
): CredentialView['state'] {
  if (personId !== null && personId !== at.holder) {
    return 'other-holder';
  }
  if (at.nowMs < validFrom.getTime()) {
    return 'not-yet';
  }
  if (at.nowMs > validTo.getTime()) {
    return 'expired';
  }
  return at.nowMs + SOON_MS > validTo.getTime() ? 'expiring' : 'valid';
}

export function credentialView(record: CredentialRecord, at: { readonly nowMs: number; readonly holder: string | null }): CredentialView {
  return {
    id: record.id,
    driver: record.driver,
    holder: record.label,
    issuer: record.issuer,
    validFrom: isoOf(record.validFrom.getTime()),
    validTo: isoOf(record.validTo.getTime()),
    state: credentialState(record, at),
  };
}
