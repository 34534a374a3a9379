import { backPlan, limitFor, rowsOn, type BackTarget, type Level, type Pack } from '@thidua/awards';
import type { BackPlanView } from '@thidua/contract';
import { compareDates, formatLocalDate, type LocalDate } from '@thidua/kernel';
import type { CaseworkDeps } from '../deps';
import { nameOfAward } from '../law/names';

export interface PlanWanted {
  readonly provinceId: string;
  readonly pack: Pack;
  readonly award: string;
  readonly tiers: readonly string[];
  readonly levels: readonly Level[];
  readonly year: number;
  /** Day of a session; the days that rows of law fix for the award when left out. */
  readonly council?: LocalDate;
  readonly today: LocalDate;
}

/** The latest safe day of submission for an award, back from the session or from every day that law fixes for it. */
export function backPlans({ calendars }: Pick<CaseworkDeps, 'calendars'>, wanted: PlanWanted): BackPlanView[] {
  const { provinceId, pack, award, levels, tiers, today } = wanted;
  const calendar = calendars.of(provinceId);
  return targetsOf(wanted).flatMap((target): BackPlanView[] => {
    const plan = backPlan({ pack, award, target, levels }, calendar);
    if (plan === undefined) {
      return [];
    }
    return [
      {
        award,
        awardName: nameOfAward(pack, award, tiers),
        targetOn: formatLocalDate(plan.targetOn),
        targetRuleId: plan.targetRowId,
        targetText: plan.targetRowId === null ? null : (limitFor(pack, plan.targetRowId)?.text ?? null),
        steps: plan.steps.map(({ rowId, startOn, endOn, ...step }) => ({
          ...step,
          ruleId: rowId,
          startOn: formatLocalDate(startOn),
          endOn: formatLocalDate(endOn),
        })),
        latestSafeOn: formatLocalDate(plan.latestSafeOn),
        passed: compareDates(today, plan.latestSafeOn) > 0,
        confirmed: plan.confirmed,
      },
    ];
  });
}

function targetsOf({ pack, award, council, year }: PlanWanted): readonly BackTarget[] {
  if (council !== undefined) {
    return [{ kind: 'council', on: council }];
  }
  const fixed = rowsOn(pack.limits).filter((row) => row.kind === 'by-date' && row.awards.includes(award));
  return fixed.map((row) => ({ kind: 'by-date', rowId: row.id, year }));
}
