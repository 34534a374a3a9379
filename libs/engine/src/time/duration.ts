import { dayOf, daysInMonth, instantOf, localDate } from '@thidua/kernel';

/** An ISO 8601 duration: calendar months and milliseconds are kept apart, because a month has no fixed length. */
export interface Duration {
  readonly months: number;
  readonly ms: number;
}

const DAY_MS = 86_400_000;
const SHAPE = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Reads `P1Y2M3DT4H5M6.5S` or `P2W`; undefined when it is none. */
export function parseDuration(text: string): Duration | undefined {
  const match = SHAPE.exec(text);
  if (match === null || text.endsWith('T') || text.endsWith('P')) {
    return undefined;
  }
  const part = (index: number): number => Number(match[index] ?? 0);
  const sign = match[1] === '-' ? -1 : 1;
  const months = sign * (part(2) * 12 + part(3));
  const days = part(4) * 7 + part(5);
  const ms = sign * (days * DAY_MS + part(6) * 3_600_000 + part(7) * 60_000 + Math.round(part(8) * 1000));
  // `+ 0` turns the -0 of an empty negative part into 0, which JSON would do anyway.
  return { months: months + 0, ms: ms + 0 };
}

/** Months first, clamped to the last day of the month (in Vietnam's calendar), then milliseconds. */
export function addDuration(fromMs: number, { months, ms }: Duration): number {
  return (months === 0 ? fromMs : addMonths(fromMs, months)) + ms;
}

function addMonths(fromMs: number, months: number): number {
  const date = dayOf(fromMs);
  const sinceMidnight = fromMs - instantOf(date);
  const count = date.year * 12 + (date.month - 1) + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  return instantOf(localDate(year, month, Math.min(date.day, daysInMonth(year, month)))) + sinceMidnight;
}
