import { dateOfDayNumber, dayNumber, type LocalDate } from './local-date';

/** Vietnam keeps UTC+7 all year; no time zone database is needed. */
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number;

/** The calendar day in Vietnam of an instant. */
export function dayOf(ms: EpochMs): LocalDate {
  return dateOfDayNumber(Math.floor((ms + OFFSET_MS) / DAY_MS));
}

/** The instant of `hour:minute` on a day in Vietnam. */
export function instantOf(date: LocalDate, hour = 0, minute = 0): EpochMs {
  return dayNumber(date) * DAY_MS + hour * 3_600_000 + minute * 60_000 - OFFSET_MS;
}

/** ISO 8601 text with the +07:00 offset, seconds precision. */
export function isoOf(ms: EpochMs): string {
  const { year, month, day } = dayOf(ms);
  const seconds = Math.floor((ms + OFFSET_MS) / 1000) - dayNumber({ year, month, day }) * 86_400;
  const two = (n: number): string => String(n).padStart(2, '0');
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${clock}+07:00`;
}
