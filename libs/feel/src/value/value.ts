import type { Run } from '../run';
import { DecimalNumber, type Decimal } from './decimal';
import { FeelObject } from './feel-object';
import type { FeelDate, FeelDateTime, FeelDaysDuration, FeelMonthsDuration, FeelTime } from './temporal';

/** A number is a plain one while its shortest decimal text is its value; anything computed to more digits is a Decimal. */
export type Num = number | Decimal;
export type Temporal = FeelDate | FeelTime | FeelDateTime;
export type Duration = FeelDaysDuration | FeelMonthsDuration;
export type List = readonly Value[];
export interface Context {
  readonly [name: string]: Value;
}
export type Value = null | boolean | string | Num | Temporal | Duration | FeelRange | FeelFunction | List | Context;

/** The FEEL type names of DMN 1.5, 10.3.2. */
export type Kind =
  | 'null'
  | 'boolean'
  | 'string'
  | 'number'
  | 'list'
  | 'context'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'range'
  | 'function';

/** `[start..end]` and its open forms; a null end without `included` is unbounded. */
export class FeelRange extends FeelObject {
  readonly kind = 'range';
  readonly start: Value;
  readonly end: Value;
  readonly startIncluded: boolean;
  readonly endIncluded: boolean;

  constructor(start: Value, end: Value, startIncluded: boolean, endIncluded: boolean) {
    super();
    this.start = start;
    this.end = end;
    this.startIncluded = startIncluded;
    this.endIncluded = endIncluded;
  }
}

/** A function value: a built-in, or a definition with what it closes over. */
export class FeelFunction extends FeelObject {
  readonly kind = 'function';
  readonly params: readonly string[];
  readonly call: (args: readonly Value[], run: Run) => Value;

  constructor(params: readonly string[], call: (args: readonly Value[], run: Run) => Value) {
    super();
    this.params = params;
    this.call = call;
  }
}

export function kindOf(value: Value): Kind {
  switch (typeof value) {
    case 'boolean':
      return 'boolean';
    case 'number':
      return 'number';
    case 'string':
      return 'string';
    default:
      return kindOfObject(value);
  }
}

function kindOfObject(value: Exclude<Value, boolean | number | string>): Kind {
  if (value === null) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return 'list';
  }
  if (value instanceof DecimalNumber) {
    return 'number';
  }
  return value instanceof FeelObject ? value.kind : 'context';
}

export function isList(value: Value): value is List {
  return Array.isArray(value);
}

export function isNum(value: Value): value is Num {
  return typeof value === 'number' || value instanceof DecimalNumber;
}

export function isContext(value: Value): value is Context {
  return kindOf(value) === 'context';
}

/** Own entries only: `constructor` and its like are not variables. */
export function entryOf(context: Context, name: string): Value | undefined {
  return Object.hasOwn(context, name) ? context[name] : undefined;
}
