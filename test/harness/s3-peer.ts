import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * An object store that speaks S3 over HTTP: PUT, GET, DELETE and ListObjectsV2 of one bucket, path style. It works out the AWS signature
 * (version 4) of every request itself, from the public description, and refuses what is not signed, not fresh or not what was signed.
 */
export interface S3Peer {
  readonly settings: { readonly url: string; readonly region: string; readonly keyId: string; readonly secret: string };
  readonly objects: Map<string, { readonly bytes: Buffer; readonly atMs: number }>;
  /** Answers 507 to every PUT. */
  full: boolean;
  /** Answers 503 to everything. */
  away: boolean;
  readonly refused: string[];
  close(): Promise<void>;
}

const PAGE = 3;

export async function openS3(): Promise<S3Peer> {
  const keys = { region: 'vn-hanoi-1', keyId: 'AKIATHIDUA', secret: 'bí-mật/của+kho' };
  const objects: S3Peer['objects'] = new Map();
  const state = { full: false, away: false, refused: [] as string[] };
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      answer({ request, response, body });
    });
  });
  const answer = ({ request, response, body }: { request: IncomingMessage; response: ServerResponse; body: Buffer }): void => {
    const url = new URL(request.url ?? '/', 'http://x');
    const fault = state.away ? undefined : faultOf(request, url, { body, keys });
    const key = decodeURIComponent(url.pathname.replace(/^\/tep\/?/, ''));
    const end = (status: number, text: string | Buffer = ''): void => {
      response.writeHead(status, { 'content-length': Buffer.byteLength(text) }).end(text);
    };
    if (state.away) {
      end(503, '<Error><Code>SlowDown</Code></Error>');
    } else if (fault !== undefined) {
      state.refused.push(fault);
      end(403, `<Error><Code>${fault}</Code></Error>`);
    } else if (request.method === 'PUT') {
      if (state.full) {
        end(507, '<Error><Code>InsufficientStorage</Code></Error>');
      } else {
        objects.set(key, { bytes: body, atMs: Date.now() });
        end(200);
      }
    } else if (request.method === 'DELETE') {
      objects.delete(key);
      end(204);
    } else if (url.searchParams.get('list-type') === '2') {
      end(200, listing(objects, url.searchParams.get('continuation-token') ?? ''));
    } else {
      const found = objects.get(key);
      end(found === undefined ? 404 : 200, found?.bytes ?? '<Error><Code>NoSuchKey</Code></Error>');
    }
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tep`;
  return Object.assign(state, {
    settings: { url, ...keys },
    objects,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  });
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function listing(objects: S3Peer['objects'], after: string): string {
  const names = [...objects.keys()].sort().filter((name) => name > after);
  const page = names.slice(0, PAGE);
  const more = names.length > PAGE;
  const lines = page.map((name) => {
    const { bytes, atMs } = objects.get(name) ?? { bytes: Buffer.alloc(0), atMs: 0 };
    return `<Contents><Key>${name}</Key><LastModified>${new Date(atMs).toISOString()}</LastModified><Size>${bytes.length}</Size></Contents>`;
  });
  const next = more ? `<NextContinuationToken>${page.at(-1) ?? ''}</NextContinuationToken>` : '';
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${String(more)}</IsTruncated>${next}${lines.join('')}</ListBucketResult>`;
}

interface Signed {
  readonly body: Buffer;
  readonly keys: { readonly region: string; readonly keyId: string; readonly secret: string };
}

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Undefined: the request is signed by the key, now, and carries what it says. */
function faultOf(request: IncomingMessage, url: URL, { body, keys }: Signed): string | undefined {
  const header = request.headers.authorization ?? '';
  const parts = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(header);
  const [, credential = '', names = '', signature = ''] = parts ?? [];
  const date = String(request.headers['x-amz-date'] ?? '');
  const content = String(request.headers['x-amz-content-sha256'] ?? '');
  const scope = `${date.slice(0, 8)}/${keys.region}/s3/aws4_request`;
  if (credential !== `${keys.keyId}/${scope}` || !names.split(';').includes('host') || !names.split(';').includes('x-amz-content-sha256')) {
    return 'AccessDenied';
  }
  const at = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!(Math.abs(Date.now() - at) < 15 * 60_000)) {
    return 'RequestTimeTooSkewed';
  }
  if (content !== sha256(body)) {
    return 'XAmzContentSHA256Mismatch';
  }
  const query = [...url.searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort();
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`);
  const canonical = [request.method, url.pathname, query.join('&'), headers.join(''), names, content].join('\n');
  const text = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n');
  const key = ['s3', 'aws4_request'].reduce<Buffer>(
    (made, part) => hmac(made, part),
    hmac(hmac(`AWS4${keys.secret}`, date.slice(0, 8)), keys.region),
  );
  return hmac(key, text).toString('hex') === signature ? undefined : 'SignatureDoesNotMatch';
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}
