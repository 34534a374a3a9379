import { constants, createHash, verify, type KeyObject } from 'node:crypto';
import type { SignatureProblem } from '../inspect/report';
import type { Certificate } from '../der/read-certificate';
import { oidOf, octetsOf, partsOf, timeOf, type Der } from '../der/read-der';
import { OID } from '../der/oids';
import { sortedSet, type Cms } from './read-cms';

const HASH: Readonly<Record<string, string>> = { [OID.sha256]: 'sha256', [OID.sha384]: 'sha384', [OID.sha512]: 'sha512' };
const WEAK_HASH: ReadonlySet<string> = new Set([OID.sha1, '1.2.840.113549.2.5', '1.2.840.113549.2.2', '2.16.840.1.101.3.4.2.4']);
const WITH_HASH: Readonly<Record<string, string>> = {
  [OID.sha256WithRsa]: 'sha256',
  [OID.sha384WithRsa]: 'sha384',
  [OID.sha512WithRsa]: 'sha512',
  [OID.ecdsaWithSha256]: 'sha256',
  [OID.ecdsaWithSha384]: 'sha384',
  [OID.ecdsaWithSha512]: 'sha512',
};
const WEAK_RSA_BITS = 2048;

/** The digest of what was signed under this CMS's own algorithm; null for one that is weak or unknown. */
export function digestFor(cms: Cms, content: readonly Uint8Array[]): Buffer | null {
  const name = HASH[cms.digestAlgorithm];
  return name === undefined ? null : content.reduce((hash, bytes) => hash.update(bytes), createHash(name)).digest();
}

/**
 * Whether the signature is the certificate's over this digest, and names this certificate (RFC 5035); '' when it is.
 * `mustName`: signing-certificate-v2 is obligatory (CAdES).
 */
export function verifyCms(cms: Cms, digest: Buffer | null, mustName: boolean): SignatureProblem | '' {
  const { signedAttributes, certificate } = cms;
  if (WEAK_HASH.has(cms.digestAlgorithm) || isShort(certificate.publicKey)) {
    return 'algorithm-weak';
  }
  const type = signedAttributes.get(OID.contentType);
  const signed = signedAttributes.get(OID.messageDigest);
  if (digest === null || type === undefined || signed === undefined || oidOf(type) !== cms.contentType) {
    return 'signature-unreadable';
  }
  if (!octetsOf(signed).equals(digest)) {
    return 'content-changed';
  }
  if (!isOver(cms, cms.signedBytes) && !isOver(cms, sortedSet(cms.signedBytes))) {
    return 'signature-wrong';
  }
  return namesItsCertificate(cms, mustName) ? '' : 'certificate-swapped';
}

/** The time that stands in the signed attributes (not in PAdES, but in what most others write). */
export function signingTimeOf(cms: Cms): number | null {
  const time = cms.signedAttributes.get(OID.signingTime);
  return time === undefined ? null : timeOf(time);
}

function isShort(key: KeyObject): boolean {
  const bits = key.asymmetricKeyDetails?.modulusLength;
  return bits !== undefined && bits < WEAK_RSA_BITS;
}

function isOver(cms: Cms, signedBytes: Buffer): boolean {
  const [algorithm, parameters] = partsOf(cms.signatureAlgorithm);
  const id = oidOf(algorithm);
  const hash = WITH_HASH[id] ?? HASH[cms.digestAlgorithm];
  const { kind, publicKey } = cms.certificate;
  if (hash === undefined) {
    return false;
  }
  if (id === OID.rsaPss) {
    const pss = pssOf(parameters);
    const options = { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: pss.saltLength };
    return kind === 'rsa' && verify(pss.hash ?? hash, signedBytes, options, cms.signature);
  }
  const fits = kind === 'rsa' ? id === OID.rsaEncryption || id.startsWith('1.2.840.113549.1.1.') : id.startsWith('1.2.840.10045.');
  return fits && verify(hash, signedBytes, publicKey, cms.signature);
}

/** RSASSA-PSS-params (RFC 4055); its mask digest is the same one in every signature that node can verify. */
function pssOf(parameters: Der | undefined): { hash: string | undefined; saltLength: number } {
  const fields = parameters?.tag === 0x30 ? partsOf(parameters) : [];
  const hash = fields.find(({ tag }) => tag === 0xa0);
  const salt = fields.find(({ tag }) => tag === 0xa2);
  return {
    hash: hash === undefined ? undefined : HASH[oidOf(partsOf(partsOf(hash, 0xa0)[0])[0])],
    saltLength: salt === undefined ? 20 : (partsOf(salt, 0xa2)[0]?.content.at(-1) ?? 20),
  };
}

function namesItsCertificate({ certificate, signedAttributes }: Cms, mustName: boolean): boolean {
  const second = signedAttributes.get(OID.signingCertificateV2);
  if (second !== undefined) {
    const [certId] = partsOf(partsOf(second)[0]);
    const fields = partsOf(certId);
    const algorithm = fields[0]?.tag === 0x30 ? HASH[oidOf(partsOf(fields[0])[0])] : 'sha256';
    const hash = fields.find(({ tag }) => tag === 0x04);
    return algorithm !== undefined && hash !== undefined && hashOf(certificate, algorithm).equals(hash.content);
  }
  const first = signedAttributes.get(OID.signingCertificate);
  if (first !== undefined) {
    const [hash] = partsOf(partsOf(partsOf(first)[0])[0]);
    return hash !== undefined && hashOf(certificate, 'sha1').equals(hash.content);
  }
  return !mustName;
}

function hashOf({ der }: Certificate, algorithm: string): Buffer {
  return createHash(algorithm).update(der).digest();
}
