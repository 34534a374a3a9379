import { constants, createECDH, createPrivateKey, privateEncrypt } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { integer, sequence } from '../../libs/documents/src/signing/der/write-der';

/** A credential that a remote signing service keeps: certificates (DER, the holder's first) and the PKCS#8 key they are for. */
export interface KeptCredential {
  readonly certificates: readonly Uint8Array[];
  readonly privateKey: Uint8Array;
}

/** How the service misbehaves. */
export type SigningFault = 'none' | 'silent' | 'unavailable' | 'refuses' | 'other-certificate' | 'wrong-signature' | 'no-json' | 'endless';

export interface SigningServer {
  readonly url: string;
  readonly token: string;
  /** Hashes that were signed, base64. */
  readonly signed: readonly string[];
  fault: SigningFault;
  close(): Promise<void>;
}

export interface SigningServerOptions {
  readonly credentials: Readonly<Record<string, KeptCredential>>;
  /** Gives r and s bare instead of DER, as some services do. */
  readonly bareEcdsa?: boolean;
}

const SHA256_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** A reference of the remote signer's protocol (CSC API 1.0.4: credentials/info, signatures/signHash) on 127.0.0.1, for tests and demonstrations. */
export async function startSigningServer({ credentials, bareEcdsa = false }: SigningServerOptions): Promise<SigningServer> {
  const signed: string[] = [];
  const token = 'the-token-of-the-test';
  const state: { fault: SigningFault } = { fault: 'none' };
  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const question = JSON.parse(await bodyOf(request)) as Record<string, unknown>;
    if (state.fault === 'silent') {
      return;
    }
    if (state.fault === 'endless') {
      response.writeHead(200);
      response.end(Buffer.alloc(3 << 20, 0x20));
      return;
    }
    if (state.fault === 'unavailable' || state.fault === 'no-json') {
      response.writeHead(state.fault === 'unavailable' ? 503 : 200).end('later');
      return;
    }
    const credential = credentials[String(question['credentialID'])];
    const isAllowed = request.headers.authorization === `Bearer ${token}` && state.fault !== 'refuses';
    if (credential === undefined || !isAllowed) {
      response.writeHead(credential === undefined ? 400 : 403).end('{"error":"invalid_request"}');
      return;
    }
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url?.endsWith('/credentials/info') === true ? info(credential) : signHash(credential, question)));
  }

  function info(credential: KeptCredential): unknown {
    const other = Object.values(credentials).find((one) => one !== credential);
    const { certificates } = state.fault === 'other-certificate' && other !== undefined ? other : credential;
    return { cert: { status: 'valid', certificates: certificates.map((der) => Buffer.from(der).toString('base64')) } };
  }

  function signHash({ privateKey }: KeptCredential, question: Record<string, unknown>): unknown {
    const hashes = (question['hash'] as string[]).map((hash) => Buffer.from(hash, 'base64'));
    signed.push(...hashes.map((hash) => hash.toString('base64')));
    const wrong = state.fault === 'wrong-signature';
    return { signatures: hashes.map((hash) => signDigest(privateKey, wrong ? Buffer.alloc(32) : hash, bareEcdsa).toString('base64')) };
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/csc/v1`,
    token,
    signed,
    get fault() {
      return state.fault;
    },
    set fault(fault) {
      state.fault = fault;
    },
    close: () => closed(server),
  };
}

/** Over a digest that comes from outside: PKCS#1 v1.5 around it, or ECDSA on P-256. */
function signDigest(pkcs8: Uint8Array, digest: Buffer, bare: boolean): Buffer {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  if (key.asymmetricKeyType === 'rsa') {
    return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([SHA256_INFO, digest]));
  }
  const { r, s } = ecdsa(Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url'), digest);
  return bare ? Buffer.concat([r, s]) : sequence(integer(r), integer(s));
}

const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** ECDSA by its definition, because node signs only what it has digested itself. Not for any real key: its arithmetic takes time by value. */
function ecdsa(secret: Buffer, digest: Buffer): { r: Buffer; s: Buffer } {
  const once = createECDH('prime256v1');
  once.generateKeys();
  const [k, d, z] = [once.getPrivateKey(), secret, digest].map((bytes) => BigInt(`0x${bytes.toString('hex')}`)) as [bigint, bigint, bigint];
  const r = BigInt(`0x${once.getPublicKey().subarray(1, 33).toString('hex')}`) % ORDER;
  const s = (power(k, ORDER - 2n) * (z + r * d)) % ORDER;
  return { r: bytesOf(r), s: bytesOf(s) };
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let factor = base % ORDER;
  for (let left = exponent; left > 0n; left >>= 1n) {
    result = (left & 1n) === 1n ? (result * factor) % ORDER : result;
    factor = (factor * factor) % ORDER;
  }
  return result;
}

function bytesOf(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex');
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) =>
    server.close(() => {
      done();
    }),
  );
}
