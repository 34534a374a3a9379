import type { PaperRecord, RevocationRecord, Tx } from '@thidua/store';
import type { ActContext } from '../acts/act';
import type { CaseworkDeps } from '../deps';
import type { JobContext } from '../jobs/job-verb';

/** The case a task works on, locked. */
export function caseOfTask({ deps, tx, task }: ActContext): Promise<RevocationRecord> {
  return caseOf(deps, tx, task);
}

/** The case a job works on, locked. */
export function caseOfJob({ deps, tx, job }: JobContext): Promise<RevocationRecord> {
  return caseOf(deps, tx, job);
}

async function caseOf(
  deps: CaseworkDeps,
  tx: Tx,
  { provinceId, instanceId }: { readonly provinceId: string; readonly instanceId: string },
): Promise<RevocationRecord> {
  const seen = await deps.stores.revocations.ofInstance(tx, provinceId, instanceId);
  const found = seen === undefined ? undefined : await deps.stores.revocations.lock(tx, provinceId, seen.id);
  if (found === undefined) {
    throw new Error(`process ${instanceId} takes no award back`);
  }
  return found;
}

/** The decision that takes the award back, once it has its number. */
export async function revokingPaper(
  deps: CaseworkDeps,
  tx: Tx,
  { provinceId, instanceId }: { readonly provinceId: string; readonly instanceId: string },
): Promise<PaperRecord | undefined> {
  const papers = await deps.stores.papers.ofInstance(provinceId, instanceId, tx);
  return papers.findLast((paper) => paper.kind === 'quyet-dinh-huy-bo' || paper.kind === 'quyet-dinh-thu-hoi');
}
