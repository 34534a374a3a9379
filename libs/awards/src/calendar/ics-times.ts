import { dayNumber, parseLocalDate } from '@thidua/kernel';
import type { IcsProperty } from './ics-lines';

const DAY = 1440;
/** Minutes east of Greenwich. */
const VIETNAM = 420;
const ZONES: Readonly<Record<string, number>> = {
  'ASIA/HO_CHI_MINH': VIETNAM,
  'ASIA/SAIGON': VIETNAM,
  'ASIA/HANOI': VIETNAM,
  'ASIA/BANGKOK': VIETNAM,
  'SE ASIA STANDARD TIME': VIETNAM,
  UTC: 0,
  'ETC/UTC': 0,
  GMT: 0,
};

/** A point on Vietnam's wall clock. */
export interface IcsTime {
  /** Minutes since 1970-01-01 00:00 in Vietnam. */
  readonly minute: number;
  /** Written as a day, without an hour. */
  readonly wholeDay: boolean;
}

export type IcsTimeProblem = 'date-wrong' | 'zone-unknown';

/** DTSTART, DTEND, RDATE, EXDATE: a day, or an hour in a zone we know; without a zone it is Vietnam's own (RFC 5545 3.3.4, 3.3.5). */
export function icsTime({ value, params }: Pick<IcsProperty, 'value' | 'params'>): IcsTime | IcsTimeProblem {
  const parts = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/u.exec(value);
  const [, year = '', month = '', day = '', hours, minutes, , zulu] = parts ?? [];
  const date = parts === null ? undefined : parseLocalDate(`${year}-${month}-${day}`);
  if (date === undefined || Number(hours ?? 0) > 23 || Number(minutes ?? 0) > 59) {
    return 'date-wrong';
  }
  if (hours === undefined) {
    return { minute: dayNumber(date) * DAY, wholeDay: true };
  }
  const east = zulu === undefined ? zoneOf(params.get('TZID')) : 0;
  if (east === undefined) {
    return 'zone-unknown';
  }
  return { minute: dayNumber(date) * DAY + Number(hours) * 60 + Number(minutes) + VIETNAM - east, wholeDay: false };
}

/** Some programs write a path before the name: '/freeassociation.sourceforge.net/Asia/Ho_Chi_Minh'. */
function zoneOf(name: string | undefined): number | undefined {
  if (name === undefined) {
    return VIETNAM;
  }
  const capital = name.toUpperCase();
  return ZONES[capital] ?? Object.entries(ZONES).find(([zone]) => capital.endsWith(`/${zone}`))?.[1];
}

/** Minutes of 'P1D', 'PT4H', 'P1W'; undefined for anything else. */
export function icsDuration(value: string): number | undefined {
  const parts = /^\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/u.exec(value);
  if (parts === null) {
    return undefined;
  }
  const [weeks, days, hours, minutes] = parts.slice(1, 5).map((part: string | undefined) => Number(part ?? 0));
  return ((weeks ?? 0) * 7 + (days ?? 0)) * DAY + (hours ?? 0) * 60 + (minutes ?? 0);
}
