import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { KEPT_FOR_MS } from '../kept-for';
import { Refused } from '../refused';

/** Sends the word that ends a running work; its process does the rest. @throws Refused state-conflict */
export async function endByMessage(
  deps: CaseworkDeps,
  tx: Tx,
  one: { readonly provinceId: string; readonly workId: string; readonly message: string; readonly reason: string },
): Promise<void> {
  const { provinceId, workId, message, reason } = one;
  const work = await deps.stores.works.lock(tx, provinceId, workId);
  if (work?.status !== 'open' && work?.status !== 'submitted') {
    throw new Refused('state-conflict', { reason: 'work-ended', workId });
  }
  await deps.stores.works.setFacts(tx, provinceId, workId, { takenBack: reason });
  await deps.runtime.publish({ provinceId, name: message, correlationKey: workId, variables: {}, ttlMs: KEPT_FOR_MS }, tx);
}
