import { createHash } from 'node:crypto';
import { CertificateUnusable } from '../../errors';
import { readCertificate, type Certificate } from '../der/read-certificate';
import { integer, nothing, octets, oid, sequence, setOf, tagged, tlv } from '../der/write-der';
import { OID } from '../der/oids';
import { isSignedBy, type SigningKey } from '../keys/signing-key';
import type { TimestampPort } from '../timestamps/timestamp-port';

export interface CmsOrder {
  /** SHA-256 of what is signed. */
  readonly digest: Uint8Array;
  readonly key: SigningKey;
  readonly timestamps?: TimestampPort | undefined;
}

/**
 * A detached CMS SignedData as CAdES wants it (RFC 5652; ETSI EN 319 122-1): content type, digest and signing-certificate-v2 are
 * signed; the time of signing stands in the PDF (PAdES forbids it here), a time stamp over the signature beside it.
 * @throws CertificateUnusable, SigningServiceAway, SigningServiceWrong
 */
export async function makeCms(order: CmsOrder): Promise<Buffer> {
  const [holder] = order.key.certificates;
  if (holder === undefined) {
    throw new CertificateUnusable('the key comes without a certificate', { reason: 'no certificate' });
  }
  const certificate = readCertificate(holder);
  const attributes = [
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octets(order.digest)),
    attribute(OID.signingCertificateV2, signingCertificateV2(certificate)),
  ];
  const signature = await order.key.sign(setOf(...attributes));
  if (!isSignedBy(certificate, setOf(...attributes), signature)) {
    throw new CertificateUnusable('the signature is not by the key of the certificate', { reason: 'key and certificate differ' });
  }
  const token = await order.timestamps?.stamp(createHash('sha256').update(signature).digest());
  return signedData({
    content: sequence(oid(OID.data)),
    version: 1,
    certificate,
    certificates: order.key.certificates,
    signedAttributes: attributes,
    signature,
    unsignedAttributes: token === undefined ? [] : [attribute(OID.timeStampToken, token)],
  });
}

export interface SignedDataParts {
  /** encapContentInfo, finished. */
  readonly content: Buffer;
  readonly version: 1 | 3;
  readonly certificate: Certificate;
  readonly certificates: readonly Uint8Array[];
  readonly signedAttributes: readonly Buffer[];
  readonly signature: Uint8Array;
  readonly unsignedAttributes: readonly Buffer[];
}

export function signedData(given: SignedDataParts): Buffer {
  const { certificate } = given;
  const unsigned = given.unsignedAttributes.length === 0 ? [] : [implicitSet(1, given.unsignedAttributes)];
  const signer = sequence(
    integer(1),
    sequence(certificate.issuer, certificate.serial),
    sequence(oid(OID.sha256)),
    implicitSet(0, given.signedAttributes),
    certificate.kind === 'rsa' ? sequence(oid(OID.rsaEncryption), nothing()) : sequence(oid(OID.ecdsaWithSha256)),
    octets(given.signature),
    ...unsigned,
  );
  const data = sequence(
    integer(given.version),
    tlv(0x31, sequence(oid(OID.sha256))),
    given.content,
    tagged(0, ...given.certificates),
    tlv(0x31, signer),
  );
  return sequence(oid(OID.signedData), tagged(0, data));
}

export function attribute(id: string, value: Uint8Array): Buffer {
  return sequence(oid(id), tlv(0x31, value));
}

/** ESSCertIDv2 with the default digest SHA-256 left out (RFC 5035 §4). */
export function signingCertificateV2(certificate: Certificate): Buffer {
  const hash = octets(createHash('sha256').update(certificate.der).digest());
  const issuerSerial = sequence(sequence(tagged(4, certificate.issuer)), certificate.serial);
  return sequence(sequence(sequence(hash, issuerSerial)));
}

/** SET OF under [n] IMPLICIT: the same order, another tag. */
function implicitSet(number: number, members: readonly Buffer[]): Buffer {
  const set = setOf(...members);
  return Buffer.concat([Buffer.from([0xa0 + number]), set.subarray(1)]);
}
