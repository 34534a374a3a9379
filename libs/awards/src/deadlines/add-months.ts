import { daysInMonth, type LocalDate } from '@thidua/kernel';

/** The same day of a later (or, with a negative count, earlier) month; the month's last day where that day does not exist. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = date.year * 12 + (date.month - 1) + months;
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return { year, month, day: Math.min(date.day, daysInMonth(year, month)) };
}
