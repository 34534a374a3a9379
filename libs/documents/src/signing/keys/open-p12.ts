import { createHmac, createPrivateKey, createPublicKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import { CertificateUnusable } from '../../errors';
import { isIssuedBy, readCertificate, type Certificate } from '../der/read-certificate';
import { numberOf, octetsOf, oidOf, parts, partsOf, readDer, type Der } from '../der/read-der';
import { OID } from '../der/oids';
import { decryptBag, pbkdf2Key, roundsOf } from './decrypt-bag';
import { pkcs12Mac } from './pkcs12-key';
import { localKey, type SigningKey } from './signing-key';

interface Bags {
  readonly keys: Buffer[];
  readonly certificates: Buffer[];
}

/** Opens a PKCS#12 (RFC 7292), old (3DES, RC2) or modern (PBES2 with AES). @throws CertificateUnusable */
export function openP12(bytes: Uint8Array, passphrase: string): SigningKey {
  try {
    const bags = readArchive(bytes, passphrase);
    const [pkcs8] = bags.keys;
    if (pkcs8 === undefined) {
      throw new Error('no private key in it');
    }
    const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    return localKey(
      key,
      chainOf(key, bags.certificates.map(readCertificate)).map(({ der }) => der),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CertificateUnusable(`the certificate cannot be opened: ${reason}`, { reason });
  }
}

/** The holder's certificate, then issuer by issuer. */
function chainOf(key: KeyObject, certificates: readonly Certificate[]): Certificate[] {
  const own = createPublicKey(key);
  const chain = certificates.filter(({ publicKey }) => publicKey.equals(own)).slice(0, 1);
  if (chain.length === 0) {
    throw new Error('no certificate of its key in it');
  }
  for (;;) {
    const last = chain.at(-1);
    const issuer = certificates.find((one) => !chain.includes(one) && last !== undefined && isIssuedBy(last, one));
    if (issuer === undefined) {
      return chain;
    }
    chain.push(issuer);
  }
}

function readArchive(bytes: Uint8Array, passphrase: string): Bags {
  const [, authSafe, mac] = partsOf(readDer(bytes));
  const [type, wrapped] = partsOf(authSafe);
  if (oidOf(type) !== OID.data) {
    throw new Error('it is locked by a key, not by a passphrase');
  }
  const content = octetsOf(partsOf(wrapped, 0xa0)[0]);
  if (mac !== undefined) {
    checkMac(mac, content, passphrase);
  }
  const bags: Bags = { keys: [], certificates: [] };
  for (const info of partsOf(readDer(content))) {
    for (const bag of partsOf(readDer(openInfo(info, passphrase)))) {
      takeBag(bag, passphrase, bags);
    }
  }
  return bags;
}

function checkMac(mac: Der, content: Buffer, passphrase: string): void {
  const [info, salt, iterations] = partsOf(mac);
  const [algorithm, digest] = partsOf(info);
  const [id, parameters] = partsOf(algorithm);
  const wanted = octetsOf(digest);
  const found =
    oidOf(id) === OID.pbmac1
      ? modernMac(parameters, content, passphrase)
      : pkcs12Mac(
          {
            hash: hashOf(oidOf(id)),
            passphrase,
            salt: octetsOf(salt),
            iterations: iterations === undefined ? 1 : roundsOf(iterations),
          },
          content,
        );
  if (wanted.length !== found.length || !timingSafeEqual(wanted, found)) {
    throw new Error('the passphrase is wrong');
  }
}

/** PBMAC1 (RFC 9579). */
function modernMac(parameters: Der | undefined, content: Buffer, passphrase: string): Buffer {
  const [derivation, scheme] = partsOf(parameters);
  const [, pbkdf2] = partsOf(derivation);
  const length = partsOf(pbkdf2)
    .slice(2)
    .find(({ tag }) => tag === 0x02);
  const hash = { [OID.hmacSha256]: 'sha256', [OID.hmacSha384]: 'sha384', [OID.hmacSha512]: 'sha512' }[oidOf(partsOf(scheme)[0])];
  if (hash === undefined) {
    throw new Error('it is sealed in an unknown way');
  }
  return createHmac(hash, pbkdf2Key(derivation, passphrase, length === undefined ? 32 : numberOf(length)))
    .update(content)
    .digest();
}

function hashOf(id: string): 'sha1' | 'sha256' | 'sha384' | 'sha512' {
  const hash = ({ [OID.sha1]: 'sha1', [OID.sha256]: 'sha256', [OID.sha384]: 'sha384', [OID.sha512]: 'sha512' } as const)[id];
  if (hash === undefined) {
    throw new Error(`it is sealed with an unknown digest: ${id}`);
  }
  return hash;
}

function openInfo(info: Der, passphrase: string): Buffer {
  const [type, wrapped] = partsOf(info);
  const [content] = partsOf(wrapped, 0xa0);
  if (oidOf(type) === OID.data) {
    return octetsOf(content);
  }
  if (oidOf(type) !== OID.encryptedData) {
    throw new Error('a part of it is locked by a key, not by a passphrase');
  }
  const [, encrypted] = partsOf(content);
  const [, algorithm, data] = partsOf(encrypted);
  return decryptBag(algorithm, octetsOf(data), passphrase);
}

function takeBag(bag: Der, passphrase: string, into: Bags): void {
  const [id, wrapped] = partsOf(bag);
  const [value] = partsOf(wrapped, 0xa0);
  const kind = oidOf(id);
  if (kind === OID.keyBag && value !== undefined) {
    into.keys.push(value.raw);
  } else if (kind === OID.shroudedKeyBag) {
    const [algorithm, data] = partsOf(value);
    into.keys.push(decryptBag(algorithm, octetsOf(data), passphrase));
  } else if (kind === OID.certBag) {
    const [certId, certificate] = partsOf(value);
    if (oidOf(certId) === OID.x509Certificate && certificate !== undefined) {
      into.certificates.push(octetsOf(parts(certificate)[0]));
    }
  }
}
