import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const [IV, TAG] = [12, 16];

/** Whose envelope it is: bound into it, so that it opens nowhere else. */
export interface Envelope {
  readonly sessionId: string;
  readonly personId: string;
}

/** Seals the content of a written opinion under a key of its session that is made from a secret outside the database. */
export function sealed(secret: string, envelope: Envelope, content: Uint8Array): Uint8Array {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, envelope.sessionId), iv);
  cipher.setAAD(Buffer.from(`${envelope.sessionId}/${envelope.personId}`));
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Throws when the envelope is another's, was changed, or was sealed under another secret. */
export function unsealed(secret: string, envelope: Envelope, bytes: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, envelope.sessionId), bytes.subarray(0, IV));
  decipher.setAAD(Buffer.from(`${envelope.sessionId}/${envelope.personId}`));
  decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
  return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]);
}

function keyOf(secret: string, sessionId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, sessionId, 'written-opinion', 32));
}
