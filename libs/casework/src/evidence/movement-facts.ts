import type { EligibilityFacts, Movement } from '@thidua/awards';

/** Who launched a movement and for how long it is planned; a plan that leaves a date open gives no length. */
export function movementFacts(movement: Movement, leads: boolean | null): NonNullable<EligibilityFacts['movement']> {
  return { id: movement.id, name: movement.name.value, launcher: movement.launcher.level, years: plannedYears(movement), leads };
}

/** Whole years between the plan's first and last day; a year or month named alone counts from its first and to its last day. */
export function plannedYears({ period, plan }: Pick<Movement, 'period' | 'plan'>): number | null {
  const start = monthsOf(period.start ?? plan.date, 1);
  const end = monthsOf(period.end, 12);
  return start === null || end === null ? null : Math.max(0, Math.floor((end + 1 - start) / 12));
}

function monthsOf(partial: string | null, otherwise: number): number | null {
  const [year, month] = (partial ?? '').split('-').map(Number);
  return year === undefined || Number.isNaN(year) || year === 0 ? null : year * 12 + (month ?? otherwise) - 1;
}
