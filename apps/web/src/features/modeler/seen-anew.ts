import { useCallback } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { ApiError } from '../../api/api-error';

const MOVED: readonly string[] = ['state-conflict', 'definition-not-draft'];

/** Called when a dialog closes: where another administrator was first, the page behind it shows how the version stands now. */
export function useSeenAnew(): (error: unknown) => void {
  const client = useQueryClient();
  return useCallback(
    (error) => {
      if (error instanceof ApiError && MOVED.includes(error.code)) {
        void client.invalidateQueries({ queryKey: ['definition'] });
      }
    },
    [client],
  );
}
