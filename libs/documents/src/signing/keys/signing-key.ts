import { createPrivateKey, sign, verify, type KeyObject } from 'node:crypto';
import type { Certificate } from '../der/read-certificate';

/** A key that signs, wherever it lies, with the certificates that say whose it is. */
export interface SigningKey {
  /** DER, the holder's first, then its issuers as far as they are known. */
  readonly certificates: readonly Uint8Array[];
  /** RSASSA-PKCS1-v1_5 with SHA-256, or ECDSA with SHA-256 as DER, over these bytes by the holder's key. */
  sign(signedAttributes: Uint8Array): Promise<Uint8Array>;
}

export function localKey(privateKey: KeyObject | Uint8Array, certificates: readonly Uint8Array[]): SigningKey {
  const key =
    privateKey instanceof Uint8Array ? createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' }) : privateKey;
  return { certificates, sign: (bytes) => Promise.resolve(sign('sha256', bytes, key)) };
}

/** Whether a signature as `SigningKey` makes it is by the key of this certificate. */
export function isSignedBy(certificate: Certificate, content: Uint8Array, signature: Uint8Array): boolean {
  return verify('sha256', content, certificate.publicKey, signature);
}
