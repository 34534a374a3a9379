import { QueryCache, QueryClient, MutationCache } from '@tanstack/react-query';
import { ApiError, isFinal } from '../api/api-error';

/** One cache for the app. `onSignedOut` is called when any answer says that the session is gone. */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: Error): void => {
    if (error instanceof ApiError && error.code === 'not-signed-in') {
      onSignedOut();
    }
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: { retry: (count, error) => !isFinal(error) && count < 2, staleTime: 5_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
}
