import type { OrgRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { bodiesBelow, mayNotBeOrdered, recipientsOf } from '../lifecycle/recipients';
import type { MovementAtHand } from '../movement-at-hand';
import { todayOf } from '../work-views';

export interface ReportCandidate {
  readonly org: OrgRecord;
  /** Mặt trận and associations are asked to join in, never ordered. */
  readonly asked: 'duty' | 'cooperation';
  /** The plan went to it. */
  readonly chosen: boolean;
}

/** Bodies that may be asked for a report: whoever the plan went to, and everybody else directly below the one that carries it out. */
export async function candidatesOf(deps: CaseworkDeps, { record, org, standing }: MovementAtHand): Promise<readonly ReportCandidate[]> {
  const { provinceId } = record;
  const orgs = await deps.stores.people.orgs(provinceId);
  const today = todayOf(deps);
  const asked = new Map((await recipientsOf(deps, provinceId, record.id)).map((one) => [one.orgId, one.asked]));
  const below = new Set(bodiesBelow(org, orgs, today).map((one) => one.id));
  return orgs
    .filter((one) => below.has(one.id) || (asked.has(one.id) && (one.validTo === null || one.validTo > today)))
    .filter((one) => one.id !== standing.id)
    .map((one) => ({
      org: one,
      asked: mayNotBeOrdered(one) ? 'cooperation' : (asked.get(one.id) ?? 'duty'),
      chosen: asked.has(one.id),
    }));
}
