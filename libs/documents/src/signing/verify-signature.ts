import { createHash, createPublicKey, verify } from 'node:crypto';
import forge from 'node-forge';

export interface SignatureReport {
  /** The digest matches, the signature is the certificate's, and its byte range hides nothing. Says nothing about trust in the issuer. */
  readonly valid: boolean;
  /** commonName of the certificate; '' when the signature cannot be read. */
  readonly signer: string;
  /** False for the earlier ones of several signatures, and when bytes were added after the last. */
  readonly coversWholeFile: boolean;
  /** Why it is not valid; '' when it is. */
  readonly problem: string;
}

/** Checks every signature in a PDF, in the order they stand in the file. None gives an empty list. */
export function verifySignature(bytes: Uint8Array): readonly SignatureReport[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ranges = [...file.toString('latin1').matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)];
  return ranges.map((match) => report(file, match.slice(1).map(Number)));
}

function report(file: Buffer, range: readonly number[]): SignatureReport {
  const [start = -1, before = 0, resume = 0, after = 0] = range;
  const coversWholeFile = resume + after === file.length;
  try {
    if (start !== 0 || before >= resume || resume + after > file.length) {
      throw new Error('the byte range does not fit the file');
    }
    const hex = /^<([0-9a-f]*)>$/i.exec(file.toString('latin1', before, resume).trim())?.[1];
    if (hex === undefined) {
      throw new Error('something besides the signature is left out of the byte range');
    }
    const content = Buffer.concat([file.subarray(0, before), file.subarray(resume, resume + after)]);
    return { valid: true, signer: verifyCms(Buffer.from(hex, 'hex'), content), coversWholeFile, problem: '' };
  } catch (error) {
    return { valid: false, signer: '', coversWholeFile, problem: error instanceof Error ? error.message : String(error) };
  }
}

interface SignedData extends forge.pkcs7.PkcsSignedData {
  readonly rawCapture: { readonly authenticatedAttributes?: forge.asn1.Asn1[]; readonly signature?: string };
}

/** Verifies a detached CMS with signed attributes, SHA-256 and RSA; answers the signer's name, throws why not. */
function verifyCms(der: Buffer, content: Buffer): string {
  const asn1 = forge.asn1.fromDer(forge.util.createBuffer(der.toString('latin1')), { parseAllBytes: false } as never);
  const message = forge.pkcs7.messageFromAsn1(asn1) as SignedData;
  const [certificate] = message.certificates;
  const { authenticatedAttributes, signature } = message.rawCapture;
  if (certificate === undefined || authenticatedAttributes === undefined || signature === undefined) {
    throw new Error('the signature lacks its certificate or its signed attributes');
  }
  const digest = createHash('sha256').update(content).digest().toString('latin1');
  if (attribute(authenticatedAttributes, forge.pki.oids['messageDigest']) !== digest) {
    throw new Error('the file was changed after it was signed');
  }
  // RFC 5652 §5.4: what is signed is the attributes as a SET OF, not with the tag they have in the file.
  const set = forge.asn1.create(forge.asn1.Class.UNIVERSAL, forge.asn1.Type.SET, true, authenticatedAttributes);
  const signed = Buffer.from(forge.asn1.toDer(set).getBytes(), 'latin1');
  const key = createPublicKey(forge.pki.publicKeyToPem(certificate.publicKey));
  if (!verify('sha256', signed, key, Buffer.from(signature, 'latin1'))) {
    throw new Error('the signature is not of the certificate that comes with it');
  }
  const name = certificate.subject.getField('CN') as { value: string } | null;
  return name === null ? '' : decodeUtf8(name.value);
}

/** The value of the first attribute with this object id, as a byte string. */
function attribute(attributes: readonly forge.asn1.Asn1[], oid: string | undefined): string | undefined {
  for (const { value } of attributes) {
    const [type, set] = value as [forge.asn1.Asn1, forge.asn1.Asn1];
    if (forge.asn1.derToOid(type.value as string) === oid) {
      return (set.value as [forge.asn1.Asn1])[0].value as string;
    }
  }
  return undefined;
}

/** forge leaves some UTF-8 names as byte strings; a name that is text already is returned as it is. */
function decodeUtf8(value: string): string {
  if (/[^\x00-\xff]/.test(value)) {
    return value;
  }
  const text = Buffer.from(value, 'latin1').toString('utf8');
  return text.includes('\ufffd') ? value : text;
}
