import { dayNumber, daysInMonth, weekday, type LocalDate } from '@thidua/kernel';
import type { Run } from '../run';
import { decimal, integerOf } from '../value/number';
import { dateOfNumbers, parseDate, parseDateTime, parseDuration, parseTime, timeOfNumbers } from '../value/parse-temporal';
import { FeelDate, FeelDateTime, FeelDaysDuration, FeelMonthsDuration, FeelTime, instantAt, SECOND_NS } from '../value/temporal';
import type { Duration, Num, Value } from '../value/value';
import { HOME, UTC, zoneAt, type Zone } from '../value/zone';
import { builtin, date, duration, num, optional, takes, text, time, type Builtin } from './signature';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS = [
  ...(['January', 'February', 'March', 'April', 'May', 'June', 'July'] as const),
  ...(['August', 'September', 'October', 'November', 'December'] as const),
] as const;

/** The wall clock of Vietnam, to the second. */
function now(nowMs: number): FeelDateTime {
  const { days, ns } = instantAt(0, (Math.floor(nowMs / 1000) + HOME.standard) * SECOND_NS);
  return new FeelDateTime(days, ns, HOME);
}

/** Undefined when the offset is none a clock can have. */
function zoneOf(offset: Duration | null): Zone | null | undefined {
  if (offset === null) {
    return null;
  }
  return (offset instanceof FeelDaysDuration ? zoneAt(Number(offset.ns / BigInt(SECOND_NS))) : null) ?? undefined;
}

function clockOf(run: Run, [hour, minute, second]: readonly [Num, Num, Num], offset: Duration | null): Value {
  const zone = zoneOf(offset);
  const time = zone === undefined ? null : timeOfNumbers(integerOf(hour), integerOf(minute), decimal(second), zone);
  return time ?? run.warn('not a time');
}

/** A region is looked up in a calendar, which takes its time. */
function zoned(text: string, run: Run): string {
  run.spend(text.includes('@') ? 50 : 1);
  return text;
}

/** Whole months from one day to the other, toward zero. */
function monthsBetween(from: LocalDate, to: LocalDate): number {
  const months = (to.year - from.year) * 12 + to.month - from.month;
  const rest = to.day - from.day;
  return months > 0 && rest < 0 ? months - 1 : months < 0 && rest > 0 ? months + 1 : months;
}

function nth(names: readonly string[], count: number): string {
  return names.slice(count - 1, count).join('');
}

/** ISO 8601: week 1 holds the first Thursday. */
function weekOfYear(day: LocalDate): number {
  const thursday = dayNumber(day) - weekday(day) + 4;
  const { year } = new FeelDate(thursday).local;
  return Math.floor((thursday - dayNumber({ year, month: 1, day: 1 })) / 7) + 1;
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
    (run, year, month, day) => dateOfNumbers(integerOf(year), integerOf(month), integerOf(day)) ?? run.warn('not a date'),
  ),
]);

const dateTimeBuiltin = builtin('date and time', [
  takes([['from', text]], (run, from) => parseDateTime(zoned(from, run)) ?? run.warn(`not a date and time: ${from.slice(0, 40)}`)),
  takes([['from', date]], (_, from) => (from instanceof FeelDateTime ? from : new FeelDateTime(from.days, 0, null))),
  takes(
    [
      ['date', date],
      ['time', time],
    ],
    (_, day, clock) => new FeelDateTime(day.days, clock.ns, clock.zone),
  ),
]);

const timeBuiltin = builtin('time', [
  takes([['from', text]], (run, from) => parseTime(zoned(from, run)) ?? run.warn(`not a time: ${from.slice(0, 40)}`)),
  takes([['from', time]], (_, from) => from),
  takes([['from', date]], (_, from) => (from instanceof FeelDateTime ? new FeelTime(from.ns, from.zone) : new FeelTime(0, UTC))),
  takes(
    [
      ['hour', num],
      ['minute', num],
      ['second', num],
      ['offset', optional(duration)],
    ],
    (run, hour, minute, second, offset) => clockOf(run, [hour, minute, second], offset),
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
  builtin('today', [takes([], (run) => new FeelDate(now(run.nowMs).days))], true),
  builtin('now', [takes([], (run) => now(run.nowMs))], true),
  onDate('day of week', (day) => nth(WEEKDAYS, weekday(day))),
  onDate('day of year', (day) => dayNumber(day) - dayNumber({ year: day.year, month: 1, day: 1 }) + 1),
  onDate('month of year', (day) => nth(MONTHS, day.month)),
  onDate('week of year', weekOfYear),
  onDate('last day of month', (day) => new FeelDate(dayNumber({ ...day, day: daysInMonth(day.year, day.month) }))),
];
