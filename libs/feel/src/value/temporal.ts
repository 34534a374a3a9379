import { dateOfDayNumber, type LocalDate } from '@thidua/kernel';
import { FeelObject } from './feel-object';
import { HOME, offsetOfClock, type Zone } from './zone';

export const SECOND_NS = 1_000_000_000;
export const DAY_SECONDS = 86_400;
export const DAY_NS = DAY_SECONDS * SECOND_NS;
export const BIG_DAY = BigInt(DAY_NS);

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
    return dayText(this.local);
  }
}

export class FeelTime extends FeelObject {
  readonly kind = 'time';
  /** Nanoseconds since midnight. */
  readonly ns: number;
  readonly zone: Zone | null;

  constructor(ns: number, zone: Zone | null) {
    super();
    this.ns = ns;
    this.zone = zone;
  }

  /** Seconds east of UTC; without a zone as in Vietnam. */
  get offset(): number {
    return (this.zone ?? HOME).standard;
  }

  /** Where it stands on the UTC clock, in nanoseconds. */
  get order(): number {
    return this.ns - this.offset * SECOND_NS;
  }

  text(): string {
    return clockText(this.ns) + (this.zone?.text ?? '');
  }
}

/** An instant, split so that its parts stay exact over all years: days since 1970 and nanoseconds of the day, both in UTC. */
export interface Instant {
  readonly days: number;
  readonly ns: number;
}

export class FeelDateTime extends FeelObject {
  readonly kind = 'date and time';
  /** Days since 1970-01-01 on the wall. */
  readonly days: number;
  /** Nanoseconds since midnight on the wall. */
  readonly ns: number;
  readonly zone: Zone | null;
  private known: Instant | undefined = undefined;

  constructor(days: number, ns: number, zone: Zone | null) {
    super();
    this.days = days;
    this.ns = ns;
    this.zone = zone;
  }

  /** Seconds east of UTC; without a zone as in Vietnam. */
  get offset(): number {
    return offsetOfClock(this.zone ?? HOME, this.days * DAY_SECONDS + Math.floor(this.ns / SECOND_NS));
  }

  /** Kept, as asking a region for its offset takes its time. */
  get instant(): Instant {
    this.known ??= instantAt(this.days, this.ns - this.offset * SECOND_NS);
    return this.known;
  }

  get local(): LocalDate {
    return dateOfDayNumber(this.days);
  }

  text(): string {
    return `${dayText(this.local)}T${clockText(this.ns)}${this.zone?.text ?? ''}`;
  }
}

export class FeelDaysDuration extends FeelObject {
  readonly kind = 'days and time duration';
  /** A bigint, as nanoseconds of many years do not fit a number. */
  readonly ns: bigint;

  constructor(ns: bigint) {
    super();
    this.ns = ns;
  }

  text(): string {
    const all = this.ns < 0n ? -this.ns : this.ns;
    const [days, ns] = [all / BIG_DAY, Number(all % BIG_DAY)];
    const seconds = Math.floor(ns / SECOND_NS);
    const clock =
      part(Math.floor(seconds / 3600), 'H') + part(Math.floor(seconds / 60) % 60, 'M') + secondsPart(seconds % 60, ns % SECOND_NS);
    const body = (days === 0n ? '' : `${days}D`) + (clock === '' ? '' : `T${clock}`);
    return `${this.ns < 0n ? '-' : ''}P${body === '' ? 'T0S' : body}`;
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

/** Nanoseconds below zero or beyond a day carry over into the days. */
export function instantAt(days: number, ns: number): Instant {
  const carried = Math.floor(ns / DAY_NS);
  return { days: days + carried, ns: ns - carried * DAY_NS };
}

function part(count: number, unit: string): string {
  return count === 0 ? '' : `${count}${unit}`;
}

function secondsPart(seconds: number, ns: number): string {
  return seconds === 0 && ns === 0 ? '' : `${seconds}${fractionText(ns)}S`;
}

function fractionText(ns: number): string {
  return ns === 0 ? '' : `.${String(ns).padStart(9, '0')}`.replace(/0+$/, '');
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** Years before 1 have a sign, years after 9999 more digits. */
function dayText({ year, month, day }: LocalDate): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function clockText(ns: number): string {
  const seconds = Math.floor(ns / SECOND_NS);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${fractionText(ns % SECOND_NS)}`;
}
