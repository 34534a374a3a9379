import type { OrgRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { chairTitles } from '../../law/chair-titles';
import { tiersOf } from '../../law/tiers-of';
import type { ViewOf } from './conflict-view';
import type { PlanSide } from './plan-side';

/** Names of awards and deciders as they are called where the movement is carried out. */
export async function viewAround(deps: CaseworkDeps, { pack, today: day }: PlanSide, org: OrgRecord): Promise<ViewOf> {
  const commune = org.level === 'XA' ? org.id : org.level === 'UNIT' ? org.parentId : null;
  return {
    pack,
    day,
    tiers: await tiersOf(deps, org.provinceId, org.id),
    titles: await chairTitles(deps, org.provinceId, commune),
  };
}
