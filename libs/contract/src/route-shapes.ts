import type * as z from 'zod/mini';
import type { Route } from './route';
import type { ROUTES, RouteName } from './routes';

type Routes = typeof ROUTES;
type ZodType = z.ZodMiniType;

/** What a handler receives and returns for a line of the route table, after validation. */
export type QueryOf<N extends RouteName> = Routes[N] extends Route<infer Q, ZodType, ZodType> ? z.output<Q> : never;
export type BodyOf<N extends RouteName> = Routes[N] extends Route<ZodType, infer B, ZodType> ? z.output<B> : never;
export type AnswerOf<N extends RouteName> =
  Routes[N] extends Route<z.ZodMiniType, z.ZodMiniType, infer A> ? (Routes[N]['answer'] extends string ? FileAnswer : z.output<A>) : never;

/** Bytes that leave the server as they are. */
export interface FileAnswer {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mime: string;
  /** It came from people: to be downloaded, not shown. */
  readonly foreign?: boolean;
}
