import { createHash, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import forge from 'node-forge';

export interface DemoCertificateOptions {
  /** Who signs, as shown to readers: 'Phạm Quang Hưng'. */
  readonly commonName: string;
  readonly organization: string;
  readonly passphrase: string;
  /** Validity, milliseconds since 1970 (the demo clock decides, not the machine's). */
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
}

const newKey = promisify(generateKeyPair);

/**
 * A PKCS#12 for demonstrations: an RSA 2048 certificate under a demo issuer made on the spot and thrown away. The issuer's
 * name is ASCII, because a Vietnamese one breaks the signature (forge re-encodes it); the holder's name may be Vietnamese.
 */
export async function makeDemoCertificate(options: DemoCertificateOptions): Promise<Uint8Array> {
  const [issuer, holder] = await Promise.all([rsaKey(), rsaKey()]);
  const issuerName = [
    { name: 'commonName', value: 'Thi Dua Demo Issuer' },
    { name: 'countryName', value: 'VN' },
  ];
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(holder.n, holder.e);
  certificate.serialNumber = `01${createHash('sha256').update(holder.n.toString(16)).digest('hex').slice(0, 30)}`;
  certificate.validity.notBefore = new Date(options.notBeforeMs);
  certificate.validity.notAfter = new Date(options.notAfterMs);
  certificate.setIssuer(issuerName);
  certificate.setSubject([
    { name: 'commonName', value: options.commonName, valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class },
    { name: 'organizationName', value: options.organization, valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class },
    { name: 'countryName', value: 'VN' },
  ]);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
  ]);
  certificate.sign(issuer, forge.md.sha256.create());
  const archive = forge.pkcs12.toPkcs12Asn1(holder, [certificate], options.passphrase, { algorithm: 'aes256' });
  return Buffer.from(forge.asn1.toDer(archive).getBytes(), 'binary');
}

/** By node:crypto: forge's own key generation takes seconds. */
async function rsaKey(): Promise<forge.pki.rsa.PrivateKey> {
  const { privateKey } = await newKey('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return forge.pki.privateKeyFromPem(privateKey);
}
