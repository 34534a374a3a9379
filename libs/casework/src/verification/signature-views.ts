import type { SignatureView } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { CaseworkDeps, SignatureFound } from '../deps';

/** The signatures of a PDF in the order they were made; a file that cannot be read has none to show. */
export async function signatureViews(deps: Pick<CaseworkDeps, 'signatures'>, pdf: Uint8Array): Promise<SignatureView[]> {
  return (await deps.signatures.inspect(pdf)).map(signatureView);
}

function signatureView(found: SignatureFound): SignatureView {
  return {
    signer: found.signer,
    organization: found.organization,
    issuer: found.issuer,
    signedAt: found.signedAtMs === null ? null : isoOf(found.signedAtMs),
    timestampAt: found.timestampMs === null ? null : isoOf(found.timestampMs),
    valid: found.valid,
    later: found.later,
    problem: found.problem === '' ? null : found.problem,
  };
}
