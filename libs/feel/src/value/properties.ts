import { weekday } from '@thidua/kernel';
import type { FeelObject } from './feel-object';
import { settle } from './number';
import { DecimalNumber } from './decimal';
import { DAY_MS, FeelDate, FeelDateTime, FeelDaysDuration, FeelMonthsDuration, FeelTime } from './temporal';
import { FeelRange, type Value } from './value';

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
    return daysProperty(value.ms, name);
  }
  if (value instanceof FeelMonthsDuration) {
    return name === 'years' ? Math.trunc(value.months / 12) : name === 'months' ? value.months % 12 : undefined;
  }
  return value instanceof FeelRange ? rangeProperty(value, name) : undefined;
}

function dateProperty(value: FeelDate | FeelDateTime, name: string): Value | undefined {
  const { local } = value;
  return name === 'year' || name === 'month' || name === 'day' ? local[name] : name === 'weekday' ? weekday(local) : undefined;
}

function clockProperty({ ms, zone }: FeelTime | FeelDateTime, name: string): Value | undefined {
  switch (name) {
    case 'hour':
      return Math.floor(ms / 3_600_000);
    case 'minute':
      return Math.floor(ms / 60_000) % 60;
    case 'second':
      return seconds(ms);
    case 'time offset':
      return zone === null ? null : new FeelDaysDuration(zone.minutes * 60_000);
    case 'timezone':
      return zone?.text.startsWith('@') === true ? zone.text.slice(1) : null;
    default:
      return undefined;
  }
}

function daysProperty(ms: number, name: string): Value | undefined {
  switch (name) {
    case 'days':
      return Math.trunc(ms / DAY_MS);
    case 'hours':
      return Math.trunc(ms / 3_600_000) % 24;
    case 'minutes':
      return Math.trunc(ms / 60_000) % 60;
    case 'seconds':
      return seconds(ms);
    default:
      return undefined;
  }
}

function seconds(ms: number): Value {
  return settle(new DecimalNumber(ms % 60_000).div(1000));
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
