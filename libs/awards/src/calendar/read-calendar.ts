import { formatLocalDate, weekday, type Result } from '@thidua/kernel';
import type { Fields } from '../yaml/fields';
import type { DataProblem } from '../yaml/problem';
import { readYaml } from '../yaml/read-yaml';
import type { CalendarDay, CalendarYear, HalfDay } from './calendar';

/** Reads `workflows/calendars/<year>.yaml`. Refuses a day of another year, a day named twice, a working day that needs no swap. */
export function readCalendar(yamlText: string): Result<CalendarYear, readonly DataProblem[]> {
  return readYaml(yamlText, (fields) => {
    const year = fields.integer('year');
    const seen = new Set<string>();
    const days = (key: string): readonly CalendarDay[] => fields.list(key, (row) => calendarDay(row, year, seen));
    const calendar = {
      year,
      holidays: days('holidays'),
      swapDays: days('swapDays'),
      workingSaturdays: days('workingSaturdays'),
      halfDays: fields.listIfAny('halfDays', (row) => halfDay(row, year, seen)),
      closures: fields.listIfAny('closures', (row) => calendarDay(row, year, seen)),
    };
    for (const { date } of calendar.workingSaturdays) {
      if (weekday(date) < 6) {
        fields.problem('value-invalid', 'workingSaturdays', `${formatLocalDate(date)} is a working day already`);
      }
    }
    return calendar;
  });
}

function halfDay(fields: Fields, year: number, seen: Set<string>): HalfDay {
  const closesAt = fields.integer('closesAt');
  if (closesAt < 1 || closesAt > 23) {
    fields.problem('value-invalid', 'closesAt', 'phải là giờ trong ngày, từ 1 đến 23');
  }
  return { ...calendarDay(fields, year, seen), closesAt };
}

function calendarDay(fields: Fields, year: number, seen: Set<string>): CalendarDay {
  const date = fields.date('date');
  const key = formatLocalDate(date);
  if (date.year !== year) {
    fields.problem('value-invalid', 'date', `${key} is not in ${year}`);
  }
  if (seen.has(key)) {
    fields.problem('dates-overlap', 'date', `${key} stands twice`);
  }
  seen.add(key);
  return {
    date,
    name: fields.text('name'),
    citation: fields.citation('citation'),
    confirmed: fields.boolean('confirmed'),
    source: fields.text('source'),
    note: fields.optionalText('note'),
  };
}
