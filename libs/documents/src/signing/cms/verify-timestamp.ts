import { DerMalformed, numberOf, octetsOf, oidOf, partsOf, readDer, timeOf } from '../der/read-der';
import { OID } from '../der/oids';
import { createHash } from 'node:crypto';
import { readCms, type Cms } from './read-cms';
import { digestFor, verifyCms } from './verify-cms';

/** What a time-stamping authority said (RFC 3161 TSTInfo), signed and checked. */
export interface Timestamp {
  /** Milliseconds since 1970. */
  readonly atMs: number;
  /** Bytes of the nonce, null without one. */
  readonly nonce: Buffer | null;
  readonly cms: Cms;
}

const HASH: Readonly<Record<string, string>> = {
  [OID.sha1]: 'sha1',
  [OID.sha256]: 'sha256',
  [OID.sha384]: 'sha384',
  [OID.sha512]: 'sha512',
};

/**
 * A TimeStampToken over the bytes whose digest `digestWith` gives. @throws DerMalformed when it is not over them, not by a certificate for
 * time stamping, outside its validity, or wrongly signed.
 */
export function verifyTimestamp(token: Uint8Array, digestWith: (algorithm: string) => Uint8Array): Timestamp {
  const cms = readCms(token);
  if (cms.contentType !== OID.tstInfo || cms.content === null) {
    throw new DerMalformed('no time stamp');
  }
  const problem = verifyCms(cms, digestFor(cms, [cms.content]), true);
  if (problem !== '') {
    throw new DerMalformed(`a time stamp whose signature is not right: ${problem}`);
  }
  const fields = partsOf(readDer(cms.content));
  const [version, , imprint, , genTime, ...rest] = fields;
  const [algorithm, digest] = partsOf(imprint);
  const hash = HASH[oidOf(partsOf(algorithm)[0])];
  if (numberOf(version) !== 1 || hash === undefined || !octetsOf(digest).equals(digestWith(hash))) {
    throw new DerMalformed('a time stamp over something else');
  }
  const atMs = timeOf(genTime);
  const { usages, notBeforeMs, notAfterMs } = cms.certificate;
  if (usages === null || !usages.includes(OID.timeStamping) || atMs < notBeforeMs || atMs > notAfterMs) {
    throw new DerMalformed('a time stamp by a certificate that is not for it');
  }
  return { atMs, nonce: rest.find(({ tag }) => tag === 0x02)?.content ?? null, cms };
}

export function digestOf(bytes: Uint8Array): (algorithm: string) => Uint8Array {
  return (algorithm) => createHash(algorithm).update(bytes).digest();
}
