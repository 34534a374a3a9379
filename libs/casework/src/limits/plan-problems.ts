import type { WorkingCalendar } from '@thidua/awards';
import type { CalendarPlan, CalendarPlanPreview } from '@thidua/contract';
import { parseLocalDate, weekday } from '@thidua/kernel';
import type { CalendarDayKind } from '@thidua/store';

export type PlanProblem = CalendarPlanPreview['problems'][number];

/** A day as it would be kept; `pair` counts the pairs of one plan. */
export interface PlannedDay {
  readonly day: string;
  readonly kind: CalendarDayKind;
  readonly name: string;
  readonly citation: string;
  readonly closesAt: number | null;
  readonly orgId: string | null;
  readonly pair: number | null;
}

/** The days of a plan one by one: a pair is a weekday off and a rest day worked. */
export function plannedDays({ days, pairs }: CalendarPlan): readonly PlannedDay[] {
  return [
    ...days.map(({ date, kind, name, citation, closesAt, orgId }) => ({
      ...{ day: date, kind, name, citation },
      ...{ closesAt: closesAt ?? null, orgId: orgId ?? null, pair: null },
    })),
    ...pairs.flatMap(({ off, worked, name, citation }, pair): readonly PlannedDay[] => {
      const both = { name, citation, closesAt: null, orgId: null, pair };
      return [
        { ...both, day: off, kind: 'swap-day' },
        { ...both, day: worked, kind: 'working-day' },
      ];
    }),
  ];
}

export interface PlanGround {
  /** As the province counts today. */
  readonly calendar: WorkingCalendar;
  /** `<day>/<office or nothing>` of days that have a row already. */
  readonly taken: ReadonlySet<string>;
  readonly offices: ReadonlySet<string>;
}

/** Why days cannot be kept, one line per day and reason; empty = the plan may be proposed. */
export function planProblems(plan: readonly PlannedDay[], ground: PlanGround): PlanProblem[] {
  const seen = new Set<string>();
  return plan.flatMap((day) => {
    const key = placeOf(day);
    const twice = seen.has(key);
    seen.add(key);
    const codes = [...problemsOf(day, ground), ...(twice ? ['day-twice' as const] : ground.taken.has(key) ? ['day-taken' as const] : [])];
    return codes.map((code) => ({ date: day.day, code }));
  });
}

export function placeOf({ day, orgId }: { readonly day: string; readonly orgId: string | null }): string {
  return `${day}/${orgId ?? ''}`;
}

function problemsOf({ day, kind, closesAt, orgId, pair }: PlannedDay, { calendar, offices }: PlanGround): readonly PlanProblem['code'][] {
  const date = parseLocalDate(day);
  if (date === undefined || !calendar.years.includes(date.year)) {
    return ['year-unknown'];
  }
  const worked = calendar.isWorkingDay(date);
  return [
    ...(kind === 'working-day' && worked && (pair !== null || weekday(date) <= 5) ? ['not-a-rest-day' as const] : []),
    ...(kind === 'half-day' && !worked ? ['not-a-working-day' as const] : []),
    ...(pair !== null && kind === 'swap-day' && !worked ? ['not-a-working-day' as const] : []),
    ...((kind === 'half-day') === (closesAt !== null) ? [] : ['closing-hour' as const]),
    ...(orgId !== null && kind !== 'closure' ? ['office-not-fitting' as const] : []),
    ...(orgId !== null && !offices.has(orgId) ? ['office-unknown' as const] : []),
  ];
}
