import { createHash, createHmac } from 'node:crypto';

/** What the bytes are for: the id of RFC 7292 B.3. */
export type KeyPurpose = 'key' | 'iv' | 'mac';

const ID = { key: 1, iv: 2, mac: 3 } as const;

export interface Pkcs12Derivation {
  readonly hash: 'sha1' | 'sha256' | 'sha384' | 'sha512';
  readonly passphrase: string;
  readonly salt: Buffer;
  readonly iterations: number;
}

/** Key derivation of PKCS#12 (RFC 7292 B.2), with the passphrase as UTF-16BE and its closing zero. */
export function pkcs12Key(from: Pkcs12Derivation, purpose: KeyPurpose, length: number): Buffer {
  const { hash, salt, iterations } = from;
  const block = hash === 'sha1' || hash === 'sha256' ? 64 : 128;
  const password = Buffer.from(`${from.passphrase}\0`, 'utf16le').swap16();
  const input = Buffer.concat([stretch(salt, block), stretch(password, block)]);
  const diversifier = Buffer.alloc(block, ID[purpose]);
  const out: Buffer[] = [];
  for (let have = 0; have < length;) {
    let digest = createHash(hash).update(diversifier).update(input).digest();
    for (let round = 1; round < iterations; round += 1) {
      digest = createHash(hash).update(digest).digest();
    }
    out.push(digest);
    have += digest.length;
    const adder = stretch(digest, block).subarray(0, block);
    for (let at = 0; at < input.length; at += block) {
      addInto(input.subarray(at, at + block), adder);
    }
  }
  return Buffer.concat(out).subarray(0, length);
}

/** The mark over the whole archive (RFC 7292 §5.1). */
export function pkcs12Mac(from: Pkcs12Derivation, content: Buffer): Buffer {
  const length = createHash(from.hash).digest().length;
  return createHmac(from.hash, pkcs12Key(from, 'mac', length))
    .update(content)
    .digest();
}

function stretch(bytes: Buffer, block: number): Buffer {
  return Buffer.alloc(bytes.length === 0 ? 0 : Math.ceil(bytes.length / block) * block, bytes.length === 0 ? 0 : bytes);
}

/** target = target + adder + 1, as one number. */
function addInto(target: Buffer, adder: Buffer): void {
  let carry = 1;
  for (let at = target.length - 1; at >= 0; at -= 1) {
    const sum = (target[at] ?? 0) + (adder[at] ?? 0) + carry;
    target[at] = sum & 0xff;
    carry = sum >> 8;
  }
}
