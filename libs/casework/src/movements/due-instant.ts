import { instantOf, isoOf, parseLocalDate } from '@thidua/kernel';
import type { CaseworkDeps } from '../deps';

/** The end of a due day as a task's clock takes it; null where no day is set. @param day YYYY-MM-DD */
export function dueInstant({ calendars }: Pick<CaseworkDeps, 'calendars'>, provinceId: string, day: string | null): string | null {
  const date = day === null ? undefined : parseLocalDate(day);
  return date === undefined ? null : isoOf(instantOf(date, calendars.of(provinceId).closingHour(date)));
}
