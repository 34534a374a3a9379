import type { Run } from '../run';
import { compareNumbers } from './number';
import { FeelDate, FeelDateTime, FeelDaysDuration, FeelMonthsDuration, FeelTime } from './temporal';
import type { Zone } from './zone';
import { FeelRange, isNum, kindOf, type Context, type List, type Value } from './value';

/** Negative, zero or positive; null when the two have no order (other kinds, null, lists, contexts). */
export function compareValues(a: Value, b: Value): number | null {
  if (typeof a === 'string' && typeof b === 'string') {
    return a < b ? -1 : a > b ? 1 : 0;
  }
  if (isNum(a) && isNum(b)) {
    return compareNumbers(a, b);
  }
  if (a instanceof FeelDate && b instanceof FeelDate) {
    return a.days - b.days;
  }
  if (a instanceof FeelDateTime && b instanceof FeelDateTime) {
    const [left, right] = [a.instant, b.instant];
    return left.days - right.days || left.ns - right.ns;
  }
  if (a instanceof FeelTime && b instanceof FeelTime) {
    return a.order - b.order;
  }
  if (a instanceof FeelDaysDuration && b instanceof FeelDaysDuration) {
    return a.ns < b.ns ? -1 : a.ns > b.ns ? 1 : 0;
  }
  return a instanceof FeelMonthsDuration && b instanceof FeelMonthsDuration ? a.months - b.months : null;
}

/** Null when the kinds differ; null equals only null (DMN 1.5, 10.3.2.13). */
export function equalValues(a: Value, b: Value, run: Run): boolean | null {
  if (a === b) {
    return true;
  }
  if (a === null || b === null) {
    return false;
  }
  const order = compareValues(a, b);
  if (order !== null) {
    return order === 0;
  }
  const kind = kindOf(a);
  if (kind !== kindOf(b)) {
    return null;
  }
  switch (kind) {
    case 'list':
      return equalLists(a as List, b as List, run);
    case 'context':
      return equalContexts(a as Context, b as Context, run);
    case 'range':
      return a instanceof FeelRange && b instanceof FeelRange && equalRanges(a, b, run);
    default:
      return false;
  }
}

/**
 * Whether two values are the same element (DMN 1.5, 10.3.4.9): unlike `=` it tells dates and times of one instant apart by their zones,
 * and never fails.
 */
export function sameValue(a: Value, b: Value, run: Run): boolean {
  if ((a instanceof FeelTime && b instanceof FeelTime) || (a instanceof FeelDateTime && b instanceof FeelDateTime)) {
    return a.ns === b.ns && compareDays(a, b) && sameZone(a.zone, b.zone);
  }
  return equalValues(a, b, run) === true;
}

function compareDays(a: FeelTime | FeelDateTime, b: FeelTime | FeelDateTime): boolean {
  return a instanceof FeelTime || b instanceof FeelTime || a.days === b.days;
}

function sameZone(a: Zone | null, b: Zone | null): boolean {
  return a === null || b === null ? a === b : a.region?.name === b.region?.name && a.standard === b.standard;
}

function equalLists(a: List, b: List, run: Run): boolean {
  run.spend(1 + a.length);
  return a.length === b.length && a.every((item, at) => equalValues(item, b[at] ?? null, run) === true);
}

function equalContexts(a: Context, b: Context, run: Run): boolean {
  const keys = Object.keys(a);
  run.spend(1 + keys.length);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equalValues(a[key] ?? null, b[key] ?? null, run) === true)
  );
}

function equalRanges(a: FeelRange, b: FeelRange, run: Run): boolean {
  const sameEnds = a.startIncluded === b.startIncluded && a.endIncluded === b.endIncluded;
  return sameEnds && equalValues(a.start, b.start, run) === true && equalValues(a.end, b.end, run) === true;
}

/** Whether a value lies in a range; null when it cannot be compared with an end. */
export function inRange(value: Value, range: FeelRange): boolean | null {
  if (value === null) {
    return null;
  }
  if (range.start !== null || range.startIncluded) {
    const order = compareValues(value, range.start);
    if (order === null) {
      return null;
    }
    if (order < 0 || (order === 0 && !range.startIncluded)) {
      return false;
    }
  }
  if (range.end !== null || range.endIncluded) {
    const order = compareValues(value, range.end);
    if (order === null) {
      return null;
    }
    return order < 0 || (order === 0 && range.endIncluded);
  }
  return true;
}
