import { weekday } from '@thidua/kernel';
import type { FeelObject } from './feel-object';
import { numberOf, settle } from './number';
import { DecimalNumber } from './decimal';
import { BIG_DAY, SECOND_NS, FeelDate, FeelDateTime, FeelDaysDuration, FeelMonthsDuration, FeelTime } from './temporal';
import { FeelRange, type Value } from './value';

const MINUTE_NS = 60 * SECOND_NS;
const HOUR_NS = 60 * MINUTE_NS;

/** Entries of dates, times, durations and ranges (DMN 1.5, table 65); undefined when there is none of that name. */
export function propertyOf(value: FeelObject, name: string): Value | undefined {
  if (value instanceof FeelDate) {
    return dateProperty(value, name);
  }
  if (value instanceof FeelDateTime) {
    return dateProperty(value, name) ?? clockProperty(value, name);
  }
  if (value instanceof FeelTime) {
    return clockProperty(value, name);
  }
  if (value instanceof FeelDaysDuration) {
    return daysProperty(value.ns, name);
  }
  if (value instanceof FeelMonthsDuration) {
    return name === 'years' ? Math.trunc(value.months / 12) : name === 'months' ? (value.months % 12) + 0 : undefined;
  }
  return value instanceof FeelRange ? rangeProperty(value, name) : undefined;
}

function dateProperty(value: FeelDate | FeelDateTime, name: string): Value | undefined {
  const { local } = value;
  return name === 'year' || name === 'month' || name === 'day' ? local[name] : name === 'weekday' ? weekday(local) : undefined;
}

function clockProperty(value: FeelTime | FeelDateTime, name: string): Value | undefined {
  const { ns, zone } = value;
  switch (name) {
    case 'hour':
      return Math.floor(ns / HOUR_NS);
    case 'minute':
      return Math.floor(ns / MINUTE_NS) % 60;
    case 'second':
      return seconds(ns % MINUTE_NS);
    case 'time offset':
      return zone === null ? null : new FeelDaysDuration(BigInt(value.offset) * BigInt(SECOND_NS));
    case 'timezone':
      return zone?.region?.name ?? null;
    default:
      return undefined;
  }
}

function daysProperty(ns: bigint, name: string): Value | undefined {
  switch (name) {
    case 'days':
      return numberOf(ns / BIG_DAY);
    case 'hours':
      return Number((ns % BIG_DAY) / BigInt(HOUR_NS));
    case 'minutes':
      return Number((ns % BigInt(HOUR_NS)) / BigInt(MINUTE_NS));
    case 'seconds':
      return seconds(Number(ns % BigInt(MINUTE_NS)));
    default:
      return undefined;
  }
}

function seconds(ns: number): Value {
  return settle(new DecimalNumber(ns).div(SECOND_NS));
}

function rangeProperty(range: FeelRange, name: string): Value | undefined {
  switch (name) {
    case 'start':
      return range.start;
    case 'end':
      return range.end;
    case 'start included':
      return range.startIncluded;
    case 'end included':
      return range.endIncluded;
    default:
      return undefined;
  }
}
