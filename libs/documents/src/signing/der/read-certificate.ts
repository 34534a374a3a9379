import { X509Certificate, type KeyObject } from 'node:crypto';
import { DerMalformed, expectTag, oidOf, parts, partsOf, readDer, textOf, timeOf, type Der } from './read-der';
import { OID } from './oids';

/** What a signature needs to know of an X.509 certificate (RFC 5280). */
export interface Certificate {
  readonly der: Buffer;
  /** INTEGER with its header, and Names with theirs: compared byte for byte. */
  readonly serial: Buffer;
  readonly issuer: Buffer;
  readonly subject: Buffer;
  /** commonName, organizationName of the holder; '' when absent. NFC. */
  readonly commonName: string;
  readonly organization: string;
  /** commonName of the issuer, or its organization. */
  readonly issuerName: string;
  /** Milliseconds since 1970, both ends included. */
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  readonly keyId: Buffer | null;
  /** Ids of extended key usage; null without that extension. */
  readonly usages: readonly string[] | null;
  readonly isAuthority: boolean;
  readonly publicKey: KeyObject;
  readonly kind: 'rsa' | 'ec';
}

/** @throws DerMalformed for what is no certificate with an RSA or EC key. */
export function readCertificate(bytes: Uint8Array): Certificate {
  const whole = readDer(bytes);
  const [body] = partsOf(whole);
  const fields = partsOf(body);
  const [serial, , issuer, validity, subject] = fields[0]?.tag === 0xa0 ? fields.slice(1) : fields;
  const [notBefore, notAfter] = partsOf(validity);
  const extensions = readExtensions(fields.find(({ tag }) => tag === 0xa3));
  const publicKey = publicKeyOf(whole.raw);
  const holder = readName(subject);
  const issuing = readName(issuer);
  return {
    der: whole.raw,
    serial: expectTag(serial, 0x02).raw,
    issuer: expectTag(issuer, 0x30).raw,
    subject: expectTag(subject, 0x30).raw,
    commonName: holder.get(OID.commonName) ?? '',
    organization: holder.get(OID.organizationName) ?? '',
    issuerName: issuing.get(OID.commonName) ?? issuing.get(OID.organizationName) ?? '',
    notBeforeMs: timeOf(notBefore),
    notAfterMs: timeOf(notAfter),
    keyId: extensions.get(OID.subjectKeyId)?.content ?? null,
    usages: usagesOf(extensions.get(OID.extKeyUsage)),
    isAuthority: isAuthority(extensions.get(OID.basicConstraints)),
    publicKey,
    kind: publicKey.asymmetricKeyType === 'ec' ? 'ec' : 'rsa',
  };
}

/** True when `issuer` made the certificate: its name, and its signature over it. */
export function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  return certificate.issuer.equals(issuer.subject) && new X509Certificate(certificate.der).verify(issuer.publicKey);
}

function publicKeyOf(der: Buffer): KeyObject {
  let key: KeyObject;
  try {
    key = new X509Certificate(der).publicKey;
  } catch (error) {
    throw new DerMalformed(`not a certificate: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (key.asymmetricKeyType !== 'rsa' && key.asymmetricKeyType !== 'ec') {
    throw new DerMalformed(`a key of kind ${key.asymmetricKeyType ?? 'unknown'}`);
  }
  return key;
}

/** The first value of each attribute. */
function readName(name: Der | undefined): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const relative of partsOf(name)) {
    for (const attribute of parts(relative)) {
      const [type, value] = partsOf(attribute);
      const id = oidOf(type);
      if (!values.has(id)) {
        values.set(id, textOf(value));
      }
    }
  }
  return values;
}

function readExtensions(wrapped: Der | undefined): ReadonlyMap<string, Der> {
  const found = new Map<string, Der>();
  for (const extension of wrapped === undefined ? [] : partsOf(parts(wrapped)[0])) {
    const fields = partsOf(extension);
    const value = fields.at(-1);
    found.set(oidOf(fields[0]), readDer(expectTag(value, 0x04).content));
  }
  return found;
}

function usagesOf(extension: Der | undefined): readonly string[] | null {
  return extension === undefined ? null : partsOf(extension).map(oidOf);
}

function isAuthority(extension: Der | undefined): boolean {
  const [flag] = extension === undefined ? [] : partsOf(extension);
  return flag?.tag === 0x01 && flag.content[0] !== 0;
}
