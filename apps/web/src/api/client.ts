import lines from 'virtual:route-lines';
import { ERROR_STATUS, type ErrorCode, type Route, type ROUTES, type RouteName } from '@thidua/contract';
import type * as z from 'zod/mini';
import { ApiError } from './api-error';
import { sendFile } from './send-file';

const BASE = '/api/v1';

type Routes = typeof ROUTES;
type Any = z.ZodMiniType;
type QueryOf<N extends RouteName> = Routes[N] extends Route<infer Q, Any, Any> ? z.input<Q> : never;
type BodyOf<N extends RouteName> = Routes[N] extends Route<Any, infer B, Any> ? z.input<B> : never;
export type AnswerOf<N extends RouteName> = Routes[N] extends Route<Any, Any, infer A> ? z.output<A> : never;

export interface CallInput<N extends RouteName> {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: QueryOf<N>;
  readonly body?: BodyOf<N>;
  readonly file?: File;
  /** Told how much of the file has left, 0 to 100. */
  readonly onProgress?: (percent: number) => void;
  /** Kept by the caller while it repeats one intent; without it every call is its own. */
  readonly idempotencyKey?: string;
}

let csrfToken = '';

/** The token travels in a header only; it lives in this module, never in storage. */
export function rememberCsrf(token: string): void {
  csrfToken = token;
}

/** Address of a route's answer, for frames and download links. */
export function addressOf(name: RouteName, params: Readonly<Record<string, string>> = {}, query?: unknown): string {
  const path = lines[name].path.replace(/\{(\w+)\}/g, (_whole, key: string) => encodeURIComponent(params[key] ?? ''));
  return `${BASE}${path}${searchOf(query)}`;
}

/** Calls one line of the route table. Throws ApiError for every refusal, also when the server cannot be reached. */
export async function call<N extends RouteName>(name: N, input: CallInput<N> = {}): Promise<AnswerOf<N>> {
  const line = lines[name];
  const headers = new Headers({ accept: 'application/json' });
  if (line.method !== 'GET') {
    headers.set('x-csrf-token', csrfToken);
    if (line.idempotent !== false) {
      headers.set('idempotency-key', input.idempotencyKey ?? crypto.randomUUID());
    }
  }
  const address = addressOf(name, input.params, input.query);
  const body = bodyOf(input, headers);
  const { onProgress } = input;
  const response = await reached(() =>
    onProgress !== undefined && body instanceof FormData
      ? sendFile(address, { method: line.method, headers, body, onProgress })
      : fetch(address, { method: line.method, headers, body, credentials: 'same-origin' }),
  );
  if (!response.ok) {
    throw await refusalOf(response);
  }
  // The server validates its own answers against the same table; parsing them again here would double the work.
  return (response.status === 204 || line.answer === 'none' ? undefined : await response.json()) as AnswerOf<N>;
}

/** A file that is made by asking for it, handed to the browser to keep. Throws ApiError like `call`. */
export async function download<N extends RouteName>(name: N, input: Pick<CallInput<N>, 'params'>): Promise<void> {
  const headers = new Headers({ 'x-csrf-token': csrfToken });
  const response = await reached(() =>
    fetch(addressOf(name, input.params), { method: lines[name].method, headers, credentials: 'same-origin' }),
  );
  if (!response.ok) {
    throw await refusalOf(response);
  }
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = named === undefined ? name : decodeURIComponent(named);
  link.click();
  URL.revokeObjectURL(link.href);
}

function bodyOf<N extends RouteName>(input: CallInput<N>, headers: Headers): BodyInit | null {
  if (input.file !== undefined) {
    const form = new FormData();
    form.set('file', input.file);
    for (const [key, value] of Object.entries(input.body ?? {})) {
      form.set(key, String(value));
    }
    return form;
  }
  if (input.body === undefined) {
    return null;
  }
  headers.set('content-type', 'application/json');
  return JSON.stringify(input.body);
}

function searchOf(query: unknown): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    if (typeof value === 'number' || (typeof value === 'string' && value !== '')) {
      search.set(key, String(value));
    }
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

async function reached(send: () => Promise<Response>): Promise<Response> {
  try {
    return await send();
  } catch (cause) {
    throw Object.assign(new ApiError(0, 'offline', {}, null), { cause });
  }
}

/** `{code, details, id}`; anything else (a proxy's page, an empty answer) counts as unavailable or internal. */
export async function refusalOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  const read = (key: string): unknown => (typeof body === 'object' && body !== null ? Reflect.get(body, key) : undefined);
  const code = read('code');
  const details = read('details');
  const id = read('id');
  return new ApiError(
    response.status,
    isKnown(code) ? code : fallbackOf(response.status),
    typeof details === 'object' && details !== null ? { ...details } : {},
    typeof id === 'string' ? id : null,
  );
}

const isKnown = (code: unknown): code is ErrorCode => typeof code === 'string' && Object.hasOwn(ERROR_STATUS, code);

function fallbackOf(status: number): ErrorCode {
  if (status === 401) {
    return 'not-signed-in';
  }
  if (status === 403) {
    return 'forbidden';
  }
  if (status === 404) {
    return 'not-found';
  }
  return status === 502 || status === 503 || status === 504 ? 'unavailable' : 'internal';
}
