import { formatLocalDate } from '@thidua/kernel';
import { date, shippedYear } from '../../../../test/harness/shipped-law';
import type { LocalDay } from './calendar';
import { calendarNotices } from './calendar-notice';
import { withLocalDays } from './local-days';
import { readCalendar } from './read-calendar';
import { workingCalendar, type WorkingCalendar } from './working-calendar';

const YEARS = [2025, 2026, 2027, 2028, 2029, 2030, 2031];
const tables = YEARS.map(shippedYear);

function here(...days: readonly Partial<LocalDay>[]): WorkingCalendar {
  const day = { date: date('2026-06-01'), kind: 'closure', name: 'N', citation: 'C', closesAt: null } as const;
  return workingCalendar(
    withLocalDays(
      tables,
      days.map((change) => ({ ...day, ...change })),
    ),
  );
}

describe('days a place has set itself', () => {
  it.each([
    ['closure', '2026-06-01', false],
    ['holiday', '2026-06-01', false],
    ['swap-day', '2026-06-01', false],
    ['working-day', '2026-06-06', true],
    ['half-day', '2026-06-01', true],
  ] as const)('a %s on %s is worked: %s', (kind, day, worked) => {
    expect(here({ kind, date: date(day), closesAt: kind === 'half-day' ? 12 : null }).isWorkingDay(date(day))).toBe(worked);
  });

  it('take the place of what the table says of that day', () => {
    const moved = here({ kind: 'working-day', date: date('2027-02-11') }, { kind: 'holiday', date: date('2027-02-12') });
    expect([moved.isWorkingDay(date('2027-02-11')), moved.isWorkingDay(date('2027-02-12'))]).toEqual([true, false]);
  });

  it('end a working Saturday by closing the office on it', () => {
    expect(here({ date: date('2026-08-22') }).isWorkingDay(date('2026-08-22'))).toBe(false);
  });

  it('move what is counted over them', () => {
    expect(formatLocalDate(here({}).addWorkingDays(date('2026-05-29'), 1))).toBe('2026-06-02');
  });

  it('end a half day at its hour, and every other at 17', () => {
    const calendar = here({ kind: 'half-day', closesAt: 11 });
    expect([calendar.closingHour(date('2026-06-01')), calendar.closingHour(date('2026-06-02'))]).toEqual([11, 17]);
  });

  it('do not make a year that has no table', () => {
    expect(here({ date: date('2032-06-01') }).years).toEqual(YEARS);
  });
});

describe('what an installation is told of its tables', () => {
  it.each([
    ['2031-09-30', ['unconfirmed 2031']],
    ['2031-10-01', ['unconfirmed 2031', 'year-missing 2032']],
    ['2026-09-30', ['unconfirmed 2026']],
    ['2026-10-01', ['unconfirmed 2026', 'unconfirmed 2027']],
    ['2033-01-05', ['year-missing 2033']],
  ] as const)('on %s: %j', (today, told) => {
    expect(calendarNotices(tables, date(today)).map(({ kind, year }) => `${kind} ${String(year)}`)).toEqual(told);
  });

  it('counts the days nobody has confirmed, and is silent when there are none', () => {
    const [year] = tables;
    const sure = { ...shippedYear(2025), holidays: [], swapDays: [], workingSaturdays: [] };
    expect(calendarNotices([year ?? sure], date('2025-03-03'))).toEqual([{ kind: 'unconfirmed', year: 2025, days: 8 }]);
    expect(calendarNotices([sure], date('2025-03-03'))).toEqual([]);
  });
});

describe('the shipped tables from 2027 on', () => {
  it.each([2027, 2028, 2029, 2030, 2031])('%i confirms no day of Tết or 2/9, and rests on weekdays only', (year) => {
    const { holidays } = shippedYear(year);
    const guessed = holidays.filter((day) => /Tết Nguyên đán|Quốc khánh/u.test(day.name));
    expect(guessed.length).toBeGreaterThanOrEqual(7);
    expect(guessed.filter((day) => day.confirmed)).toEqual([]);
    expect(holidays).toHaveLength(12);
  });
});

describe('half days and closures in a table', () => {
  const file = (more: string): string => `year: 2026\nholidays: []\nswapDays: []\nworkingSaturdays: []\n${more}`;
  const row = (more: string): string => `  - { date: '2026-02-13', name: 'N', citation: 'C', confirmed: true, source: 'S'${more} }\n`;

  it('are read', () => {
    const read = readCalendar(file(`halfDays:\n${row(', closesAt: 12')}`));
    expect(read.ok && read.value.halfDays).toMatchObject([{ closesAt: 12, citation: 'C' }]);
    const closed = readCalendar(file(`closures:\n${row('')}`));
    expect(closed.ok && closed.value.closures).toHaveLength(1);
  });

  it.each([', closesAt: 0', ', closesAt: 24', ''])('are refused with hour«%s»', (hour) => {
    const read = readCalendar(file(`halfDays:\n${row(hour)}`));
    expect(read.ok ? [] : read.error).toContainEqual(expect.objectContaining({ code: 'value-invalid' }));
  });
});
