import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { numberOf, octetsOf, oidOf, partsOf, type Der } from '../der/read-der';
import { OID } from '../der/oids';
import { pkcs12Key } from './pkcs12-key';
import { rc2CbcDecrypt } from './rc2';

/** More rounds than any archive has; beyond it the file only wants to keep us busy. */
const MAX_ITERATIONS = 2_000_000;

const OLD: Readonly<Record<string, { readonly keyLength: number; readonly cipher: string | null }>> = {
  [OID.pbeSha1Des3]: { keyLength: 24, cipher: 'des-ede3-cbc' },
  [OID.pbeSha1Des2]: { keyLength: 16, cipher: 'des-ede-cbc' },
  [OID.pbeSha1Rc2_128]: { keyLength: 16, cipher: null },
  [OID.pbeSha1Rc2_40]: { keyLength: 5, cipher: null },
};

const MODERN: Readonly<Record<string, { readonly keyLength: number; readonly cipher: string }>> = {
  [OID.aes128]: { keyLength: 16, cipher: 'aes-128-cbc' },
  [OID.aes192]: { keyLength: 24, cipher: 'aes-192-cbc' },
  [OID.aes256]: { keyLength: 32, cipher: 'aes-256-cbc' },
  [OID.desEde3]: { keyLength: 24, cipher: 'des-ede3-cbc' },
};

const PRF: Readonly<Record<string, string>> = {
  [OID.hmacSha1]: 'sha1',
  [OID.hmacSha256]: 'sha256',
  [OID.hmacSha384]: 'sha384',
  [OID.hmacSha512]: 'sha512',
};

/** Opens what a PKCS#12 holds encrypted, by the AlgorithmIdentifier beside it. Throws for an unknown way or a wrong passphrase. */
export function decryptBag(algorithm: Der | undefined, data: Buffer, passphrase: string): Buffer {
  const [id, parameters] = partsOf(algorithm);
  const way = oidOf(id);
  return way === OID.pbes2 ? modern(parameters, data, passphrase) : old(way, parameters, data, passphrase);
}

function modern(parameters: Der | undefined, data: Buffer, passphrase: string): Buffer {
  const [derivation, scheme] = partsOf(parameters);
  const [schemeId, iv] = partsOf(scheme);
  const cipher = MODERN[oidOf(schemeId)];
  if (cipher === undefined) {
    throw new Error(`an encryption that is not known: ${oidOf(schemeId)}`);
  }
  return decipher(cipher.cipher, pbkdf2Key(derivation, passphrase, cipher.keyLength), octetsOf(iv), data);
}

/** PBKDF2 by its AlgorithmIdentifier (RFC 8018 A.2); the passphrase as UTF-8. */
export function pbkdf2Key(derivation: Der | undefined, passphrase: string, length: number): Buffer {
  const [id, parameters] = partsOf(derivation);
  if (oidOf(id) !== OID.pbkdf2) {
    throw new Error(`a key derivation that is not known: ${oidOf(id)}`);
  }
  const [salt, iterations, ...options] = partsOf(parameters);
  const prf = options.find(({ tag }) => tag === 0x30);
  const digest = PRF[prf === undefined ? OID.hmacSha1 : oidOf(partsOf(prf)[0])];
  if (digest === undefined) {
    throw new Error('a key derivation with an unknown digest');
  }
  return pbkdf2Sync(Buffer.from(passphrase, 'utf8'), octetsOf(salt), roundsOf(iterations), length, digest);
}

function old(way: string, parameters: Der | undefined, data: Buffer, passphrase: string): Buffer {
  const kind = OLD[way];
  if (kind === undefined) {
    throw new Error(`an encryption that is not known: ${way}`);
  }
  const [salt, iterations] = partsOf(parameters);
  const from = { hash: 'sha1', passphrase, salt: octetsOf(salt), iterations: roundsOf(iterations) } as const;
  const key = pkcs12Key(from, 'key', kind.keyLength);
  const iv = pkcs12Key(from, 'iv', 8);
  if (kind.cipher === null) {
    return rc2CbcDecrypt(data, key, iv, kind.keyLength * 8);
  }
  // Node has two-key triple DES only under its three-key name: the first key comes again.
  return decipher('des-ede3-cbc', kind.keyLength === 16 ? Buffer.concat([key, key.subarray(0, 8)]) : key, iv, data);
}

export function roundsOf(iterations: Der | undefined): number {
  const rounds = numberOf(iterations);
  if (rounds < 1 || rounds > MAX_ITERATIONS) {
    throw new Error(`${rounds} rounds of key derivation`);
  }
  return rounds;
}

function decipher(cipher: string, key: Buffer, iv: Buffer, data: Buffer): Buffer {
  const opened = createDecipheriv(cipher, key, iv);
  return Buffer.concat([opened.update(data), opened.final()]);
}
