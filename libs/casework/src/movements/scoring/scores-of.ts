import type { RecordedScore, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';

/** Recorded scores of a body, newest first; for appraisal, reports and the vote of clusters, which they never decide. */
export function scoresOf(
  { stores }: Pick<CaseworkDeps, 'stores'>,
  provinceId: string,
  { orgId, movementId, tx }: { readonly orgId: string; readonly movementId?: string; readonly tx?: Tx },
): Promise<readonly RecordedScore[]> {
  const about = { orgIds: [orgId], ...(movementId === undefined ? {} : { movementIds: [movementId] }) };
  return stores.scores.recorded(provinceId, about, tx);
}
