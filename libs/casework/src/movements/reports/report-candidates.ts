import { dayOf, formatLocalDate } from '@thidua/kernel';
import type { OrgRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { MovementAtHand } from '../movement-at-hand';

export interface ReportCandidate {
  readonly org: OrgRecord;
  /** Mặt trận and associations are asked to join in, never ordered. */
  readonly asked: 'duty' | 'cooperation';
  readonly chosen: boolean;
}

/** Bodies that may be asked for a report: whatever stands directly below the one that carries the movement out, and exists today. */
export async function candidatesOf(
  { stores, clock }: CaseworkDeps,
  { org, standing }: MovementAtHand,
): Promise<readonly ReportCandidate[]> {
  const day = formatLocalDate(dayOf(clock.nowMs()));
  const orgs = await stores.people.orgsAsOf(org.provinceId, day);
  const above = new Set([org.id, standing.id]);
  return orgs
    .filter((one) => one.parentId !== null && above.has(one.parentId) && !above.has(one.id) && one.kind !== 'ministry')
    .map((one) => ({ org: one, asked: isFront(one) ? 'cooperation' : 'duty', chosen: true }));
}

function isFront({ kind, orgKind }: OrgRecord): boolean {
  return kind === 'front' || kind === 'party' || orgKind === 'front' || orgKind === 'association' || orgKind === 'party';
}
