import { compareDates } from '@thidua/kernel';
import type { CalendarDay, CalendarYear, HalfDay, LocalDay } from './calendar';

/** The hour at which an office closes when nothing else is said. */
export const CLOSING_HOUR = 17;

/**
 * The published years with a place's own days over them: a local day takes the place of whatever the table says of that date. Days of a
 * year without a table are left out, because a year is never made of local days alone.
 */
export function withLocalDays(years: readonly CalendarYear[], days: readonly LocalDay[]): readonly CalendarYear[] {
  return years.map((year) => {
    const own = days.filter((day) => day.date.year === year.year);
    const kept = <D extends CalendarDay>(list: readonly D[]): readonly D[] =>
      list.filter((row) => !own.some((day) => compareDates(day.date, row.date) === 0));
    const added = (kind: LocalDay['kind']): readonly CalendarDay[] => own.filter((day) => day.kind === kind).map(rowOf);
    return {
      year: year.year,
      holidays: [...kept(year.holidays), ...added('holiday')],
      swapDays: [...kept(year.swapDays), ...added('swap-day')],
      workingSaturdays: [...kept(year.workingSaturdays), ...added('working-day')],
      halfDays: [...kept(year.halfDays), ...own.filter((day) => day.kind === 'half-day').map(halfDayOf)],
      closures: [...kept(year.closures), ...added('closure')],
    };
  });
}

/** Two persons of the place stand behind it: that is its confirmation. */
function rowOf({ date, name, citation }: LocalDay): CalendarDay {
  return { date, name, citation, confirmed: true, source: 'local', note: null };
}

function halfDayOf(day: LocalDay): HalfDay {
  return { ...rowOf(day), closesAt: day.closesAt ?? CLOSING_HOUR };
}
