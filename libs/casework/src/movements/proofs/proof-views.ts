import type { WorkProofView } from '@thidua/contract';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';

export async function proofViews(
  { stores }: Pick<CaseworkDeps, 'stores'>,
  provinceId: string,
  workId: string,
  tx?: Tx,
): Promise<readonly WorkProofView[]> {
  return (await stores.workProofs.ofWorks(provinceId, [workId], tx)).map(({ place, sha256, name }) => ({ place, sha256, name }));
}
