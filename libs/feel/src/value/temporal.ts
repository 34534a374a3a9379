import { dateOfDayNumber, formatLocalDate, type LocalDate } from '@thidua/kernel';
import { FeelObject } from './feel-object';

export const DAY_MS = 86_400_000;
/** A date or time without an offset is Vietnamese time. */
export const HOME_OFFSET = 7 * 60;

/** An offset from UTC in minutes, with the text it was written as (`Z`, `+07:00`, `@Asia/Ho_Chi_Minh`). */
export interface Zone {
  readonly minutes: number;
  readonly text: string;
}

export class FeelDate extends FeelObject {
  readonly kind = 'date';
  /** Days since 1970-01-01. */
  readonly days: number;

  constructor(days: number) {
    super();
    this.days = days;
  }

  get local(): LocalDate {
    return dateOfDayNumber(this.days);
  }

  text(): string {
    return formatLocalDate(this.local);
  }
}

export class FeelTime extends FeelObject {
  readonly kind = 'time';
  /** Milliseconds since midnight. */
  readonly ms: number;
  readonly zone: Zone | null;

  constructor(ms: number, zone: Zone | null) {
    super();
    this.ms = ms;
    this.zone = zone;
  }

  /** Where it stands on the UTC clock. */
  get order(): number {
    return this.ms - (this.zone?.minutes ?? HOME_OFFSET) * 60_000;
  }

  text(): string {
    return clockText(this.ms) + (this.zone?.text ?? '');
  }
}

export class FeelDateTime extends FeelObject {
  readonly kind = 'date and time';
  readonly days: number;
  readonly ms: number;
  readonly zone: Zone | null;

  constructor(days: number, ms: number, zone: Zone | null) {
    super();
    this.days = days;
    this.ms = ms;
    this.zone = zone;
  }

  /** Epoch milliseconds. */
  get order(): number {
    return this.days * DAY_MS + this.ms - (this.zone?.minutes ?? HOME_OFFSET) * 60_000;
  }

  get local(): LocalDate {
    return dateOfDayNumber(this.days);
  }

  text(): string {
    return `${formatLocalDate(this.local)}T${clockText(this.ms)}${this.zone?.text ?? ''}`;
  }
}

export class FeelDaysDuration extends FeelObject {
  readonly kind = 'days and time duration';
  readonly ms: number;

  constructor(ms: number) {
    super();
    this.ms = ms;
  }

  text(): string {
    const ms = Math.abs(this.ms);
    const [days, hours, minutes] = [Math.floor(ms / DAY_MS), Math.floor(ms / 3_600_000) % 24, Math.floor(ms / 60_000) % 60];
    const seconds = (ms % 60_000) / 1000;
    const clock = part(hours, 'H') + part(minutes, 'M') + part(seconds, 'S');
    const body = part(days, 'D') + (clock === '' ? '' : `T${clock}`);
    return `${this.ms < 0 ? '-' : ''}P${body === '' ? 'T0S' : body}`;
  }
}

export class FeelMonthsDuration extends FeelObject {
  readonly kind = 'years and months duration';
  readonly months: number;

  constructor(months: number) {
    super();
    this.months = months;
  }

  text(): string {
    const months = Math.abs(this.months);
    const body = part(Math.floor(months / 12), 'Y') + part(months % 12, 'M');
    return `${this.months < 0 ? '-' : ''}P${body === '' ? '0M' : body}`;
  }
}

function part(count: number, unit: string): string {
  return count === 0 ? '' : `${count}${unit}`;
}

function clockText(ms: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const fraction = ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`.replace(/0+$/, '');
  return `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1000) % 60)}${fraction}`;
}
