import { randomUUID } from 'node:crypto';
import { ROUTES, type RouteName, type SessionView } from '@thidua/contract';
import type { JsonObject } from '@thidua/kernel';

/** The server said no: status, stable code and facts, as every client sees them. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly details: JsonObject,
  ) {
    super(`${code} (${status}) ${JSON.stringify(details)}`);
  }
}

export interface Call {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly file?: { readonly name: string; readonly bytes: Uint8Array; readonly mime: string };
  readonly key?: string;
}

/** One signed-in person speaking HTTP, with the cookie and the anti-forgery token a browser would send. */
export class Session {
  private cookie = '';
  private csrf = '';

  private constructor(
    private readonly base: string,
    readonly username: string,
  ) {}

  static async signIn(base: string, username: string, password: string): Promise<Session> {
    const session = new Session(base, username);
    const view = await session.call<SessionView>('signIn', { body: { username, password } });
    session.csrf = view.csrf;
    return session;
  }

  static anonymous(base: string): Session {
    return new Session(base, '');
  }

  async call<T>(name: RouteName, call: Call = {}): Promise<T> {
    const answer = await this.send(name, call);
    // The shape is the contract's: server and client are checked against the same schema.
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  }

  async bytes(name: RouteName, call: Call = {}): Promise<Uint8Array> {
    return new Uint8Array(await (await this.send(name, call)).arrayBuffer());
  }

  private async send(name: RouteName, call: Call): Promise<Response> {
    const line = ROUTES[name];
    const answer = await fetch(this.urlOf(line.path, call), {
      method: line.method,
      headers: this.headersOf(line.method, call),
      ...bodyOf(call),
    });
    const cookie = answer.headers.getSetCookie().map((text) => text.split(';')[0]);
    if (cookie.length > 0) {
      this.cookie = cookie.join('; ');
    }
    if (!answer.ok) {
      throw await refusalOf(answer);
    }
    return answer;
  }

  private urlOf(path: string, call: Call): string {
    const filled = path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(call.params?.[key] ?? ''));
    const query = new URLSearchParams(call.query ?? {}).toString();
    return `${this.base}/api/v1${filled}${query === '' ? '' : `?${query}`}`;
  }

  private headersOf(method: string, call: Call): Record<string, string> {
    const headers: Record<string, string> = { accept: 'application/json', cookie: this.cookie, origin: this.base };
    if (method !== 'GET') {
      headers['x-csrf-token'] = this.csrf;
      headers['idempotency-key'] = call.key ?? randomUUID();
    }
    if (call.body !== undefined && call.file === undefined) {
      headers['content-type'] = 'application/json';
    }
    return headers;
  }
}

function bodyOf(call: Call): { body?: FormData | string } {
  if (call.file !== undefined) {
    const form = new FormData();
    form.set('file', new Blob([Buffer.from(call.file.bytes)], { type: call.file.mime }), call.file.name);
    for (const [key, value] of Object.entries(call.body ?? {})) {
      form.set(key, String(value));
    }
    return { body: form };
  }
  return call.body === undefined ? {} : { body: JSON.stringify(call.body) };
}

async function refusalOf(answer: Response): Promise<Refused> {
  const body = (await answer.json().catch(() => ({}))) as { code?: string; details?: JsonObject }; // error bodies follow the contract; anything else has no code
  return new Refused(answer.status, body.code ?? 'internal', body.details ?? {});
}
