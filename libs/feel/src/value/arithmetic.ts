import { dayNumber, daysInMonth } from '@thidua/kernel';
import type { Run } from '../run';
import { addNumbers, decimal, divideNumbers, integerOf, multiplyNumbers, numberOf, powerNumbers, subtractNumbers } from './number';
import { dateOfNumbers } from './parse-temporal';
import {
  BIG_DAY,
  DAY_SECONDS,
  FeelDate,
  FeelDateTime,
  FeelDaysDuration,
  FeelMonthsDuration,
  FeelTime,
  instantAt,
  SECOND_NS,
  type Instant,
} from './temporal';
import { UTC } from './zone';
import { isNum, kindOf, type Duration, type Num, type Temporal, type Value } from './value';

/** `a + b` of DMN 1.5 tables 52–56; null with a warning where the table has no entry. */
export function add(a: Value, b: Value, run: Run): Value {
  if (isNum(a) && isNum(b)) {
    spendOn(a, b, run);
    return addNumbers(a, b) ?? tooLarge(run);
  }
  if (typeof a === 'string' && typeof b === 'string') {
    return run.text(a + b);
  }
  if (isDuration(b)) {
    return shift(a, b, 1) ?? mismatch('+', a, b, run);
  }
  return (isDuration(a) ? shift(b, a, 1) : null) ?? mismatch('+', a, b, run);
}

export function subtract(a: Value, b: Value, run: Run): Value {
  if (isNum(a) && isNum(b)) {
    spendOn(a, b, run);
    return subtractNumbers(a, b) ?? tooLarge(run);
  }
  if (isDuration(b)) {
    return shift(a, b, -1) ?? mismatch('-', a, b, run);
  }
  return (isTemporal(a) && isTemporal(b) ? between(a, b) : null) ?? mismatch('-', a, b, run);
}

export function multiply(a: Value, b: Value, run: Run): Value {
  if (isNum(a) && isNum(b)) {
    spendOn(a, b, run);
    return multiplyNumbers(a, b) ?? tooLarge(run);
  }
  if (isDuration(a) && isNum(b)) {
    return scale(a, b, multiplyNumbers) ?? tooLarge(run);
  }
  return isNum(a) && isDuration(b) ? (scale(b, a, multiplyNumbers) ?? tooLarge(run)) : mismatch('*', a, b, run);
}

export function divide(a: Value, b: Value, run: Run): Value {
  if (isNum(a) && isNum(b)) {
    spendOn(a, b, run);
    return divideNumbers(a, b) ?? run.warn('division by zero');
  }
  if (isDuration(a) && isNum(b)) {
    return scale(a, b, divideNumbers) ?? run.warn('division by zero');
  }
  if (isDuration(a) && isDuration(b) && a.kind === b.kind) {
    return divideNumbers(amountOf(a), amountOf(b)) ?? run.warn('division by zero');
  }
  return mismatch('/', a, b, run);
}

function tooLarge(run: Run): null {
  return run.warn('a number is too large');
}

/** A power that is no small whole number costs decimal.js an exponential and a logarithm. */
export function power(a: Value, b: Value, run: Run): Value {
  if (!isNum(a) || !isNum(b)) {
    return mismatch('**', a, b, run);
  }
  const small = typeof b === 'number' && Number.isInteger(b) && Math.abs(b) <= 100;
  run.spend(small ? 10 : 1000);
  if (!small && decimal(a).abs().gt(1e9)) {
    return run.warn('a power is too large');
  }
  return powerNumbers(a, b) ?? run.warn('a power is not a number');
}

/** Decimals take some microseconds, whole plain numbers next to nothing. */
function spendOn(a: Num, b: Num, run: Run): void {
  run.spend(Number.isInteger(a) && Number.isInteger(b) ? 1 : 4);
}

export function isDuration(value: Value): value is Duration {
  return value instanceof FeelDaysDuration || value instanceof FeelMonthsDuration;
}

function isTemporal(value: Value): value is Temporal {
  return value instanceof FeelDate || value instanceof FeelDateTime || value instanceof FeelTime;
}

function mismatch(operator: string, a: Value, b: Value, run: Run): null {
  return run.warn(`cannot compute ${kindOf(a)} ${operator} ${kindOf(b)}`);
}

function amountOf(duration: Duration): Num {
  return duration instanceof FeelMonthsDuration ? duration.months : numberOf(duration.ns);
}

