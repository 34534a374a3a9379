import { createHash } from 'node:crypto';
import { DerMalformed } from '../der/read-der';
import { readCertificate, type Certificate } from '../der/read-certificate';
import { integer, sequence } from '../der/write-der';
import { OID } from '../der/oids';
import { askService, wrong } from '../services/ask-service';
import { isSignedBy, type SigningKey } from './signing-key';

export interface RemoteKeyOptions {
  /** Base address of the service, 'https://ky-so.example/csc/v1'. */
  readonly url: string;
  readonly credentialId: string;
  /** Bearer token of whoever may use the credential; null where the service knows us otherwise. */
  readonly token: string | null;
  /** The holder's certificate (DER) that is expected; another one is refused. */
  readonly certificate?: Uint8Array;
  /** Longer than it takes a person to confirm on a telephone. */
  readonly timeoutMs?: number;
}

/**
 * A key that never leaves its signing service, which is given hashes only: `credentials/info` and `signatures/signHash` of the Cloud
 * Signature Consortium's API 1.0.4, as the licensed services in Viet Nam offer it. Every answer is checked against the certificate.
 * @throws SigningServiceAway (may be tried again), SigningServiceWrong (no use to try again)
 */
export async function remoteKey(options: RemoteKeyOptions): Promise<SigningKey> {
  const info = await ask(options, 'credentials/info', { credentialID: options.credentialId, certificates: 'chain' });
  const certificates = certificatesIn(info);
  const [der] = certificates;
  const holder = der === undefined ? undefined : certificateOf(der);
  if (der === undefined || holder === undefined) {
    throw wrong('signer', 'it has no certificate of this credential');
  }
  if (options.certificate !== undefined && !der.equals(Buffer.from(options.certificate))) {
    throw wrong('signer', 'its certificate is not the one that was registered');
  }
  return { certificates, sign: (bytes) => signHash(options, holder, bytes) };
}

async function signHash(options: RemoteKeyOptions, holder: Certificate, bytes: Uint8Array): Promise<Uint8Array> {
  const answer = await ask(options, 'signatures/signHash', {
    credentialID: options.credentialId,
    hash: [createHash('sha256').update(bytes).digest('base64')],
    hashAlgo: OID.sha256,
    signAlgo: holder.kind === 'rsa' ? OID.sha256WithRsa : OID.ecdsaWithSha256,
  });
  const [first] = listOf(answer['signatures']);
  const given = Buffer.from(first ?? '', 'base64');
  // Some services give r and s of an elliptic curve bare.
  const found = [given, ...(holder.kind === 'ec' ? [asDer(given)] : [])].find((one) => one.length > 0 && isSignedBy(holder, bytes, one));
  if (found === undefined) {
    throw wrong('signer', 'its signature is not by the key of its certificate');
  }
  return found;
}

function asDer(bare: Buffer): Buffer {
  const half = bare.length / 2;
  return sequence(integer(bare.subarray(0, half)), integer(bare.subarray(half)));
}

async function ask(options: RemoteKeyOptions, verb: string, question: unknown): Promise<Readonly<Record<string, unknown>>> {
  const { url, token, timeoutMs = 60_000 } = options;
  const body = Buffer.from(JSON.stringify(question), 'utf8');
  const address = `${url.replace(/\/+$/, '')}/${verb}`;
  const answer = await askService({ service: 'signer', url: address, type: 'application/json', body, token, timeoutMs });
  try {
    const read: unknown = JSON.parse(answer.toString('utf8'));
    if (typeof read === 'object' && read !== null) {
      return read as Record<string, unknown>;
    }
  } catch (error) {
    throw wrong('signer', error instanceof Error ? error.message : 'no JSON');
  }
  throw wrong('signer', 'its answer is no object');
}

function certificatesIn(info: Readonly<Record<string, unknown>>): Buffer[] {
  const cert = info['cert'];
  const list = typeof cert === 'object' && cert !== null ? (cert as Record<string, unknown>)['certificates'] : undefined;
  return listOf(list).map((text) => Buffer.from(text, 'base64'));
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function certificateOf(der: Buffer): Certificate | undefined {
  try {
    return readCertificate(der);
  } catch (error) {
    if (error instanceof DerMalformed) {
      return undefined;
    }
    throw error;
  }
}
