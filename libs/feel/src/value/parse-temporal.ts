import { dayNumber, daysInMonth } from '@thidua/kernel';
import type { Decimal } from './decimal';
import type { Duration, Temporal } from './value';
import { BIG_DAY, DAY_NS, FeelDate, FeelDateTime, FeelDaysDuration, FeelMonthsDuration, FeelTime, SECOND_NS } from './temporal';
import { parseZone, type Zone } from './zone';

/** As XML Schema writes them, with years of up to nine digits and the zone of DMN 1.5, 10.3.2.3. */
const DATE = /^(-?(?:[1-9]\d{3,8}|0\d{3}))-(\d{2})-(\d{2})$/;
const TIME = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9})\d{0,30})?(Z|[+-]\d{2}:\d{2}(?::\d{2})?|@.{1,40})?$/;
const MONTHS = /^(-)?P(?:(\d{1,9})Y)?(?:(\d{1,10})M)?$/;
const DAYS = /^(-)?P(?:(\d{1,10})D)?(?:T(?:(\d{1,12})H)?(?:(\d{1,14})M)?(?:(\d{1,15})(?:\.(\d{0,9})\d{0,30})?S)?)?$/;

/** Reads YYYY-MM-DD; null when it is not a day. */
export function parseDate(text: string): FeelDate | null {
  const match = DATE.exec(text);
  return match === null ? null : dateOfNumbers(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Null when there is no such day. */
export function dateOfNumbers(year: number, month: number, day: number): FeelDate | null {
  return Math.abs(year) <= 999_999_999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
    ? new FeelDate(dayNumber({ year, month, day }))
    : null;
}

/** Reads hh:mm:ss with fraction and zone; fractions are kept to the nanosecond. */
export function parseTime(text: string): FeelTime | null {
  const clock = parseClock(text);
  return clock === null || clock.ns >= DAY_NS ? null : new FeelTime(clock.ns, clock.zone);
}

/** Null when there is no such time of a day. */
export function timeOfNumbers(hours: number, minutes: number, seconds: Decimal, zone: Zone | null): FeelTime | null {
  const ns = seconds.mul(SECOND_NS).floor().toNumber();
  return hours >= 0 && hours <= 23 && minutes >= 0 && minutes <= 59 && ns >= 0 && ns < 60 * SECOND_NS
    ? new FeelTime((hours * 60 + minutes) * 60 * SECOND_NS + ns, zone)
    : null;
}

/** Reads a date, or a date and a time joined by `T`; a date alone is midnight, and 24:00:00 the midnight after. */
export function parseDateTime(text: string): FeelDateTime | null {
  const cut = text.indexOf('T');
  const date = parseDate(cut === -1 ? text : text.slice(0, cut));
  if (date === null || cut === -1) {
    return date === null ? null : new FeelDateTime(date.days, 0, null);
  }
  const clock = parseClock(text.slice(cut + 1));
  if (clock === null) {
    return null;
  }
  return clock.ns === DAY_NS ? new FeelDateTime(date.days + 1, 0, clock.zone) : new FeelDateTime(date.days, clock.ns, clock.zone);
}

/** Whichever of duration, date, date and time, and time the text is. */
export function parseTemporal(text: string): Duration | Temporal | null {
  return parseDuration(text) ?? parseDate(text) ?? parseDateTime(text) ?? parseTime(text);
}

interface Clock {
  readonly ns: number;
  readonly zone: Zone | null;
}

function parseClock(text: string): Clock | null {
  const match = TIME.exec(text);
  if (match === null) {
    return null;
  }
  const zone = match[5] === undefined ? null : parseZone(match[5]);
  if (zone === null && match[5] !== undefined) {
    return null;
  }
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const ns = ((hours * 60 + minutes) * 60 + seconds) * SECOND_NS + nanoseconds(match[4]);
  return minutes > 59 || seconds > 59 || ns > DAY_NS ? null : { ns, zone };
}

/** Reads `P1Y2M` or `P1DT2H3M4.5S`; null for a mixture of both, as DMN has no such type. */
export function parseDuration(text: string): Duration | null {
  if (/[PT]$/.test(text)) {
    return null;
  }
  const months = MONTHS.exec(text);
  if (months !== null) {
    const count = Number(months[2] ?? 0) * 12 + Number(months[3] ?? 0);
    return new FeelMonthsDuration(months[1] === undefined || count === 0 ? count : -count);
  }
  const days = DAYS.exec(text);
  if (days === null) {
    return null;
  }
  const [whole, hours, minutes, seconds] = [days[2], days[3], days[4], days[5]].map((digits) => BigInt(digits ?? 0)) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  const clock = (hours * 3600n + minutes * 60n + seconds) * BigInt(SECOND_NS) + BigInt(nanoseconds(days[6]));
  const ns = whole * BIG_DAY + clock;
  return new FeelDaysDuration(days[1] === undefined ? ns : -ns);
}

function nanoseconds(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Number(fraction.padEnd(9, '0'));
}
