import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError, isFinal } from './api-error';
import { addressOf, call, refusalOf, rememberCsrf } from './client';

const json = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

/** The network is the boundary here: what was asked of it, and what it answered. */
function network(answer: () => Promise<Response>): { readonly asked: () => Request } {
  const fetch = vi.fn<(address: string, init: RequestInit) => Promise<Response>>(answer);
  vi.stubGlobal('fetch', fetch);
  return {
    asked: () => {
      const [address = '', init] = fetch.mock.calls[0] ?? [];
      return new Request(`http://test${address}`, init);
    },
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('refusalOf', () => {
  it('keeps code, details and log id of the server', async () => {
    const error = await refusalOf(json(409, { code: 'task-changed', details: { holder: 'Lê Thị Bình' }, id: 'req-1' }));
    expect([error.code, error.details, error.id, error.status]).toEqual(['task-changed', { holder: 'Lê Thị Bình' }, 'req-1', 409]);
  });

  it.each([
    [401, 'not-signed-in'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [503, 'unavailable'],
    [500, 'internal'],
  ])('reads a bare %i as %s', async (status, code) => {
    expect((await refusalOf(new Response('<html>', { status }))).code).toBe(code);
  });

  it('does not trust a code that is not in the contract', async () => {
    expect((await refusalOf(json(409, { code: 'made-up' }))).code).toBe('internal');
  });
});

describe('call', () => {
  it('sends token and idempotency key with a writing route', async () => {
    rememberCsrf('token-1');
    const net = network(() => Promise.resolve(json(200, { done: true })));
    await call('withdrawDossier', { params: { id: 'a b' }, body: { reason: 'Nhầm đơn vị' }, idempotencyKey: 'key-1' });
    const asked = net.asked();
    expect(new URL(asked.url).pathname).toBe('/api/v1/dossiers/a%20b/withdrawal');
    expect([asked.method, asked.headers.get('x-csrf-token'), asked.headers.get('idempotency-key')]).toEqual(['POST', 'token-1', 'key-1']);
    expect(await asked.json()).toEqual({ reason: 'Nhầm đơn vị' });
  });

  it('sends no idempotency key where the route needs none', async () => {
    const net = network(() => Promise.resolve(json(200, { savedAt: '2026-03-02T09:41:00+07:00' })));
    await call('saveDraft', { params: { id: 'x' }, body: { body: {} } });
    expect(net.asked().headers.has('idempotency-key')).toBe(false);
  });

  it('says offline, and that it may be tried again, when the network is gone', async () => {
    network(() => Promise.reject(new TypeError('Failed to fetch')));
    const error: unknown = await call('me').catch((refusal: unknown) => refusal);
    expect(error).toBeInstanceOf(ApiError);
    expect([(error as ApiError).code, isFinal(error)]).toEqual(['offline', false]);
  });
});

describe('addressOf', () => {
  it('leaves empty filters out of the address', () => {
    expect(addressOf('tasks', {}, { filter: 'overdue', q: '', limit: 200 })).toBe('/api/v1/user-tasks?filter=overdue&limit=200');
  });
});
