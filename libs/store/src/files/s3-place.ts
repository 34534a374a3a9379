import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { PlaceFull } from './errors';
import { keyOf, nameOf, type FileName, type FilePlace, type LyingFile } from './file-place';

export interface S3Settings {
  /** Address of the bucket, path style: https://host/bucket */
  readonly url: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
}

const LIMIT_MS = 30_000;
const FULL = new Set([507, 413]);

/** A bucket of any store that speaks S3. What is sent is signed with its hash, so the store refuses it unless it arrives whole. */
export function s3Place({ url, region, keyId, secret }: S3Settings): FilePlace {
  const client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, region, service: 's3', retries: 2 });
  const ask = async (method: string, address: string, body?: Buffer): Promise<Response> => {
    const hash = createHash('sha256')
      .update(body ?? '')
      .digest('hex');
    return client.fetch(address, {
      method,
      headers: { 'x-amz-content-sha256': hash },
      signal: AbortSignal.timeout(LIMIT_MS),
      ...(body === undefined ? {} : { body: new Uint8Array(body) }),
    });
  };
  const at = (name: FileName): string => `${url}/${keyOf(name)}`;
  return {
    location: 's3',
    put: async (name, bytes) => {
      const answer = await ask('PUT', at(name), bytes);
      await drained(answer);
      if (FULL.has(answer.status)) {
        throw new PlaceFull('the object store is full', { location: 's3' });
      }
      demandOk(answer, 'PUT');
    },
    get: async (name) => {
      const answer = await ask('GET', at(name));
      if (answer.status === 404) {
        await drained(answer);
        return undefined;
      }
      demandOk(answer, 'GET');
      return Buffer.from(await answer.arrayBuffer());
    },
    remove: async (name) => {
      const answer = await ask('DELETE', at(name));
      await drained(answer);
      if (answer.status !== 404) {
        demandOk(answer, 'DELETE');
      }
    },
    list: () => listed(url, ask),
  };
}

/** ListObjectsV2, page by page. */
async function* listed(url: string, ask: (method: string, address: string) => Promise<Response>): AsyncIterable<LyingFile> {
  let more = '';
  do {
    const answer = await ask(
      'GET',
      `${url}?list-type=2&max-keys=1000${more === '' ? '' : `&continuation-token=${encodeURIComponent(more)}`}`,
    );
    const text = await answer.text();
    demandOk(answer, 'LIST');
    for (const [, entry = ''] of text.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
      const name = nameOf(inside(entry, 'Key'));
      if (name !== undefined) {
        yield { ...name, size: Number(inside(entry, 'Size')), changedMs: Date.parse(inside(entry, 'LastModified')) };
      }
    }
    more = inside(text, 'IsTruncated') === 'true' ? inside(text, 'NextContinuationToken') : '';
  } while (more !== '');
}

function inside(text: string, tag: string): string {
  const found = new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(text)?.[1] ?? '';
  return found.replace(/&amp;/g, '&').replace(/&quot;/g, '"');
}

async function drained(answer: Response): Promise<void> {
  await answer.arrayBuffer();
}

function demandOk({ ok, status }: Response, what: string): void {
  if (!ok) {
    throw new Error(`the object store answered ${status} to ${what}`);
  }
}
