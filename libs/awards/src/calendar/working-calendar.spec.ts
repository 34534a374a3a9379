import { formatLocalDate, type LocalDate } from '@thidua/kernel';
import { date, shippedYear } from '../../../../test/harness/shipped-law';
import { readCalendar } from './read-calendar';
import { CalendarYearMissing, workingCalendar } from './working-calendar';

const calendar = workingCalendar([2025, 2026, 2027].map(shippedYear));

describe('working days of the shipped tables', () => {
  it.each([
    ['2026-02-13', '2026-03-06', 'Tết is skipped'],
    ['2026-08-20', '2026-09-07', 'the working Saturday 22/8 counts, 31/8 to 02/9 are off'],
    ['2026-04-22', '2026-05-11', '27/4, 30/4 and 1/5 are off'],
  ])('10 working days from %s end on %s: %s', (from, due) => {
    expect(formatLocalDate(calendar.addWorkingDays(date(from), 10))).toBe(due);
  });

  it.each([
    ['2026-02-16', false],
    ['2026-02-20', false],
    ['2026-02-23', true],
    ['2026-08-22', true],
    ['2026-08-29', false],
    ['2026-08-31', false],
    ['2026-01-10', true],
    ['2026-11-23', true],
    ['2026-11-24', false],
    ['2025-04-26', true],
    ['2025-05-02', false],
    ['2027-02-11', false],
    ['2027-02-12', true],
    ['2027-05-03', false],
  ])('%s is a working day: %s', (day, worked) => {
    expect(calendar.isWorkingDay(date(day))).toBe(worked);
  });

  it('adds nothing for no days', () => {
    expect(calendar.addWorkingDays(date('2026-02-15'), 0)).toEqual(date('2026-02-15'));
  });

  it('runs over the turn of the year', () => {
    expect(formatLocalDate(calendar.addWorkingDays(date('2025-12-31'), 1))).toBe('2026-01-05');
  });

  it('counts back what it added, from every day of 2026', () => {
    for (let day = date('2026-01-01'); day.year === 2026; day = next(day)) {
      expect(calendar.workingDaysBetween(day, calendar.addWorkingDays(day, 10))).toBe(10);
    }
  });

  it('counts backwards with a minus', () => {
    expect(calendar.workingDaysBetween(date('2026-03-06'), date('2026-02-13'))).toBe(-10);
  });

  it('rolls a rest day forward', () => {
    expect(formatLocalDate(calendar.rollForward(date('2026-02-14')))).toBe('2026-02-23');
  });

  it.each(['2024-12-31', '2028-01-03'])('refuses %s, whose year has no table', (day) => {
    expect(() => calendar.isWorkingDay(date(day))).toThrow(CalendarYearMissing);
  });

  it('refuses a count that runs into a year without a table', () => {
    const error = new CalendarYearMissing(2028);
    expect([error.code, error.details]).toEqual(['calendar-year-missing', { year: 2028 }]);
    expect(() => calendar.addWorkingDays(date('2027-12-30'), 10)).toThrow(error);
  });

  it.each([-1, 1.5])('throws on %s days', (n) => {
    expect(() => calendar.addWorkingDays(date('2026-03-02'), n)).toThrow('not a number of working days');
  });

  it('marks what is not announced as unconfirmed', () => {
    expect(shippedYear(2027).holidays.filter((day) => day.date.month === 2 && day.confirmed)).toEqual([]);
    expect(shippedYear(2026).holidays.filter((day) => day.date.month === 2 && !day.confirmed)).toEqual([]);
  });
});

describe('readCalendar refuses', () => {
  const row = (day: string): string => `  - { date: '${day}', name: 'N', citation: 'C', confirmed: true, source: 'S' }`;
  const file = (holidays: readonly string[], saturdays: readonly string[] = []): string =>
    `year: 2026\nholidays:\n${holidays.map(row).join('\n')}\nswapDays: []\nworkingSaturdays:${saturdays.length === 0 ? ' []' : `\n${saturdays.map(row).join('\n')}`}\n`;

  it.each([
    ['a day of another year', file(['2025-01-01']), 'value-invalid'],
    ['a day that stands twice', file(['2026-01-01', '2026-01-01']), 'dates-overlap'],
    ['a make-up day on a weekday', file(['2026-01-01'], ['2026-01-05']), 'value-invalid'],
    ['a row without citation', file(['2026-01-01']).replace("citation: 'C', ", ''), 'citation-missing'],
    ['an unknown key', `${file(['2026-01-01'])}colour: red\n`, 'key-unknown'],
  ])('%s', (_, text, code) => {
    const read = readCalendar(text);
    expect(read.ok ? [] : read.error).toContainEqual(expect.objectContaining({ code }));
  });
});

function next(day: LocalDate): LocalDate {
  const shifted = new Date(Date.UTC(day.year, day.month - 1, day.day + 1));
  return { year: shifted.getUTCFullYear(), month: shifted.getUTCMonth() + 1, day: shifted.getUTCDate() };
}
