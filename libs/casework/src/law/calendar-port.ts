import { limitFor, type WorkingCalendar } from '@thidua/awards';
import { dayOf, instantOf } from '@thidua/kernel';
import type { WorkingCalendar as RuntimeCalendar } from '@thidua/runtime';
import type { CalendarBook, LawBook } from '../deps';

interface Sources {
  readonly calendar: WorkingCalendar;
  readonly calendars?: Pick<CalendarBook, 'of'>;
  readonly law: Pick<LawBook, 'packs'>;
}

/** Working days and statutory limits as the runtime asks for them: a step due on a day is due when its office closes. */
export function calendarPort({ calendar, calendars, law }: Sources): RuntimeCalendar {
  return {
    addWorkingDays: (fromMs, days, place) => {
      const here = place?.provinceId === undefined ? calendar : (calendars?.of(place.provinceId, place.orgId) ?? calendar);
      const due = here.addWorkingDays(dayOf(fromMs), days);
      return instantOf(due, here.closingHour(due));
    },
    limitOf: (packHash, row, fallback) => {
      const pack = packHash === undefined ? undefined : law.packs.get(packHash);
      const amount = pack === undefined ? undefined : limitFor(pack, row)?.amount;
      return amount?.unit === 'working-day' ? amount.value : fallback;
    },
  };
}
