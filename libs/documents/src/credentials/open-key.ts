import { openP12 } from '../signing/keys/open-p12';
import { remoteKey } from '../signing/keys/remote-key';
import type { SigningKey } from '../signing/keys/signing-key';

/** What a post or body signs with. */
export type KeySecret =
  | { readonly driver: 'p12'; readonly p12: Uint8Array; readonly passphrase: string }
  | { readonly driver: 'remote'; readonly url: string; readonly credentialId: string; readonly token: string | null };

/**
 * @param certificate DER of the one that was registered; another one is refused
 * @throws CertificateUnusable, SigningServiceAway, SigningServiceWrong
 */
export async function openKey(secret: KeySecret, certificate?: Uint8Array): Promise<SigningKey> {
  if (secret.driver === 'p12') {
    return openP12(secret.p12, secret.passphrase);
  }
  const { url, credentialId, token } = secret;
  return remoteKey({ url, credentialId, token, ...(certificate === undefined ? {} : { certificate }) });
}
