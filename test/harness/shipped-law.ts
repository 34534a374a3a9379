import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCalendar, readPack, type CalendarYear, type Pack } from '@thidua/awards';
import { parseLocalDate, type LocalDate, type Result } from '@thidua/kernel';

const WORKFLOWS = join(__dirname, '../../workflows');

/** A pack as it is shipped, by its folder. */
export function shippedPack(id: string): Pack {
  return found(readPack(readFileSync(join(WORKFLOWS, 'packs', id, 'pack.yaml'), 'utf8')));
}

/** The same with its decisions on eligibility. */
export function shippedPackWithDecisions(id: string): Pack {
  const read = (file: string): string => readFileSync(join(WORKFLOWS, 'packs', id, file), 'utf8');
  return found(readPack(read('pack.yaml'), { eligibilityDmn: read('eligibility.dmn') }));
}

/** A calendar year as it is shipped. */
export function shippedYear(year: number): CalendarYear {
  return found(readCalendar(readFileSync(join(WORKFLOWS, 'calendars', `${year}.yaml`), 'utf8')));
}

/** YYYY-MM-DD that must be a day. */
export function date(text: string): LocalDate {
  const read = parseLocalDate(text);
  if (read === undefined) {
    throw new Error(text);
  }
  return read;
}

function found<T>(read: Result<T, unknown>): T {
  if (!read.ok) {
    throw new Error(JSON.stringify(read.error));
  }
  return read.value;
}
