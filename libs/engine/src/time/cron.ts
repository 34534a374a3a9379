import { dateOfDayNumber, daysInMonth, weekday, type LocalDate } from '@thidua/kernel';

/**
 * A cron expression as read: six fields with seconds first (as Spring writes it) or five with minutes first. A day must satisfy both the
 * day-of-month and the day-of-week field. Times are Vietnam's.
 */
export interface Cron {
  /** Ascending. */
  readonly seconds: readonly number[];
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly isDay: (date: LocalDate) => boolean;
}

/** Why a text is no cron expression, in English, naming the field. */
export interface CronProblem {
  readonly problem: string;
}

interface Field {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names: readonly string[];
}

/** One entry of a day field. */
type DayTest = (date: LocalDate) => boolean;

const SECOND: Field = { name: 'second', min: 0, max: 59, names: [] };
const MINUTE: Field = { name: 'minute', min: 0, max: 59, names: [] };
const HOUR: Field = { name: 'hour', min: 0, max: 23, names: [] };
const DAY: Field = { name: 'day of month', min: 1, max: 31, names: [] };
const MONTH: Field = {
  name: 'month',
  min: 1,
  max: 12,
  names: ['', 'JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
};
/** 0 and 7 are Sunday. */
const WEEKDAY: Field = { name: 'day of week', min: 0, max: 7, names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] };

const MACROS: Readonly<Record<string, string>> = {
  '@yearly': '0 0 0 1 1 *',
  '@annually': '0 0 0 1 1 *',
  '@monthly': '0 0 0 1 * *',
  '@weekly': '0 0 0 * * SUN',
  '@daily': '0 0 0 * * *',
  '@midnight': '0 0 0 * * *',
  '@hourly': '0 0 * * * *',
};

const DAY_MS = 86_400_000;
const VIETNAM_MS = 7 * 3_600_000;
/** The calendar repeats after 400 years: a day that does not come within them never comes. */
const CALENDAR_DAYS = 146_097;

/** Reads a cron expression or a macro such as `@daily`. */
export function parseCron(text: string): Cron | CronProblem {
  const fields = (MACROS[text.trim()] ?? text).trim().split(/\s+/);
  if (fields.length !== 5 && fields.length !== 6) {
    return { problem: `a cron expression has five fields (minutes first) or six (seconds first), not ${fields.length}` };
  }
  const [second = '', minute = '', hour = '', day = '', month = '', weekdayText = ''] = fields.length === 5 ? ['0', ...fields] : fields;
  const problems: string[] = [];
  const days = dayTests(day, DAY, problems);
  const months = numbersOf(month, MONTH, problems);
  const weekdays = dayTests(weekdayText, WEEKDAY, problems);
  const cron = {
    seconds: numbersOf(second, SECOND, problems),
    minutes: numbersOf(minute, MINUTE, problems),
    hours: numbersOf(hour, HOUR, problems),
    isDay: (date: LocalDate) => months.includes(date.month) && days.some((holds) => holds(date)) && weekdays.some((holds) => holds(date)),
  };
  const [problem] = problems;
  if (problem !== undefined) {
    return { problem };
  }
  return comes(cron) ? cron : { problem: `no day ever is '${day} ${month} ${weekdayText}'` };
}

/** The first slot after an instant (epoch milliseconds). */
export function nextSlot(cron: Cron, afterMs: number): number {
  const [first, second] = placeOf(afterMs);
  let day = first;
  let time = timeOn(cron, day, second);
  while (time === undefined) {
    day += 1;
    time = timeOn(cron, day, -1);
  }
  return day * DAY_MS + time * 1000 - VIETNAM_MS;
}

/** How many slots lie after the one instant and not after the other. */
export function slotsBetween(cron: Cron, afterMs: number, untilMs: number): number {
  const [first, firstSecond] = placeOf(afterMs);
  const [last, lastSecond] = placeOf(untilMs);
  const perDay = cron.hours.length * cron.minutes.length * cron.seconds.length;
  let count = 0;
  for (let day = first; day <= last; day += 1) {
    if (cron.isDay(dateOfDayNumber(day))) {
      count += (day === last ? timesUntil(cron, lastSecond) : perDay) - (day === first ? timesUntil(cron, firstSecond) : 0);
    }
  }
  return count;
}

/** Vietnam's day number and second of that day. */
function placeOf(ms: number): readonly [number, number] {
  const local = ms + VIETNAM_MS;
  const day = Math.floor(local / DAY_MS);
  return [day, Math.floor((local - day * DAY_MS) / 1000)];
}

