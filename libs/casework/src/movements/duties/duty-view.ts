import { mayRunMovement, mayWorkFor, type Actor } from '@thidua/access';
import { fundBalance } from '@thidua/awards';
import type { DutyView } from '@thidua/contract';
import type { DutyRecord, OrgRecord, WorkRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { MovementAtHand } from '../movement-at-hand';
import { todayOf } from '../work-views';
import { isAskedOnly } from './plan-roles';

export const BUDGET = 'budget';

export interface DutyAtHand {
  readonly duty: DutyRecord;
  readonly work: WorkRecord;
  readonly org: OrgRecord | undefined;
}

/** What a duty still lacks before it can be called done. */
export function dutyMissing({ role, planned, spent, doneText, doneOn }: DutyRecord): string[] {
  const fields: readonly (readonly [string, boolean])[] = [
    ['doneText', (doneText ?? '').trim() !== ''],
    ['doneOn', doneOn !== null],
    ['planned', role !== BUDGET || planned !== null],
    ['spent', role !== BUDGET || spent !== null],
  ];
  return fields.flatMap(([field, there]) => (there ? [] : [field]));
}

export async function dutyView(
  deps: CaseworkDeps,
  actor: Actor,
  movement: MovementAtHand,
  { duty, work, org }: DutyAtHand,
): Promise<DutyView> {
  const { id, role, asked, planQuote, planLine, planned, spent, doneText, doneOn, fileName, version } = duty;
  const open = work.status === 'open';
  return {
    ...{ id, role, asked, planQuote, planLine, planned, spent, doneOn, fileName, version, doneText: doneText ?? '' },
    ...{ code: work.code, movementId: work.movementId, orgId: work.orgId, orgName: work.orgName, dueOn: work.dueOn },
    ...{ status: work.status, late: open && work.dueOn !== null && work.dueOn < todayOf(deps), year: work.year },
    cooperation: org !== undefined && isAskedOnly(org),
    fund: role === BUDGET && duty.budgetYear !== null ? await fundOf(deps, movement, duty.budgetYear) : null,
    missing: dutyMissing(duty),
    may: { report: open && mayWorkFor(actor, work.orgId).allowed, run: mayRunMovement(actor, movement.standing.id).allowed },
  };
}

/** The award fund of the year where there is one; a duty never opens one. */
async function fundOf({ stores }: CaseworkDeps, { org }: MovementAtHand, year: number): Promise<DutyView['fund']> {
  const of = { orgId: org.id, year };
  const fund = await stores.funds.byId(org.provinceId, of);
  if (fund === undefined) {
    return null;
  }
  const { left } = fundBalance({ allotted: fund.allotted, ...(await stores.funds.totals(org.provinceId, of)) });
  return { orgName: fund.orgName, year, allotted: fund.allotted, left };
}
