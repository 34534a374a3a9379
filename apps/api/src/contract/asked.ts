import { createHash } from 'node:crypto';
import { ROUTES, type AnyRoute, type RouteName } from '@thidua/contract';
import type { RequestKey, UploadedFile } from '@thidua/casework';
import type { Request } from 'express';
import { BadRequest } from './bad-request';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
/** Movements are known by the name their plan gives them: 'gp-binh-dan-hoc-vu-so'. */
const MOVEMENT = /^[a-z0-9][a-z0-9-]{0,119}$/;
const ID_PARAM = /\{(\w+)\}/g;

/** Checks a request against its line of the table; every wrong field at once, by path. */
export function checked(name: RouteName, request: Request): { query: unknown; body: unknown; params: Readonly<Record<string, string>> } {
  // Widened: the table's literal types differ per line.
  const line = ROUTES[name] as AnyRoute;
  return {
    params: paramsOf(line.path, request),
    query: line.query === undefined ? undefined : parsed(line.query, request.query, 'query'),
    body: line.body === undefined ? undefined : parsed(line.body, request.body, 'body'),
  };
}

/** The client's idempotency key, with the hash that tells a repeat from another request under the same key. */
export function keyOf(
  name: RouteName,
  request: Request,
  { accountId, file }: { readonly accountId: string; readonly file: UploadedFile | null },
): RequestKey | null {
  const line = ROUTES[name] as AnyRoute;
  if (line.method === 'GET' || line.idempotent === false) {
    return null;
  }
  const clientKey = request.header('idempotency-key') ?? '';
  if (!UUID.test(clientKey)) {
    throw new BadRequest('idempotency-key-missing', {});
  }
  const route = `${line.method} ${request.path}`;
  const bodyHash = createHash('sha256')
    .update(JSON.stringify(request.body ?? null))
    .update(file === null ? '' : file.bytes)
    .digest('hex');
  return { accountId, route, clientKey: clientKey.toLowerCase(), bodyHash };
}

function paramsOf(path: string, request: Request): Readonly<Record<string, string>> {
  const params: Record<string, string> = {};
  for (const [, name = ''] of path.matchAll(ID_PARAM)) {
    const value = String(request.params[name] ?? '');
    if (name === 'id' && !(path.startsWith('/movements/') ? MOVEMENT : UUID).test(value)) {
      throw new BadRequest('not-found', { field: name });
    }
    params[name] = value;
  }
  return params;
}

function parsed(schema: NonNullable<AnyRoute['body']>, value: unknown, where: string): unknown {
  const result = schema.safeParse(value ?? {});
  if (!result.success) {
    const fields = result.error.issues.map((issue) => ({
      path: issue.path.map(String).join('.') || where,
      problem: issue.message,
      kind: issue.code,
    }));
    throw new BadRequest('request-invalid', { fields });
  }
  return result.data;
}
