import * as z from 'zod/mini';
import { ERROR_STATUS } from './errors';
import type { AnyRoute } from './route';
import { ROUTES } from './routes';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly [field: string]: unknown;
}

export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** The route table as an OpenAPI 3.1 document. */
export function openApi(): OpenApi {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const [name, line] of Object.entries(ROUTES)) {
    const path = `/api/v1${line.path}`;
    paths[path] = { ...paths[path], [line.method.toLowerCase()]: operationOf(name, line) };
  }
  return { openapi: '3.1.0', info: { title: 'Thi Đua', version: '1' }, paths };
}

function operationOf(name: string, line: AnyRoute): Operation {
  return {
    operationId: name,
    summary: line.summary,
    'x-policy': line.policy,
    parameters: [...pathParameters(line.path), ...queryParameters(line)],
    ...(line.body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(line.body, 'input') } } } }),
    responses: { ...success(line), ...refusals(line) },
  };
}

function pathParameters(path: string): readonly object[] {
  return Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

function queryParameters(line: AnyRoute): readonly object[] {
  const schema = line.query === undefined ? {} : schemaOf(line.query, 'input');
  return Object.entries((schema as { properties?: object }).properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    schema: property as object,
  }));
}

function success(line: AnyRoute): object {
  if (line.answer === 'none') {
    return { 204: { description: 'Đã xong' } };
  }
  if (typeof line.answer === 'string') {
    return { 200: { description: 'Tệp', content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } } };
  }
  return { 200: { description: 'Kết quả', content: { 'application/json': { schema: schemaOf(line.answer, 'output') } } } };
}

function refusals(line: AnyRoute): object {
  const byStatus: Record<number, string[]> = {};
  for (const code of line.errors) {
    byStatus[ERROR_STATUS[code]] = [...(byStatus[ERROR_STATUS[code]] ?? []), code];
  }
  return Object.fromEntries(Object.entries(byStatus).map(([status, codes]) => [status, { description: codes.join(', ') }]));
}

function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): object {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' });
}
