import { dayOf, formatLocalDate } from '@thidua/kernel';
import type { Clock } from './clock';

/** The calendar day in Vietnam, YYYY-MM-DD. */
export function today(clock: Clock): string {
  return formatLocalDate(dayOf(clock.nowMs()));
}
