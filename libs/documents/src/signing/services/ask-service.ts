import { SigningServiceAway, SigningServiceWrong } from '../../errors';

/** Which of the two is spoken of in errors. */
export type SigningService = 'signer' | 'timestamps';

export interface ServiceCall {
  readonly service: SigningService;
  readonly url: string;
  readonly type: string;
  readonly body: Uint8Array;
  /** Bearer token. */
  readonly token?: string | null;
  readonly timeoutMs: number;
}

/** Larger than any certificate chain or time stamp. */
const LARGEST = 1 << 20;

/**
 * Posts and reads the answer, bounded in time and size, following no redirect. @throws SigningServiceAway when nobody answers in time or
 * the service says it cannot now (408, 425, 429, 5xx), SigningServiceWrong when it refuses or answers without end.
 */
export async function askService(call: ServiceCall): Promise<Buffer> {
  const { service, url, type, body, token, timeoutMs } = call;
  const headers = { 'content-type': type, ...(token === undefined || token === null ? {} : { authorization: `Bearer ${token}` }) };
  const signal = AbortSignal.timeout(timeoutMs);
  let bytes: Buffer;
  let status: number;
  try {
    const answer = await fetch(url, { method: 'POST', headers, body: Buffer.from(body), redirect: 'error', signal });
    status = answer.status;
    bytes = await readAll(answer, service);
  } catch (error) {
    if (error instanceof SigningServiceWrong) {
      throw error;
    }
    throw away(service, reasonOf(error));
  }
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    throw away(service, `it answered ${status}`);
  }
  if (status !== 200) {
    throw wrong(service, `it answered ${status}`);
  }
  return bytes;
}

export function away(service: SigningService, reason: string): SigningServiceAway {
  return new SigningServiceAway(`${nameOf(service)} cannot be reached: ${reason}`, { service, reason });
}

export function wrong(service: SigningService, reason: string): SigningServiceWrong {
  return new SigningServiceWrong(`${nameOf(service)} gave no usable answer: ${reason}`, { service, reason });
}

function nameOf(service: SigningService): string {
  return service === 'signer' ? 'the remote signer' : 'the time-stamping authority';
}

async function readAll(answer: Response, service: SigningService): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body ?? []) {
    const bytes = chunk as Uint8Array;
    length += bytes.length;
    if (length > LARGEST) {
      throw wrong(service, 'its answer is too long');
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** fetch hides the reason ('ECONNREFUSED') in its cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}
