export { DomainError } from './domain-error';
export { fraction, reaches, type Fraction } from './fraction';
export { dayOf, instantOf, isoOf, type EpochMs } from './instant';
export type { JsonArray, JsonObject, JsonValue } from './json';
export {
  addDays,
  compareDates,
  dateOfDayNumber,
  dayNumber,
  daysInMonth,
  formatLocalDate,
  localDate,
  parseLocalDate,
  weekday,
  type LocalDate,
} from './local-date';
export { err, ok, type Result } from './result';
export { uuidV7 } from './uuid';
