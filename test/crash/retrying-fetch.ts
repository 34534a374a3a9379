const PATIENCE_MS = 60_000;
const PAUSE_MS = 100;

/**
 * What a careful client does when the connection breaks: the same request, with the same idempotency key, until somebody answers.
 * Installs itself as the global fetch; answers how to take it away again.
 */
export function installRetryingFetch(): { readonly retries: () => number; readonly remove: () => void } {
  const plain = globalThis.fetch;
  let retries = 0;
  const patient: typeof fetch = async (input, init) => {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      try {
        const answer = await plain(input, init);
        // Read to its end: a process that dies while it answers must be asked again too.
        await answer.clone().arrayBuffer();
        return answer;
      } catch (error) {
        // Only a broken connection makes fetch throw.
        if (performance.now() > deadline) {
          throw error;
        }
        retries += 1;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  };
  globalThis.fetch = patient;
  return {
    retries: () => retries,
    remove: () => {
      globalThis.fetch = plain;
    },
  };
}
