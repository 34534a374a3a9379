import type { MovementRecord, OrgRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { movementAtHand, type MovementAtHand } from '../movement-at-hand';

/** Where a compiled report goes. */
export interface Upward {
  /** The movement it is a report of: the one above in the province, or the body's own where there is none. */
  readonly movement: MovementRecord;
  readonly org: OrgRecord;
  /** Who takes it in. */
  readonly desk: { readonly orgId: string; readonly role: string };
}

/** xã → Sở Nội vụ (a huyện while there is one) → chair of UBND tỉnh; a unit's movement reports to whoever carries out the one above. */
export async function upwardOf(deps: CaseworkDeps, { record, org, standing }: MovementAtHand, tx?: Tx): Promise<Upward | null> {
  const { provinceId } = record;
  const { province, department } = await deps.stores.people.seats(provinceId, tx);
  if (org.kind === 'province') {
    return province === undefined || standing.id === province.id
      ? null
      : { movement: record, org: province, desk: { orgId: province.id, role: 'chair' } };
  }
  const above = record.parentId === null ? undefined : await movementAtHand(deps, provinceId, record.parentId, tx);
  if (above !== undefined && above.standing.id !== org.id) {
    return { movement: above.record, org: above.standing, desk: { orgId: above.standing.id, role: 'appraiser' } };
  }
  const parent = org.parentId === null ? undefined : await deps.stores.people.org(provinceId, org.parentId, tx);
  const receiver = parent?.kind === 'district' ? parent : org.level === 'UNIT' ? undefined : department;
  return receiver === undefined ? null : { movement: record, org: receiver, desk: { orgId: receiver.id, role: 'appraiser' } };
}
