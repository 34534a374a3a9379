import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const IV = 12;
const TAG = 16;

/** Keys that files are sealed with (AES-256-GCM); a new file takes the first, an old one is opened with the one its row names. */
export class FileKeys {
  private readonly byId: ReadonlyMap<string, Buffer>;
  private readonly newest: string | null;

  /** @param keys 32 bytes each, newest first; none: files lie in the clear */
  constructor(keys: readonly Buffer[]) {
    this.byId = new Map(keys.map((key) => [idOf(key), key]));
    this.newest = keys[0] === undefined ? null : idOf(keys[0]);
  }

  /** Bytes as they will lie; the name they are sealed under is part of the seal, so no file can be put in another's place. */
  seal(name: string, bytes: Buffer): { readonly bytes: Buffer; readonly keyId: string | null } {
    const key = this.newest === null ? undefined : this.byId.get(this.newest);
    if (key === undefined) {
      return { bytes, keyId: null };
    }
    const iv = randomBytes(IV);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(name));
    const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return { bytes: Buffer.concat([iv, cipher.getAuthTag(), sealed]), keyId: this.newest };
  }

  /** Undefined: the key is not here, or the bytes are not what was sealed. */
  open(name: string, bytes: Buffer, keyId: string | null): Buffer | undefined {
    if (keyId === null) {
      return bytes;
    }
    const key = this.byId.get(keyId);
    if (key === undefined || bytes.length < IV + TAG) {
      return undefined;
    }
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV)).setAAD(Buffer.from(name));
    decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]);
    } catch {
      // The seal does not fit: another key, another name, or changed bytes. OpenSSL tells no more.
      return undefined;
    }
  }
}

/** Tells keys apart without telling anything of them. */
function idOf(key: Buffer): string {
  return createHash('sha256').update('thidua-file-key').update(key).digest('hex').slice(0, 16);
}
