import { addDays, compareDates, dayNumber, DomainError, formatLocalDate, weekday, type LocalDate } from '@thidua/kernel';
import type { CalendarDay, CalendarYear } from './calendar';
import { CLOSING_HOUR } from './local-days';

/** A count touches a year whose table is not loaded. Guessing would give a wrong legal date. */
export class CalendarYearMissing extends DomainError {
  readonly code = 'calendar-year-missing';

  constructor(year: number) {
    super(`no calendar for ${year}`, { year });
  }
}

export interface WorkingCalendar {
  readonly years: readonly number[];
  /** The tables it counts by. */
  readonly tables: readonly CalendarYear[];
  isWorkingDay(date: LocalDate): boolean;
  /** The n-th working day after `date`; the first day is not counted. n = 0 gives `date` itself. */
  addWorkingDays(date: LocalDate, n: number): LocalDate;
  /** Working days after `from` up to and including `to`; negative when `to` is earlier. The inverse of addWorkingDays. */
  workingDaysBetween(from: LocalDate, to: LocalDate): number;
  /** The last working day from which `n` working days have run by `target`: the latest safe start. */
  latestStart(target: LocalDate, n: number): LocalDate;
  /** The day itself when worked, else the next working day (Civil Code art. 148.5). */
  rollForward(date: LocalDate): LocalDate;
  /** The day itself when worked, else the last working day before. */
  rollBack(date: LocalDate): LocalDate;
  /** Hour of the day at which the office closes: what is due that day is due then. */
  closingHour(date: LocalDate): number;
}

/** Working days of the loaded years; every method throws CalendarYearMissing when it meets another year. */
export function workingCalendar(calendars: readonly CalendarYear[]): WorkingCalendar {
  const years = new Set(calendars.map((calendar) => calendar.year));
  const off = dayNumbers(calendars.flatMap((calendar) => [...calendar.holidays, ...calendar.swapDays, ...calendar.closures]));
  const worked = dayNumbers(calendars.flatMap((calendar) => calendar.workingSaturdays));
  const hours = new Map(calendars.flatMap(({ halfDays }) => halfDays.map((day) => [dayNumber(day.date), day.closesAt] as const)));

  const isWorkingDay = (date: LocalDate): boolean => {
    if (!years.has(date.year)) {
      throw new CalendarYearMissing(date.year);
    }
    const day = dayNumber(date);
    return !off.has(day) && (worked.has(day) || weekday(date) <= 5);
  };
  const addWorkingDays = (date: LocalDate, n: number): LocalDate => {
    demandWholeDays(n, date);
    let day = date;
    for (let left = n; left > 0; left -= isWorkingDay(day) ? 1 : 0) {
      day = addDays(day, 1);
    }
    return day;
  };
  const workingDaysBetween = (from: LocalDate, to: LocalDate): number => {
    if (compareDates(to, from) < 0) {
      return -workingDaysBetween(to, from);
    }
    let count = 0;
    for (let day = addDays(from, 1); compareDates(day, to) <= 0; day = addDays(day, 1)) {
      count += isWorkingDay(day) ? 1 : 0;
    }
    return count;
  };
  const rollForward = (date: LocalDate): LocalDate => (isWorkingDay(date) ? date : rollForward(addDays(date, 1)));
  const rollBack = (date: LocalDate): LocalDate => (isWorkingDay(date) ? date : rollBack(addDays(date, -1)));
  const latestStart = (target: LocalDate, n: number): LocalDate => {
    demandWholeDays(n, target);
    let day = target;
    for (let left = n; left > 0; day = addDays(day, -1)) {
      left -= isWorkingDay(day) ? 1 : 0;
    }
    return rollBack(day);
  };
  return {
    years: [...years].toSorted((a, b) => a - b),
    tables: calendars,
    isWorkingDay,
    addWorkingDays,
    workingDaysBetween,
    latestStart,
    rollForward,
    rollBack,
    closingHour: (date) => hours.get(dayNumber(date)) ?? CLOSING_HOUR,
  };
}

function dayNumbers(days: readonly CalendarDay[]): ReadonlySet<number> {
  return new Set(days.map((day) => dayNumber(day.date)));
}

function demandWholeDays(n: number, from: LocalDate): void {
  if (!Number.isSafeInteger(n) || n < 0) {
    throw new Error(`not a number of working days: ${n} from ${formatLocalDate(from)}`);
  }
}
