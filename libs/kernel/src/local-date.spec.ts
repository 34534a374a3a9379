import { dayOf, instantOf, isoOf } from './instant';
import { addDays, compareDates, dateOfDayNumber, dayNumber, formatLocalDate, localDate, parseLocalDate, weekday } from './local-date';

describe('LocalDate', () => {
  it('counts days both ways over four centuries', () => {
    for (let n = -80_000; n < 80_000; n += 37) {
      expect(dayNumber(dateOfDayNumber(n))).toBe(n);
    }
  });

  it('knows 1970-01-01 as day 0, a Thursday', () => {
    expect(dayNumber(localDate(1970, 1, 1))).toBe(0);
    expect(weekday(localDate(1970, 1, 1))).toBe(4);
  });

  it('knows Tết 2026 (17/02/2026) as a Tuesday', () => {
    expect(weekday(localDate(2026, 2, 17))).toBe(2);
  });

  it('adds days across a leap February and a year end', () => {
    expect(formatLocalDate(addDays(localDate(2028, 2, 28), 2))).toBe('2028-03-01');
    expect(formatLocalDate(addDays(localDate(2026, 12, 31), 1))).toBe('2027-01-01');
    expect(formatLocalDate(addDays(localDate(2026, 1, 1), -1))).toBe('2025-12-31');
  });

  it('refuses days that are not in the calendar', () => {
    expect(parseLocalDate('2026-02-29')).toBeUndefined();
    expect(parseLocalDate('2026-13-01')).toBeUndefined();
    expect(() => localDate(2026, 4, 31)).toThrow('not a calendar day');
  });

  it('orders by year, month, day', () => {
    expect(compareDates(localDate(2026, 3, 2), localDate(2026, 2, 28))).toBeGreaterThan(0);
  });
});

describe('instants in Vietnam', () => {
  it('puts 23:30Z on the next Vietnamese day', () => {
    expect(formatLocalDate(dayOf(Date.UTC(2026, 2, 1, 23, 30)))).toBe('2026-03-02');
  });

  it('writes ISO text with +07:00', () => {
    expect(isoOf(instantOf(localDate(2026, 3, 2), 9))).toBe('2026-03-02T09:00:00+07:00');
  });
});
