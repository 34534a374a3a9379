import { dayNumber, parseLocalDate } from '@thidua/kernel';
import type { Duration } from './value';
import { DAY_MS, FeelDate, FeelDateTime, FeelDaysDuration, FeelMonthsDuration, FeelTime, type Zone } from './temporal';

/** Zones without a database: Vietnam keeps UTC+7 all year. */
const NAMED_ZONES: ReadonlyMap<string, number> = new Map([
  ['Z', 0],
  ['@UTC', 0],
  ['@Etc/UTC', 0],
  ['@Asia/Ho_Chi_Minh', 420],
  ['@Asia/Saigon', 420],
]);

const TIME = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2}|@.{1,40})?$/;
const MONTHS = /^(-)?P(?:(\d{1,6})Y)?(?:(\d{1,6})M)?$/;
const DAYS = /^(-)?P(?:(\d{1,7})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,9})M)?(?:(\d{1,10})(?:\.(\d{1,9}))?S)?)?$/;

/** Reads YYYY-MM-DD; null when it is not a day. */
export function parseDate(text: string): FeelDate | null {
  const date = parseLocalDate(text);
  return date === undefined ? null : new FeelDate(dayNumber(date));
}

/** Reads hh:mm:ss with fraction and zone; fractions are kept to the millisecond. */
export function parseTime(text: string): FeelTime | null {
  const match = TIME.exec(text);
  if (match === null) {
    return null;
  }
  const zone = zoneOf(match[5]);
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (zone === undefined || hours > 23 || minutes > 59 || seconds > 59) {
    return null;
  }
  return new FeelTime(((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds(match[4]), zone);
}

/** Reads a date, or a date and a time joined by `T`; a date alone is midnight. */
export function parseDateTime(text: string): FeelDateTime | null {
  const date = parseDate(text.slice(0, 10));
  if (date === null) {
    return null;
  }
  const time = text.length === 10 ? new FeelTime(0, null) : text[10] === 'T' ? parseTime(text.slice(11)) : null;
  return time === null ? null : new FeelDateTime(date.days, time.ms, time.zone);
}

/** Reads `P1Y2M` or `P1DT2H3M4.5S`; null for a mixture of both, as DMN has no such type. */
export function parseDuration(text: string): Duration | null {
  if (/[PT]$/.test(text)) {
    return null;
  }
  const months = MONTHS.exec(text);
  if (months !== null) {
    return new FeelMonthsDuration(signed(months[1], Number(months[2] ?? 0) * 12 + Number(months[3] ?? 0)));
  }
  const days = DAYS.exec(text);
  if (days === null) {
    return null;
  }
  const clock = (Number(days[3] ?? 0) * 3600 + Number(days[4] ?? 0) * 60 + Number(days[5] ?? 0)) * 1000 + milliseconds(days[6]);
  return new FeelDaysDuration(signed(days[1], Number(days[2] ?? 0) * DAY_MS + clock));
}

/** `+07:00` and the like; undefined when out of range or unknown, null when there is none. */
export function zoneOf(text: string | undefined): Zone | null | undefined {
  if (text === undefined) {
    return null;
  }
  const named = NAMED_ZONES.get(text);
  if (named !== undefined) {
    return { minutes: named, text };
  }
  const match = /^([+-])(\d{2}):(\d{2})$/.exec(text);
  const minutes = match === null ? NaN : Number(match[2]) * 60 + Number(match[3]);
  return minutes <= 14 * 60 ? { minutes: match?.[1] === '-' ? -minutes : minutes, text } : undefined;
}

function signed(sign: string | undefined, amount: number): number {
  return sign === undefined || amount === 0 ? amount : -amount;
}

function milliseconds(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Number(fraction.padEnd(3, '0').slice(0, 3));
}
