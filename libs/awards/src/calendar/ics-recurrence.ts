import { addDays, compareDates, dateOfDayNumber, dayNumber, parseLocalDate, type LocalDate } from '@thidua/kernel';
import { icsTime } from './ics-times';

/** More would be no list of holidays. */
const MOST = 366;

/**
 * The first days of an event that comes again, up to and including `last`. Read: every n years or every n days, with COUNT or UNTIL. Undefined
 * for any other rule: nobody guesses which days a state rests.
 */
export function icsOccurrences(start: LocalDate, rule: string, last: LocalDate): readonly LocalDate[] | undefined {
  const parts = new Map(
    rule.split(';').map((part) => {
      const [key = '', value = ''] = part.split('=');
      return [key.toUpperCase(), value.toUpperCase()] as const;
    }),
  );
  const every = numberOf(parts.get('INTERVAL') ?? '1');
  const count = numberOf(parts.get('COUNT') ?? String(MOST));
  const until = parts.has('UNTIL') ? untilOf(parts.get('UNTIL') ?? '') : last;
  if (every === undefined || count === undefined || until === undefined || !isRead(parts, start)) {
    return undefined;
  }
  const end = compareDates(until, last) < 0 ? until : last;
  const found = parts.get('FREQ') === 'YEARLY' ? yearly(start, { every, count, end }) : daily(start, { every, count, end });
  return found.length > MOST ? undefined : found;
}

interface Span {
  readonly every: number;
  readonly count: number;
  readonly end: LocalDate;
}

/** 29 February comes in leap years only (RFC 5545 3.3.10). */
function yearly(start: LocalDate, { every, count, end }: Span): readonly LocalDate[] {
  const found: LocalDate[] = [];
  for (let year = start.year; year <= end.year && found.length < count; year += every) {
    const day = parseLocalDate(`${year}-${two(start.month)}-${two(start.day)}`);
    if (day !== undefined && compareDates(day, end) <= 0) {
      found.push(day);
    }
  }
  return found;
}

function daily(start: LocalDate, { every, count, end }: Span): readonly LocalDate[] {
  const most = Math.min(count, Math.floor((dayNumber(end) - dayNumber(start)) / every) + 1, MOST + 1);
  return Array.from({ length: Math.max(0, most) }, (_, at) => addDays(start, at * every));
}

/** Nothing but what was understood; BYMONTH and BYMONTHDAY only where they say what the first day says. */
function isRead(parts: ReadonlyMap<string, string>, start: LocalDate): boolean {
  const freq = parts.get('FREQ');
  const bounded = freq === 'YEARLY' || parts.has('COUNT') || parts.has('UNTIL');
  return (
    (freq === 'YEARLY' || freq === 'DAILY') &&
    bounded &&
    [...parts].every(
      ([key, value]) =>
        ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', ''].includes(key) ||
        (key === 'BYMONTH' && freq === 'YEARLY' && Number(value) === start.month) ||
        (key === 'BYMONTHDAY' && freq === 'YEARLY' && Number(value) === start.day),
    )
  );
}

function numberOf(text: string): number | undefined {
  const value = Number(text);
  return Number.isSafeInteger(value) && value >= 1 ? value : undefined;
}

/** In Vietnam's time, as the days themselves. */
function untilOf(text: string): LocalDate | undefined {
  const time = icsTime({ value: text, params: new Map() });
  return typeof time === 'string' ? undefined : dateOfDayNumber(Math.floor(time.minute / 1440));
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
