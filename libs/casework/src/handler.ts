import type { Actor } from '@thidua/access';
import type { AnswerOf, BodyOf, QueryOf, RouteName } from '@thidua/contract';
import type { CaseworkDeps } from './deps';

/** The client's key for one intent: a repeat gets the first answer again (decision 20). */
export interface RequestKey {
  readonly accountId: string;
  readonly route: string;
  readonly clientKey: string;
  readonly bodyHash: string;
}

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One request, checked against the contract; `actor` is there unless the route's policy is 'anyone'. */
export interface Ask<N extends RouteName> {
  readonly params: Readonly<Record<string, string>>;
  readonly query: QueryOf<N>;
  readonly body: BodyOf<N>;
  readonly actor: Actor;
  /** Of the session that asks. */
  readonly sessionHash?: string;
  /** Null on routes that are not idempotent by key. */
  readonly key: RequestKey | null;
  readonly file: UploadedFile | null;
}

export type Handler<N extends RouteName> = (deps: CaseworkDeps, ask: Ask<N>) => Promise<AnswerOf<N>>;

/** Session routes set cookies and live in the api; every other line of the table has its handler here. */
export type SessionRoute = 'signIn' | 'demoSignIn' | 'signOut' | 'me';
export type Handlers = { readonly [N in Exclude<RouteName, SessionRoute>]: Handler<N> };
