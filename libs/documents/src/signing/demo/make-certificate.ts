import { createHash, createPrivateKey, generateKeyPair, sign, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { readCertificate } from '../der/read-certificate';
import { bits, boolean, integer, nothing, octets, oid, printable, sequence, setOf, tagged, time, tlv, utf8 } from '../der/write-der';
import { OID } from '../der/oids';

export type KeyKind = 'rsa' | 'ec';

export interface DemoName {
  readonly commonName: string;
  readonly organization: string;
}

export interface CertificateRequest {
  readonly subject: DemoName;
  readonly keyKind: KeyKind;
  /** Milliseconds since 1970. */
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  readonly use: 'authority' | 'signer' | 'timestamps';
}

export interface Issued {
  /** DER. */
  readonly certificate: Uint8Array;
  /** PKCS#8 as DER. */
  readonly privateKey: Uint8Array;
}

const newPair = promisify(generateKeyPair);

/** A new key with its certificate (X.509 v3), by `issuer` or, without one, by itself. Names are UTF-8. For demonstrations and tests. */
export async function makeCertificate(request: CertificateRequest, issuer?: Issued): Promise<Issued> {
  const key = await newKey(request.keyKind);
  const spki = key.publicKey.export({ type: 'spki', format: 'der' });
  const keyId = createHash('sha1').update(spki).digest();
  const issuing = issuer === undefined ? undefined : readCertificate(issuer.certificate);
  const subject = nameOf(request.subject);
  const signer = issuer === undefined ? key.privateKey : privateKeyOf(issuer);
  const algorithm = signer.asymmetricKeyType === 'ec' ? sequence(oid(OID.ecdsaWithSha256)) : sequence(oid(OID.sha256WithRsa), nothing());
  const body = sequence(
    tagged(0, integer(2)),
    integer(Buffer.concat([Buffer.from([1]), createHash('sha256').update(spki).digest().subarray(0, 15)])),
    algorithm,
    issuing?.subject ?? subject,
    sequence(time(request.notBeforeMs), time(request.notAfterMs)),
    subject,
    spki,
    tagged(3, sequence(...extensions(request.use, keyId, issuing?.keyId ?? keyId))),
  );
  return {
    certificate: sequence(body, algorithm, bits(sign('sha256', body, signer))),
    privateKey: key.privateKey.export({ type: 'pkcs8', format: 'der' }),
  };
}

export function privateKeyOf({ privateKey }: Issued): KeyObject {
  return createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
}

async function newKey(kind: KeyKind): Promise<{ publicKey: KeyObject; privateKey: KeyObject }> {
  return kind === 'rsa' ? newPair('rsa', { modulusLength: 2048 }) : newPair('ec', { namedCurve: 'prime256v1' });
}

function nameOf({ commonName, organization }: DemoName): Buffer {
  const part = (id: string, value: Buffer) => setOf(sequence(oid(id), value));
  return sequence(
    part(OID.countryName, printable('VN')),
    part(OID.organizationName, utf8(organization.normalize('NFC'))),
    part(OID.commonName, utf8(commonName.normalize('NFC'))),
  );
}

function extensions(use: CertificateRequest['use'], keyId: Buffer, issuerKeyId: Buffer): Buffer[] {
  const extension = (id: string, critical: boolean, value: Buffer) =>
    sequence(oid(id), ...(critical ? [boolean(true)] : []), octets(value));
  const isAuthority = use === 'authority';
  return [
    extension(OID.basicConstraints, true, isAuthority ? sequence(boolean(true)) : sequence()),
    // keyCertSign and cRLSign; or digitalSignature and nonRepudiation.
    extension(OID.keyUsage, true, isAuthority ? bits(Buffer.from([0x06]), 1) : bits(Buffer.from([0xc0]), 6)),
    ...(use === 'timestamps' ? [extension(OID.extKeyUsage, true, sequence(oid(OID.timeStamping)))] : []),
    extension(OID.subjectKeyId, false, octets(keyId)),
    extension(OID.authorityKeyId, false, sequence(tlv(0x80, issuerKeyId))),
  ];
}
