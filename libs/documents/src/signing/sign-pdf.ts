import { openP12 } from './keys/open-p12';
import { signRevision } from './sign-revision';

export interface SignOptions {
  readonly reason: string;
  readonly signer: string;
  /** Milliseconds since 1970, from the one clock. */
  readonly signedAtMs: number;
}

/** A signature that is not seen, with the key of a PKCS#12. See `signRevision`. */
export function signPdf(bytes: Uint8Array, p12: Uint8Array, passphrase: string, options: SignOptions): Promise<Uint8Array> {
  return signRevision(bytes, { key: openP12(p12, passphrase), ...options });
}
