import type { Movement } from './movement';

/** Whole years between the plan's first and last day; a year or month named alone counts from its first and to its last day; null = left open. */
export function plannedYears({ period, plan }: Pick<Movement, 'period' | 'plan'>): number | null {
  return yearsBetween(period.start ?? plan.date, period.end);
}

/** The same of two partial dates ('YYYY', 'YYYY-MM', 'YYYY-MM-DD'). */
export function yearsBetween(first: string | null, last: string | null): number | null {
  const start = monthsOf(first, 1);
  const end = monthsOf(last, 12);
  return start === null || end === null ? null : Math.max(0, Math.floor((end + 1 - start) / 12));
}

/** 'YYYY…' → its year. */
export function yearOf(partial: string | null): number | null {
  const year = Number((partial ?? '').slice(0, 4));
  return Number.isInteger(year) && year > 0 ? year : null;
}

function monthsOf(partial: string | null, otherwise: number): number | null {
  const year = yearOf(partial);
  const month = Number((partial ?? '').split('-')[1] ?? otherwise);
  return year === null ? null : year * 12 + month - 1;
}
