import { randomBytes } from 'node:crypto';
import { CertificateUnusable } from '../errors';
import { readCertificate } from '../signing/der/read-certificate';
import { isSignedBy } from '../signing/keys/signing-key';
import { openKey, type KeySecret } from './open-key';

/** The holder's certificate of a key that was seen to sign. */
export interface ProvenKey {
  readonly holder: string;
  readonly organization: string;
  readonly issuer: string;
  readonly validFromMs: number;
  readonly validToMs: number;
  /** The certificate, DER. */
  readonly der: Uint8Array;
}

/**
 * Signs a few random bytes and checks them against the certificate.
 * @throws CertificateUnusable, SigningServiceAway, SigningServiceWrong
 */
export async function proveKey(secret: KeySecret): Promise<ProvenKey> {
  const key = await openKey(secret);
  const [der] = key.certificates;
  if (der === undefined) {
    throw new CertificateUnusable('the key comes without a certificate', { reason: 'no-certificate' });
  }
  const certificate = readCertificate(der);
  const trial = randomBytes(64);
  if (!isSignedBy(certificate, trial, await key.sign(trial))) {
    throw new CertificateUnusable('the key does not sign for its certificate', { reason: 'not-its-key' });
  }
  return {
    holder: certificate.commonName,
    organization: certificate.organization,
    issuer: certificate.issuerName,
    validFromMs: certificate.notBeforeMs,
    validToMs: certificate.notAfterMs,
    der,
  };
}
