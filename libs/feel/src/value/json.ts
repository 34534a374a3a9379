import type { JsonValue } from '@thidua/kernel';
import { LIMITS } from '../limits';
import { LimitReached, type Run } from '../run';
import { DecimalNumber, type Decimal } from './decimal';
import { FeelObject } from './feel-object';
import { textOf } from './text';
import { FeelFunction, FeelRange, type Context, type List, type Value } from './value';

/** A FEEL value as JSON: dates and durations as ISO text. A function, or a whole number JSON cannot hold, is null with a warning. */
export function toJson(value: Value, run: Run): JsonValue {
  return typeof value === 'object' && value !== null ? convert(value, run, { left: LIMITS.result }) : value;
}

function convert(value: Value, run: Run, room: { left: number }): JsonValue {
  room.left -= 1;
  if (room.left < 0) {
    throw new LimitReached(`a result holds more than ${LIMITS.result} values`);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return (value as List).map((item) => convert(item, run, room));
  }
  if (value instanceof DecimalNumber) {
    return jsonNumber(value, run);
  }
  if (value instanceof FeelFunction) {
    return run.warn('a function is not a result');
  }
  if (value instanceof FeelRange) {
    return textOf(value, run);
  }
  if (value instanceof FeelObject) {
    return value.text();
  }
  return Object.fromEntries(Object.entries(value as Context).map(([key, item]) => [key, convert(item, run, room)]));
}

function jsonNumber(value: Decimal, run: Run): JsonValue {
  const plain = value.toNumber();
  if (!Number.isFinite(plain) || (value.isInteger() && !value.eq(plain))) {
    return run.warn(`number ${value.toPrecision(20)} does not fit JSON`);
  }
  return plain;
}
