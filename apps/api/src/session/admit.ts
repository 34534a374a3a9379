import { timingSafeEqual } from 'node:crypto';
import type { Casework, OpenSession } from '@thidua/casework';
import { ROUTES, type RouteName } from '@thidua/contract';
import type { Request } from 'express';
import { BadRequest } from '../contract/bad-request';
import { cookieOf } from './cookie';

/** The session behind a request, or null where the route is for anyone. Writing also needs the session's own token in a header. */
export async function admit(casework: Casework, name: RouteName, request: Request): Promise<OpenSession | null> {
  const line = ROUTES[name];
  const token = cookieOf(request);
  const session = token === undefined ? undefined : await casework.sessions.resolve(token);
  if (session === undefined) {
    if (line.policy === 'anyone') {
      return null;
    }
    throw new BadRequest('not-signed-in', {});
  }
  if (line.method !== 'GET' && line.policy !== 'anyone' && !same(request.header('x-csrf-token') ?? '', session.csrf)) {
    throw new BadRequest('csrf-invalid', {});
  }
  return session;
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
