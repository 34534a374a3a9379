import { dayNumber, dayOf, daysInMonth, localDate, weekday, type LocalDate } from '@thidua/kernel';
import { decimal, integerOf, settle } from '../value/number';
import { parseDate, parseDateTime, parseDuration, parseTime, zoneOf } from '../value/parse-temporal';
import { DAY_MS, FeelDate, FeelDateTime, FeelDaysDuration, FeelMonthsDuration, FeelTime, HOME_OFFSET } from '../value/temporal';
import type { Num, Value } from '../value/value';
import { builtin, date, duration, num, optional, takes, text, time, type Builtin } from './signature';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS = [
  ...(['January', 'February', 'March', 'April', 'May', 'June', 'July'] as const),
  ...(['August', 'September', 'October', 'November', 'December'] as const),
] as const;

function dateOfNumbers(year: Num, month: Num, day: Num): FeelDate | null {
  return parseDate([pad(year, 4), pad(month, 2), pad(day, 2)].join('-'));
}

function pad(n: Num, width: number): string {
  return String(integerOf(n)).padStart(width, '0');
}

/** The wall clock of Vietnam, to the second. */
function now(nowMs: number): FeelDateTime {
  const days = dayNumber(dayOf(nowMs));
  const ms = Math.floor((nowMs + HOME_OFFSET * 60_000 - days * DAY_MS) / 1000) * 1000;
  return new FeelDateTime(days, ms, zoneOf('+07:00') ?? null);
}

function timeOfNumbers(hour: Num, minute: Num, second: Num, offset: number | null): FeelTime | null {
  const ms = settle(decimal(second).mul(1000).floor());
  const [h, m, s] = [integerOf(hour), integerOf(minute), ms === null ? -1 : integerOf(ms)];
  const zone = offset === null ? null : zoneOf(offsetText(offset));
  return zone === undefined || h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s > 59_999
    ? null
    : new FeelTime((h * 60 + m) * 60_000 + s, zone);
}

function offsetText(minutes: number): string {
  const all = Math.abs(minutes);
  return minutes === 0 ? 'Z' : `${minutes < 0 ? '-' : '+'}${pad(Math.floor(all / 60), 2)}:${pad(all % 60, 2)}`;
}

/** Whole months from one day to the other, toward zero. */
function monthsBetween(from: LocalDate, to: LocalDate): number {
  const months = (to.year - from.year) * 12 + to.month - from.month;
  const rest = to.day - from.day;
  return months > 0 && rest < 0 ? months - 1 : months < 0 && rest > 0 ? months + 1 : months;
}

/** ISO 8601: week 1 holds the first Thursday. */
function weekOfYear(day: LocalDate): number {
  const thursday = dayNumber(day) - weekday(day) + 4;
  const { year } = new FeelDate(thursday).local;
  return Math.floor((thursday - dayNumber(localDate(year, 1, 1))) / 7) + 1;
}

function onDate(name: string, body: (day: LocalDate) => Value): readonly [string, Builtin] {
  return builtin(name, [takes([['date', date]], (_, value) => body(value.local))]);
}

const dateBuiltin = builtin('date', [
  takes([['from', text]], (run, from) => parseDate(from) ?? run.warn(`not a date: ${from.slice(0, 40)}`)),
  takes([['from', date]], (_, from) => new FeelDate(from.days)),
  takes(
    [
      ['year', num],
      ['month', num],
      ['day', num],
    ],
    (run, year, month, day) => dateOfNumbers(year, month, day) ?? run.warn('not a date'),
  ),
]);

const dateTimeBuiltin = builtin('date and time', [
  takes([['from', text]], (run, from) => parseDateTime(from) ?? run.warn(`not a date and time: ${from.slice(0, 40)}`)),
  takes([['from', date]], (_, from) => (from instanceof FeelDateTime ? from : new FeelDateTime(from.days, 0, null))),
  takes(
    [
      ['date', date],
      ['time', time],
    ],
    (_, day, clock) => new FeelDateTime(day.days, clock.ms, clock.zone),
  ),
]);

const timeBuiltin = builtin('time', [
  takes([['from', text]], (run, from) => parseTime(from) ?? run.warn(`not a time: ${from.slice(0, 40)}`)),
  takes([['from', time]], (_, from) => from),
  takes([['from', date]], (_, from) =>
    from instanceof FeelDateTime ? new FeelTime(from.ms, from.zone) : new FeelTime(0, zoneOf('Z') ?? null),
  ),
  takes(
    [
      ['hour', num],
      ['minute', num],
      ['second', num],
      ['offset', optional(duration)],
    ],
    (run, hour, minute, second, offset) =>
      timeOfNumbers(hour, minute, second, offset instanceof FeelDaysDuration ? offset.ms / 60_000 : null) ?? run.warn('not a time'),
  ),
]);

export const DATES = [
  dateBuiltin,
  dateTimeBuiltin,
  timeBuiltin,
  builtin('duration', [takes([['from', text]], (run, from) => parseDuration(from) ?? run.warn(`not a duration: ${from.slice(0, 40)}`))]),
  builtin('years and months duration', [
    takes(
      [
        ['from', date],
        ['to', date],
      ],
      (_, from, to) => new FeelMonthsDuration(monthsBetween(from.local, to.local)),
    ),
  ]),
  builtin('today', [takes([], (run) => new FeelDate(dayNumber(dayOf(run.nowMs))))], true),
  builtin('now', [takes([], (run) => now(run.nowMs))], true),
  onDate('day of week', (day) => WEEKDAYS[weekday(day) - 1] ?? null),
  onDate('day of year', (day) => dayNumber(day) - dayNumber(localDate(day.year, 1, 1)) + 1),
  onDate('month of year', (day) => MONTHS[day.month - 1] ?? null),
  onDate('week of year', weekOfYear),
  onDate('last day of month', (day) => new FeelDate(dayNumber({ ...day, day: daysInMonth(day.year, day.month) }))),
];
