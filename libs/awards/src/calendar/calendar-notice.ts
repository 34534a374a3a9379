import type { LocalDate } from '@thidua/kernel';
import type { CalendarYear } from './calendar';

/** From this day of the year the table of the next year is asked for: 1 October. */
const ASKED_FROM_MONTH = 10;

export interface CalendarNotice {
  /** year-missing: no table at all, limits that reach that year cannot be counted. unconfirmed: days nobody has announced. */
  readonly kind: 'year-missing' | 'unconfirmed';
  readonly year: number;
  /** Days without confirmation. */
  readonly days: number;
}

/** What an installation must be told about its tables: of this year always, of the next one from 1 October. Empty = nothing. */
export function calendarNotices(years: readonly CalendarYear[], today: LocalDate): readonly CalendarNotice[] {
  const asked = today.month >= ASKED_FROM_MONTH ? [today.year, today.year + 1] : [today.year];
  return asked.flatMap((year): readonly CalendarNotice[] => {
    const table = years.find((one) => one.year === year);
    if (table === undefined) {
      return [{ kind: 'year-missing', year, days: 0 }];
    }
    const days = [table.holidays, table.swapDays, table.workingSaturdays, table.halfDays].flat().filter((day) => !day.confirmed).length;
    return days === 0 ? [] : [{ kind: 'unconfirmed', year, days }];
  });
}
