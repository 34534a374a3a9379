import type * as z from 'zod/mini';
import type { ErrorCode } from './errors';
import type { UploadName } from './uploads';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * One line of the route table. `policy` names the access policy a test must see refuse; 'anyone' needs no session.
 * `path` is under /api/v1 with `{name}` parameters. `body: 'upload'` is one multipart file field named `file`.
 * `answer: 'pdf' | 'docx' | 'xml' | 'xlsx' | 'zip' | 'png'` streams bytes instead of JSON. Writing routes need header `Idempotency-Key` (uuid) unless `idempotent` is false.
 */
export interface Route<Q extends z.ZodMiniType, B extends z.ZodMiniType, A extends z.ZodMiniType> {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly policy: string;
  readonly query?: Q;
  readonly body?: B;
  /** The rule of `UPLOAD_RULES` its file is held to. */
  readonly upload?: boolean | UploadName;
  readonly answer: A | 'pdf' | 'docx' | 'xml' | 'xlsx' | 'zip' | 'png' | 'none';
  readonly errors: readonly ErrorCode[];
  readonly idempotent?: false;
}

export type AnyRoute = Route<z.ZodMiniType, z.ZodMiniType, z.ZodMiniType>;

export function route<Q extends z.ZodMiniType, B extends z.ZodMiniType, A extends z.ZodMiniType>(line: Route<Q, B, A>): Route<Q, B, A> {
  return line;
}
