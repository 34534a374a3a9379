import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  err,
  formatLocalDate,
  localDate,
  ok,
  weekday,
  type LocalDate,
  type Result,
} from '@thidua/kernel';
import type { LocalDay } from './calendar';
import { icsEvents, type IcsEvent, type IcsProperty, type IcsRefusal } from './ics-lines';
import { icsOccurrences } from './ics-recurrence';
import { icsDuration, icsTime, type IcsTime } from './ics-times';

const DAY = 1440;
const LONGEST_NAME = 120;
/** An event longer than this is no holiday. */
const MOST_DAYS = 31;
/** Of one event with all its repetitions. */
const MOST_IN_ALL = 366;

export interface IcsDay {
  readonly date: LocalDate;
  readonly name: string;
  /** What the name and the day of the week suggest; null for a day of rest that no name says is worked. */
  readonly kind: LocalDay['kind'] | null;
  /** Of the event in the file. */
  readonly line: number;
}

export type IcsProblemCode =
  | 'name-missing'
  | 'date-wrong'
  | 'zone-unknown'
  | 'timed'
  | 'too-long'
  | 'ends-before'
  | 'recurrence-not-read'
  | 'cancelled'
  | 'year-unknown'
  | 'day-twice';

/** An event, or a day of it, that is not taken in. */
export interface IcsProblem {
  readonly code: IcsProblemCode;
  readonly line: number;
  readonly name: string;
  /** What of it was not understood: a zone, a rule, a day; '' when the code says all. */
  readonly detail: string;
}

export interface IcsReading {
  /** By day; no day twice. */
  readonly days: readonly IcsDay[];
  readonly problems: readonly IcsProblem[];
}

/**
 * Days off in an iCalendar file (RFC 5545): whole days only, counted in Vietnam's time, of the years that have a table. What is not understood
 * is named and left out; a file that is no calendar is refused as a whole.
 */
export function readIcs(text: string, years: readonly number[]): Result<IcsReading, IcsRefusal> {
  const events = icsEvents(text);
  if ('code' in events) {
    return err(events);
  }
  const last = localDate(Math.max(...years), 12, 31);
  const read = events.map((event) => daysOf(event, last));
  const taken = new Map<string, IcsDay>();
  const problems = read.flatMap((one) => one.problems);
  for (const { days } of read) {
    const known = days.filter((day) => years.includes(day.date.year));
    const [first] = days;
    if (first !== undefined && known.length === 0) {
      problems.push({ code: 'year-unknown', line: first.line, name: first.name, detail: formatLocalDate(first.date) });
    }
    for (const day of known) {
      const key = formatLocalDate(day.date);
      const other = taken.get(key);
      if (other !== undefined && other.name !== day.name) {
        problems.push({ code: 'day-twice', line: day.line, name: day.name, detail: key });
      }
      taken.set(key, other ?? day);
    }
  }
  return ok({
    days: [...taken.values()].toSorted((a, b) => dayNumber(a.date) - dayNumber(b.date)),
    problems: problems.toSorted((a, b) => a.line - b.line),
  });
}

interface EventDays {
  readonly days: readonly IcsDay[];
  readonly problems: readonly IcsProblem[];
}

