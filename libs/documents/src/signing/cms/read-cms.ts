import { readCertificate, type Certificate } from '../der/read-certificate';
import { DerMalformed, expectTag, oidOf, parts, partsOf, readDer, octetsOf, type Der } from '../der/read-der';
import { setOf } from '../der/write-der';
import { OID } from '../der/oids';

/** A CMS SignedData with one signer (RFC 5652 §5), taken apart and not yet believed. */
export interface Cms {
  /** OID of what is signed, and the content itself when it is inside (time stamps); null when detached. */
  readonly contentType: string;
  readonly content: Buffer | null;
  /** The one that the signer names. */
  readonly certificate: Certificate;
  readonly others: readonly Certificate[];
  readonly digestAlgorithm: string;
  readonly signatureAlgorithm: Der;
  readonly signature: Buffer;
  /** The first value of each attribute, by OID. */
  readonly signedAttributes: ReadonlyMap<string, Der>;
  /** As SET OF: what the signature is over (§5.4). */
  readonly signedBytes: Buffer;
  readonly unsignedAttributes: ReadonlyMap<string, Der>;
}

/** Beyond this, whoever put them there wants us to be busy. */
const MAX_CERTIFICATES = 30;

/** @throws DerMalformed */
export function readCms(bytes: Uint8Array): Cms {
  const whole = readDer(bytes);
  if (bytes.subarray(whole.raw.length).some((byte) => byte !== 0)) {
    throw new DerMalformed('something else behind the signature');
  }
  const [type, wrapped] = partsOf(whole);
  if (oidOf(type) !== OID.signedData) {
    throw new DerMalformed('no signed data');
  }
  const [, , content, ...rest] = partsOf(partsOf(wrapped, 0xa0)[0]);
  const signers = partsOf(rest.at(-1), 0x31);
  const [signer] = signers;
  if (signers.length !== 1 || signer === undefined) {
    throw new DerMalformed(`${signers.length} signers`);
  }
  const [contentType, inside] = partsOf(content);
  const certificates = readCertificates(rest.find(({ tag }) => tag === 0xa0));
  return {
    contentType: oidOf(contentType),
    content: inside === undefined ? null : octetsOf(partsOf(inside, 0xa0)[0]),
    ...readSigner(signer, certificates),
  };
}

function readCertificates(set: Der | undefined): Certificate[] {
  const all = set === undefined ? [] : parts(set);
  if (all.length > MAX_CERTIFICATES) {
    throw new DerMalformed(`${all.length} certificates`);
  }
  return all.filter(({ tag }) => tag === 0x30).flatMap(({ raw }) => tryCertificate(raw));
}

/** One of a kind that is not read (an old attribute certificate, an exotic key) is nobody's here. */
function tryCertificate(der: Buffer): Certificate[] {
  try {
    return [readCertificate(der)];
  } catch (error) {
    if (error instanceof DerMalformed) {
      return [];
    }
    throw error;
  }
}

type Signer = Omit<Cms, 'contentType' | 'content'>;

function readSigner(signer: Der, certificates: readonly Certificate[]): Signer {
  const [, id, digestAlgorithm, ...rest] = partsOf(signer);
  const signed = rest[0]?.tag === 0xa0 ? rest[0] : undefined;
  if (signed === undefined) {
    throw new DerMalformed('no signed attributes');
  }
  const [, signatureAlgorithm, signature, unsigned] = rest;
  const certificate = certificates.find((one) => isNamedBy(id, one));
  if (certificate === undefined) {
    throw new DerMalformed('the signer’s certificate is not in it');
  }
  return {
    certificate,
    others: certificates.filter((one) => one !== certificate),
    digestAlgorithm: oidOf(partsOf(digestAlgorithm)[0]),
    signatureAlgorithm: expectTag(signatureAlgorithm, 0x30),
    signature: octetsOf(expectTag(signature, 0x04)),
    signedAttributes: readAttributes(signed),
    signedBytes: Buffer.concat([Buffer.from([0x31]), signed.raw.subarray(1)]),
    unsignedAttributes: unsigned?.tag === 0xa1 ? readAttributes(unsigned) : new Map(),
  };
}

function isNamedBy(id: Der | undefined, certificate: Certificate): boolean {
  if (id?.tag === 0x80) {
    return certificate.keyId?.equals(id.content) ?? false;
  }
  const [issuer, serial] = partsOf(id);
  return issuer !== undefined && serial !== undefined && certificate.issuer.equals(issuer.raw) && certificate.serial.equals(serial.raw);
}

/** An attribute that comes twice, or with several values, would be read differently by others: refused. */
function readAttributes(set: Der): ReadonlyMap<string, Der> {
  const found = new Map<string, Der>();
  for (const attribute of parts(set)) {
    const [type, values] = partsOf(attribute);
    const [value, ...more] = partsOf(values, 0x31);
    const id = oidOf(type);
    if (value !== undefined) {
      if (found.has(id) || (more.length > 0 && id === OID.messageDigest)) {
        throw new DerMalformed(`the attribute ${id} twice`);
      }
      found.set(id, value);
    }
  }
  return found;
}

/** As it should have been written; used where a signer wrote the set in another order than DER's. */
export function sortedSet(signedBytes: Buffer): Buffer {
  return setOf(...parts(readDer(signedBytes)).map(({ raw }) => raw));
}
