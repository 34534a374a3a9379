import { useRef } from 'react';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { RouteName, SessionView } from '@thidua/contract';
import { isFinal } from './api-error';
import { call, rememberCsrf, type AnswerOf, type CallInput } from './client';

interface ReadOptions {
  readonly enabled?: boolean;
  /** Milliseconds between silent refreshes. */
  readonly every?: number;
}

/** Reads one GET route; the cache key is the route with its parameters. */
export function useRead<N extends RouteName>(name: N, input: CallInput<N> = {}, options: ReadOptions = {}): UseQueryResult<AnswerOf<N>> {
  return useQuery({
    queryKey: [name, input.params ?? {}, input.query ?? {}],
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
  });
}

/**
 * Does one writing route. The idempotency key stays the same while the outcome of an attempt is unknown
 * (network gone, 5xx), so that pressing again cannot act twice.
 */
export function useAct<N extends RouteName>(name: N): UseMutationResult<AnswerOf<N>, Error, CallInput<N>> {
  const client = useQueryClient();
  const pending = useRef<{ key: string; intent: string } | null>(null);
  return useMutation({
    mutationFn: async (input: CallInput<N>) => {
      const intent = JSON.stringify([input.params, input.query, input.body, input.file?.name, input.file?.size, input.file?.lastModified]);
      if (pending.current?.intent !== intent) {
        pending.current = { key: crypto.randomUUID(), intent };
      }
      return call(name, { ...input, idempotencyKey: pending.current.key });
    },
    onSuccess: async () => {
      pending.current = null;
      await client.invalidateQueries();
    },
    onError: (error) => {
      if (isFinal(error)) {
        pending.current = null;
      }
    },
  });
}

export const sessionKey = ['me', {}, {}] as const;

export async function readSession(): Promise<SessionView> {
  const session = await call('me');
  rememberCsrf(session.csrf);
  return session;
}

export function useSession(): UseQueryResult<SessionView> {
  return useQuery({ queryKey: sessionKey, queryFn: readSession, staleTime: 60_000 });
}