function daysOf(event: IcsEvent, last: LocalDate): EventDays {
  const one = (name: string): IcsProperty | undefined => event.properties.find((property) => property.name === name);
  const name = nameOf(one('SUMMARY')?.value ?? '');
  const problem = (code: IcsProblemCode, detail = ''): EventDays => ({ days: [], problems: [{ code, line: event.line, name, detail }] });
  const begin = one('DTSTART');
  const start = begin === undefined ? 'date-wrong' : icsTime(begin);
  if (typeof start === 'string') {
    return problem(start, start === 'zone-unknown' ? (begin?.params.get('TZID') ?? '') : (begin?.value ?? ''));
  }
  if (one('STATUS')?.value.toUpperCase() === 'CANCELLED') {
    return problem('cancelled');
  }
  if (name.length < 3) {
    return problem('name-missing', formatLocalDate(dateOfDayNumber(Math.floor(start.minute / DAY))));
  }
  const minutes = lengthOf(start, one('DTEND'), one('DURATION'));
  if (typeof minutes === 'string') {
    return problem(minutes, one('DTEND')?.value ?? one('DURATION')?.value ?? '');
  }
  if (minutes < 0 || (minutes === 0 && start.wholeDay)) {
    return problem('ends-before');
  }
  if (start.minute % DAY !== 0 || minutes % DAY !== 0 || minutes === 0) {
    return problem('timed');
  }
  if (minutes > MOST_DAYS * DAY) {
    return problem('too-long', String(minutes / DAY));
  }
  const first = dateOfDayNumber(start.minute / DAY);
  const begins = beginsOf(event, first, last);
  if (begins === undefined) {
    return problem('recurrence-not-read', one('RRULE')?.value ?? one('RDATE')?.value ?? one('RECURRENCE-ID')?.value ?? '');
  }
  if (begins.length * (minutes / DAY) > MOST_IN_ALL) {
    return problem('too-long', String(begins.length * (minutes / DAY)));
  }
  const dates = begins.flatMap((day) => Array.from({ length: minutes / DAY }, (_, at) => addDays(day, at)));
  return { days: dates.map((date) => ({ date, name, kind: kindOf(name, date), line: event.line })), problems: [] };
}

/** Minutes; a day without an end is one day (RFC 5545 3.6.1). */
function lengthOf(start: IcsTime, end: IcsProperty | undefined, duration: IcsProperty | undefined): number | 'date-wrong' | 'zone-unknown' {
  if (end !== undefined) {
    const time = icsTime(end);
    return typeof time === 'string' ? time : time.minute - start.minute;
  }
  return duration === undefined ? (start.wholeDay ? DAY : 0) : (icsDuration(duration.value) ?? 'date-wrong');
}

/** The first days of every time it comes, without those taken out; undefined when the rule is not one we read. */
function beginsOf({ properties }: IcsEvent, first: LocalDate, last: LocalDate): readonly LocalDate[] | undefined {
  const all = (name: string): readonly IcsProperty[] => properties.filter((property) => property.name === name);
  const [rule, more] = all('RRULE');
  if (more !== undefined || all('RECURRENCE-ID').length > 0) {
    return undefined;
  }
  const ruled = rule === undefined ? [first] : icsOccurrences(first, rule.value, last);
  const added = listed(all('RDATE'));
  const taken = listed(all('EXDATE'));
  if (ruled === undefined || added === undefined || taken === undefined) {
    return undefined;
  }
  const out = new Set(taken.map(dayNumber));
  const days = new Map([...ruled, ...added].map((day) => [dayNumber(day), day]));
  return [...days.values()].filter((day) => !out.has(dayNumber(day)));
}

function listed(properties: readonly IcsProperty[]): readonly LocalDate[] | undefined {
  const times = properties.flatMap(({ value, params }) => value.split(',').map((one) => icsTime({ value: one.trim(), params })));
  const known = times.filter((time) => typeof time !== 'string');
  return known.length === times.length ? known.map((time) => dateOfDayNumber(Math.floor(time.minute / DAY))) : undefined;
}

function nameOf(value: string): string {
  const plain = value
    .replace(/\\([nN,;\\])/gu, (_, sign: string) => (sign === 'n' || sign === 'N' ? ' ' : sign))
    .normalize('NFC')
    .replace(/\p{C}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const letters = Array.from(plain);
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME - 1).join('')}…` : plain;
}

function kindOf(name: string, date: LocalDate): LocalDay['kind'] | null {
  const words = name.toLowerCase();
  if (weekday(date) > 5) {
    return /làm bù|đi làm|làm việc/u.test(words) ? 'working-day' : null;
  }
  return /hoán đổi/u.test(words) ? 'swap-day' : 'holiday';
}
