import type * as z from 'zod/mini';
import type { Route } from './route';
import type { ROUTES, RouteName } from './routes';

type Routes = typeof ROUTES;

/** What a handler receives and returns for a line of the route table, after validation. */
export type QueryOf<N extends RouteName> = Routes[N] extends { readonly query: infer Q extends z.ZodMiniType } ? z.output<Q> : undefined;
export type BodyOf<N extends RouteName> = Routes[N] extends { readonly body: infer B extends z.ZodMiniType } ? z.output<B> : undefined;
export type AnswerOf<N extends RouteName> =
  Routes[N] extends Route<z.ZodMiniType, z.ZodMiniType, infer A>
    ? Routes[N]['answer'] extends string
      ? FileAnswer | undefined
      : z.output<A>
    : never;

/** Bytes that leave the server as they are. */
export interface FileAnswer {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mime: string;
}
