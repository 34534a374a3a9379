import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const [IV, TAG] = [12, 16];

/** What a post or body signs with: a PKCS#12 with its passphrase, or a signer elsewhere. */
export type CredentialSecret =
  | { readonly driver: 'p12'; readonly p12: Uint8Array; readonly passphrase: string }
  | { readonly driver: 'remote'; readonly url: string; readonly credentialId: string; readonly token: string | null };

/** Whose secret it is: bound into it, so that it opens in no other row. */
export interface SecretOf {
  readonly provinceId: string;
  readonly credentialId: string;
}

/** AES-256-GCM under a key made from one that is not in the database (SIGNING_KEY). */
export function sealSecret(signingKey: string, of: SecretOf, secret: CredentialSecret): Uint8Array {
  const plain = secret.driver === 'p12' ? { ...secret, p12: Buffer.from(secret.p12).toString('base64') } : secret;
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', keyOf(signingKey, of), iv);
  cipher.setAAD(Buffer.from(`${of.provinceId}/${of.credentialId}`));
  const body = Buffer.concat([cipher.update(JSON.stringify(plain)), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Throws when it is another row's, was changed, or was sealed under another key. */
export function openSecret(signingKey: string, of: SecretOf, sealed: Uint8Array): CredentialSecret {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(signingKey, of), bytes.subarray(0, IV));
  decipher.setAAD(Buffer.from(`${of.provinceId}/${of.credentialId}`));
  decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
  const text = Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8');
  // Sealed by sealSecret above, and by nobody else: the tag says so.
  const plain = JSON.parse(text) as Exclude<CredentialSecret, { driver: 'p12' }> | { driver: 'p12'; p12: string; passphrase: string };
  return plain.driver === 'p12' ? { ...plain, p12: Buffer.from(plain.p12, 'base64') } : plain;
}

function keyOf(signingKey: string, { provinceId }: SecretOf): Buffer {
  return Buffer.from(hkdfSync('sha256', signingKey, provinceId, 'signing-credential', 32));
}
