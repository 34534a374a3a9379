import { limitFor, type WorkingCalendar } from '@thidua/awards';
import { dayOf, instantOf } from '@thidua/kernel';
import type { WorkingCalendar as RuntimeCalendar } from '@thidua/runtime';
import type { LawBook } from '../deps';

/** A working day ends at 17:00: a step due that day is due then. */
const CLOSING_HOUR = 17;

/** Working days and statutory limits as the runtime asks for them. */
export function calendarPort(calendar: WorkingCalendar, law: LawBook): RuntimeCalendar {
  return {
    addWorkingDays: (fromMs, days) => instantOf(calendar.addWorkingDays(dayOf(fromMs), days), CLOSING_HOUR),
    limitOf: (packHash, row, fallback) => {
      const pack = packHash === undefined ? undefined : law.packs.get(packHash);
      const amount = pack === undefined ? undefined : limitFor(pack, row)?.amount;
      return amount?.unit === 'working-day' ? amount.value : fallback;
    },
  };
}
