import { createCipheriv, createHash, pbkdf2Sync, randomBytes } from 'node:crypto';
import { integer, nothing, octets, oid, sequence, tagged, tlv } from '../der/write-der';
import { OID } from '../der/oids';
import { pkcs12Mac } from '../keys/pkcs12-key';

const ITERATIONS = 10_000;

/** A PKCS#12 as OpenSSL 3 writes it: PBES2 with AES-256, sealed with HMAC-SHA-256. Certificates are DER, the holder's first. */
export function makeP12(privateKey: Uint8Array, certificates: readonly Uint8Array[], passphrase: string): Uint8Array {
  const keyId = createHash('sha1')
    .update(certificates[0] ?? privateKey)
    .digest();
  const mark = tlv(0x31, sequence(oid(OID.localKeyId), tlv(0x31, octets(keyId))));
  const certificateBags = certificates.map((certificate, index) =>
    sequence(
      oid(OID.certBag),
      tagged(0, sequence(oid(OID.x509Certificate), tagged(0, octets(certificate)))),
      ...(index === 0 ? [mark] : []),
    ),
  );
  const key = encrypt(privateKey, passphrase);
  const keyBag = sequence(oid(OID.shroudedKeyBag), tagged(0, sequence(key.algorithm, octets(key.data))), mark);
  const hidden = encrypt(sequence(...certificateBags), passphrase);
  const encrypted = sequence(integer(0), sequence(oid(OID.data), hidden.algorithm, tlv(0x80, hidden.data)));
  const content = sequence(
    sequence(oid(OID.encryptedData), tagged(0, encrypted)),
    sequence(oid(OID.data), tagged(0, octets(sequence(keyBag)))),
  );
  const salt = randomBytes(16);
  const mac = pkcs12Mac({ hash: 'sha256', passphrase, salt, iterations: 2048 }, content);
  return sequence(
    integer(3),
    sequence(oid(OID.data), tagged(0, octets(content))),
    sequence(sequence(sequence(oid(OID.sha256), nothing()), octets(mac)), octets(salt), integer(2048)),
  );
}

function encrypt(bytes: Uint8Array, passphrase: string): { algorithm: Buffer; data: Buffer } {
  const salt = randomBytes(16);
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', pbkdf2Sync(Buffer.from(passphrase, 'utf8'), salt, ITERATIONS, 32, 'sha256'), iv);
  const derivation = sequence(oid(OID.pbkdf2), sequence(octets(salt), integer(ITERATIONS), sequence(oid(OID.hmacSha256), nothing())));
  return {
    algorithm: sequence(oid(OID.pbes2), sequence(derivation, sequence(oid(OID.aes256), octets(iv)))),
    data: Buffer.concat([cipher.update(bytes), cipher.final()]),
  };
}