function scale(duration: Duration, factor: Num, by: (a: Num, b: Num) => Num | null): Value {
  const amount = by(amountOf(duration), factor);
  return amount === null ? null : durationOf(duration, amount);
}

/** Whole months or nanoseconds, toward zero; null beyond what a duration holds. */
function durationOf(like: Duration, amount: Num): Duration | null {
  if (like instanceof FeelMonthsDuration) {
    const months = integerOf(amount);
    return Number.isSafeInteger(months) ? new FeelMonthsDuration(months || 0) : null;
  }
  return decimal(amount).abs().gt(MOST_NS) ? null : new FeelDaysDuration(BigInt(decimal(amount).trunc().toFixed()));
}

/** Ten thousand million days. */
const MOST_NS = '864e21';

function shift(value: Value, by: Duration, sign: 1 | -1): Value {
  if (isDuration(value)) {
    return value.kind === by.kind ? durationOf(value, decimal(amountOf(value)).add(decimal(amountOf(by)).mul(sign))) : null;
  }
  if (by instanceof FeelMonthsDuration) {
    return value instanceof FeelDate || value instanceof FeelDateTime ? shiftMonths(value, sign * by.months) : null;
  }
  const ns = sign === 1 ? by.ns : -by.ns;
  if (value instanceof FeelDate) {
    return dateOf(value.days + split(ns).days);
  }
  if (value instanceof FeelTime) {
    return new FeelTime(split(BigInt(value.ns) + ns).ns, value.zone);
  }
  return value instanceof FeelDateTime ? shiftInstant(value, ns) : null;
}

/** In a region the clocks may have changed on the way: what is added is time that passes. */
function shiftInstant({ days, ns, zone, offset }: FeelDateTime, by: bigint): Value {
  const moved = split(BigInt(ns) + by);
  const at = dateOf(days + moved.days);
  const region = zone === null ? null : zone.region;
  if (at === null || region === null) {
    return at === null ? null : new FeelDateTime(at.days, moved.ns, zone);
  }
  const shown = at.days * DAY_SECONDS + Math.floor(moved.ns / SECOND_NS);
  const local = instantAt(at.days, moved.ns + (region.offsetAt(shown - offset) - offset) * SECOND_NS);
  return new FeelDateTime(local.days, local.ns, zone);
}

/** Whole days, and the nanoseconds of the last one. */
function split(ns: bigint): Instant {
  const rest = ((ns % BIG_DAY) + BIG_DAY) % BIG_DAY;
  return { days: Number((ns - rest) / BIG_DAY), ns: Number(rest) };
}

/** 31 January plus a month is the last of February. */
function shiftMonths(value: FeelDate | FeelDateTime, months: number): Value {
  const { year, month, day } = value.local;
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  const date = dateOfNumbers(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
  return date === null || value instanceof FeelDate ? date : new FeelDateTime(date.days, value.ns, value.zone);
}

const FIRST_DAY = dayNumber({ year: -999_999_999, month: 1, day: 1 });
const LAST_DAY = dayNumber({ year: 999_999_999, month: 12, day: 31 });

function dateOf(days: number): FeelDate | null {
  return days >= FIRST_DAY && days <= LAST_DAY ? new FeelDate(days) : null;
}

/** Between values of one kind, both with a zone or both without; beside a date and time, a date stands for its midnight in UTC (DMN 1.5, table 57). */
function between(a: Temporal, b: Temporal): Value {
  if (a instanceof FeelTime || b instanceof FeelTime) {
    const times = a instanceof FeelTime && b instanceof FeelTime && (a.zone === null) === (b.zone === null);
    return times ? new FeelDaysDuration(BigInt(a.order - b.order)) : null;
  }
  if (a instanceof FeelDate && b instanceof FeelDate) {
    return new FeelDaysDuration(BigInt(a.days - b.days) * BIG_DAY);
  }
  const [left, right] = [atMidnight(a), atMidnight(b)];
  if ((left.zone === null) !== (right.zone === null)) {
    return null;
  }
  const [from, to] = [right.instant, left.instant];
  return new FeelDaysDuration(BigInt(to.days - from.days) * BIG_DAY + BigInt(to.ns - from.ns));
}

function atMidnight(value: FeelDate | FeelDateTime): FeelDateTime {
  return value instanceof FeelDate ? new FeelDateTime(value.days, 0, UTC) : value;
}
