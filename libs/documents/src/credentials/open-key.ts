import { openP12 } from '../signing/keys/open-p12';
import { remoteKey } from '../signing/keys/remote-key';
import type { SigningKey } from '../signing/keys/signing-key';

/** What a post or body signs with. */
export type KeySecret =
  | { readonly driver: 'p12'; readonly p12: Uint8Array; readonly passphrase: string }
  | { readonly driver: 'remote'; readonly url: string; readonly credentialId: string; readonly token: string | null };

/** @throws CertificateUnusable, SigningServiceAway, SigningServiceWrong */
export async function openKey(secret: KeySecret): Promise<SigningKey> {
  return secret.driver === 'p12' ? openP12(secret.p12, secret.passphrase) : remoteKey(secret);
}