/** The first slot of a day after one of its seconds. */
function timeOn({ isDay, hours, minutes, seconds }: Cron, day: number, after: number): number | undefined {
  if (!isDay(dateOfDayNumber(day))) {
    return undefined;
  }
  for (const hour of hours) {
    for (const minute of hour * 3600 + 3599 > after ? minutes : []) {
      const second = seconds.find((one) => hour * 3600 + minute * 60 + one > after);
      if (second !== undefined) {
        return hour * 3600 + minute * 60 + second;
      }
    }
  }
  return undefined;
}

function timesUntil({ hours, minutes, seconds }: Cron, until: number): number {
  const [hour, minute, second] = [Math.floor(until / 3600), Math.floor(until / 60) % 60, until % 60];
  const below = (values: readonly number[], limit: number): number => values.filter((one) => one < limit).length;
  const inHour = below(minutes, minute) * seconds.length + (minutes.includes(minute) ? below(seconds, second + 1) : 0);
  return below(hours, hour) * minutes.length * seconds.length + (hours.includes(hour) ? inHour : 0);
}

function comes(cron: Cron): boolean {
  for (let day = 0; day < CALENDAR_DAYS; day += 1) {
    if (cron.isDay(dateOfDayNumber(day))) {
      return true;
    }
  }
  return false;
}

function dayTests(text: string, field: Field, problems: string[]): readonly DayTest[] {
  const special = field === DAY ? dayOfMonth : dayOfWeek;
  return (text === '?' ? '*' : text).split(',').map((entry) => special(entry, problems) ?? plainDay(entry, field, problems));
}

function plainDay(entry: string, field: Field, problems: string[]): DayTest {
  const numbers = numbersOf(entry, field, problems);
  return field === DAY ? (date) => numbers.includes(date.day) : (date) => numbers.includes(weekday(date) % 7);
}

/** `L` = the last day of the month, `L-3` = three days before it. */
function dayOfMonth(entry: string): DayTest | undefined {
  const match = /^L(?:-(\d{1,2}))?$/.exec(entry);
  return match === null ? undefined : ({ year, month, day }) => day === daysInMonth(year, month) - Number(match[1] ?? 0);
}

/** `5L` = the last Friday of the month, `MON#2` = its second Monday. */
function dayOfWeek(entry: string, problems: string[]): DayTest | undefined {
  const [, name, nth] = /^(\w+?)(?:L|#([1-5]))$/.exec(entry) ?? [];
  if (name === undefined) {
    return undefined;
  }
  const wanted = numberOf(name, WEEKDAY, problems) % 7;
  return (date) =>
    weekday(date) % 7 === wanted &&
    (nth === undefined ? date.day > daysInMonth(date.year, date.month) - 7 : Math.ceil(date.day / 7) === Number(nth));
}

/** `*`, `5`, `MON`, `1-5`, any of them with `/step`, and lists of them, ascending. */
function numbersOf(text: string, field: Field, problems: string[]): readonly number[] {
  const found = new Set(text.split(',').flatMap((entry) => entryOf(entry, field, problems)));
  return [...found].sort((a, b) => a - b);
}

function entryOf(entry: string, field: Field, problems: string[]): readonly number[] {
  const [, range = '', step] = /^([^/]*)(?:\/(\d+))?$/.exec(entry) ?? [];
  const every = Number(step ?? 1);
  if (range === '' || every === 0) {
    problems.push(`'${entry}' is no ${field.name}, or its step is no positive number`);
    return [];
  }
  const [from, to] = boundsOf(range, field, { stepped: step !== undefined, problems });
  const values: number[] = [];
  for (let value = from; value <= to; value += every) {
    values.push(field === WEEKDAY ? value % 7 : value);
  }
  return values;
}

/** A single value with a step runs to the end of the field: `5/15` of minutes is 5, 20, 35, 50. */
function boundsOf(
  range: string,
  field: Field,
  { stepped, problems }: { readonly stepped: boolean; readonly problems: string[] },
): readonly [number, number] {
  const last = field === WEEKDAY ? 6 : field.max;
  if (range === '*') {
    return [field.min, last];
  }
  const [, low = range, high] = /^(\w+)-(\w+)$/.exec(range) ?? [];
  const first = numberOf(low, field, problems);
  // Sunday begins the week as 0 and ends it as 7.
  const from = field === WEEKDAY ? first % 7 : first;
  if (high === undefined) {
    return [from, stepped ? last : from];
  }
  const second = numberOf(high, field, problems);
  const to = field === WEEKDAY && second === 0 ? 7 : second;
  if (from > to) {
    problems.push(`the range '${range}' (${field.name}) goes backwards`);
  }
  return [from, to];
}

function numberOf(text: string, { name, min, max, names }: Field, problems: string[]): number {
  const named = names.indexOf(text.toUpperCase());
  const value = named === -1 && /^\d+$/.test(text) ? Number(text) : named;
  if (value < min || value > max) {
    problems.push(`'${text}' is no ${name} (${min}-${max}${names.length > 0 ? ' or a name' : ''})`);
  }
  return value;
}
