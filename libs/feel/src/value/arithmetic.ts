import { dayNumber, daysInMonth } from '@thidua/kernel';
import type { Run } from '../run';
import { addNumbers, decimal, divideNumbers, integerOf, multiplyNumbers, powerNumbers, subtractNumbers } from './number';
import { DAY_MS, FeelDate, FeelDateTime, FeelDaysDuration, FeelMonthsDuration, FeelTime } from './temporal';
import { isNum, kindOf, type Duration, type Num, type Temporal, type Value } from './value';

/** `a + b` of DMN 1.5 tables 52–56; null with a warning where the table has no entry. */
export function add(a: Value, b: Value, run: Run): Value {
  if (isNum(a) && isNum(b)) {
    spendOn(a, b, run);
    return addNumbers(a, b);
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
    return subtractNumbers(a, b);
  }
  if (isDuration(b)) {
    return shift(a, b, -1) ?? mismatch('-', a, b, run);
  }
  return (isTemporal(a) && isTemporal(b) ? between(a, b) : null) ?? mismatch('-', a, b, run);
}

export function multiply(a: Value, b: Value, run: Run): Value {
  if (isNum(a) && isNum(b)) {
    spendOn(a, b, run);
    return multiplyNumbers(a, b);
  }
  if (isDuration(a) && isNum(b)) {
    return scale(a, b, multiplyNumbers);
  }
  return isNum(a) && isDuration(b) ? scale(b, a, multiplyNumbers) : mismatch('*', a, b, run);
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

function amountOf(duration: Duration): number {
  return duration instanceof FeelMonthsDuration ? duration.months : duration.ms;
}

function scale(duration: Duration, factor: Num, by: (a: Num, b: Num) => Num | null): Value {
  const amount = by(amountOf(duration), factor);
  return amount === null ? null : durationOf(duration, integerOf(amount));
}

function durationOf(like: Duration, amount: number): Duration | null {
  if (!Number.isSafeInteger(amount)) {
    return null;
  }
  return like instanceof FeelMonthsDuration ? new FeelMonthsDuration(amount || 0) : new FeelDaysDuration(amount || 0);
}

function shift(value: Value, by: Duration, sign: 1 | -1): Value {
  if (isDuration(value)) {
    return value.kind === by.kind ? durationOf(value, amountOf(value) + sign * amountOf(by)) : null;
  }
  if (by instanceof FeelMonthsDuration) {
    return value instanceof FeelDate || value instanceof FeelDateTime ? shiftMonths(value, sign * by.months) : null;
  }
  if (value instanceof FeelDate) {
    return dateOf(value.days + Math.floor((sign * by.ms) / DAY_MS));
  }
  if (value instanceof FeelTime) {
    return new FeelTime((((value.ms + sign * by.ms) % DAY_MS) + DAY_MS) % DAY_MS, value.zone);
  }
  if (value instanceof FeelDateTime) {
    const ms = value.ms + sign * by.ms;
    const days = dateOf(value.days + Math.floor(ms / DAY_MS));
    return days === null ? null : new FeelDateTime(days.days, ((ms % DAY_MS) + DAY_MS) % DAY_MS, value.zone);
  }
  return null;
}

/** 31 January plus a month is the last of February. */
function shiftMonths(value: FeelDate | FeelDateTime, months: number): Value {
  const { year, month, day } = value.local;
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  const date = dateOf(dayNumber({ year: toYear, month: toMonth, day: Math.min(day, daysInMonth(toYear, toMonth)) }));
  return date === null || value instanceof FeelDate ? date : new FeelDateTime(date.days, value.ms, value.zone);
}

/** Years 0 to 9999: four digits both ways. */
function dateOf(days: number): FeelDate | null {
  return days >= -719_528 && days <= 2_932_896 ? new FeelDate(days) : null;
}

/** Whole amounts only between values of one kind; a date stands for its midnight. */
function between(a: Temporal, b: Temporal): Value {
  if (a instanceof FeelTime || b instanceof FeelTime) {
    return a instanceof FeelTime && b instanceof FeelTime ? new FeelDaysDuration(a.order - b.order) : null;
  }
  return new FeelDaysDuration(instantOf(a) - instantOf(b));
}

function instantOf(value: FeelDate | FeelDateTime): number {
  return value instanceof FeelDate ? new FeelDateTime(value.days, 0, null).order : value.order;
}
