import type { JsonObject } from '@thidua/kernel';
import { fp } from '@thidua/runtime';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from './deps';
import type { RequestKey } from './handler';
import { Refused } from './refused';

/**
 * Runs a writing request in one transaction and keeps its answer under the client's key in the same commit (decision 20): a repeat waits for
 * the first, then gets its answer; another body under the key is refused. A refusal keeps nothing, so the request may be tried again.
 * @throws Refused idempotency-key-reused
 */
export async function once<T extends object>(
  { database, stores, clock }: Pick<CaseworkDeps, 'database' | 'stores' | 'clock'>,
  key: RequestKey | null,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const answer = await database.inTransaction(async (tx) => {
    if (key === null) {
      return work(tx);
    }
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 5))', [`${key.accountId} ${key.route} ${key.clientKey}`]);
    const known = await stores.idempotency.find(key, tx);
    if (known !== undefined) {
      if (known.bodyHash !== key.bodyHash) {
        throw new Refused('idempotency-key-reused');
      }
      return known.answer as T; // kept by this same function for this same route
    }
    const made = await work(tx);
    await stores.idempotency.keep(tx, { ...key, status: 200, answer: made as T & JsonObject }, clock.nowMs());
    return made;
  });
  // Committed, and nobody was told: the client asks again under its key.
  fp('answer.after-commit');
  return answer;
}
