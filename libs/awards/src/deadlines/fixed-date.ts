import type { LocalDate } from '@thidua/kernel';
import { daysInMonth } from '@thidua/kernel';
import type { LimitRow } from '../pack/pack';

/** The last day of a limit by date, for the year the matter belongs to; undefined when the day is announced each time (T-14). */
export function fixedDueOn({ fixedDay }: Pick<LimitRow, 'fixedDay'>, year: number): LocalDate | undefined {
  if (fixedDay === null) {
    return undefined;
  }
  const { month, day, yearOffset } = fixedDay;
  const of = year + yearOffset;
  return { year: of, month, day: Math.min(day, daysInMonth(of, month)) };
}
