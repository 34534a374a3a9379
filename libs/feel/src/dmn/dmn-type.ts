import type { Test } from '../compile/compiler';
import type { NameTree } from '../compile/syntax';
import { Run } from '../run';
import { parseDate, parseDateTime, parseDuration, parseTime } from '../value/parse-temporal';
import { FeelDate, FeelDateTime } from '../value/temporal';
import { UTC } from '../value/zone';
import { FeelFunction, isContext, isList, kindOf, type Kind, type List, type Value } from '../value/value';

/** What a `typeRef` stands for (DMN 1.5, 7.3.3 and 10.3.2). */
export type DmnType =
  | { readonly kind: 'any'; readonly name: 'Any' }
  | { readonly kind: 'simple'; readonly name: Kind }
  | { readonly kind: 'list'; readonly item: DmnType }
  | { readonly kind: 'context'; readonly entries: ReadonlyMap<string, DmnType> }
  | { readonly kind: 'function'; readonly params: number }
  /** Only values that pass the tests of `allowedValues` or `typeConstraint`. */
  | { readonly kind: 'limited'; readonly base: DmnType; readonly allowed: Test; readonly slots: () => number; readonly source: string }
  /** An item definition by name, found when it is asked for: definitions may come later and hold themselves. */
  | { readonly kind: 'named'; readonly name: string; readonly definition: () => DmnType };

/** What a reference names. */
export type NamedType = Extract<DmnType, { readonly name: string }>;

export const ANY: NamedType = { kind: 'any', name: 'Any' };

const SIMPLE: Readonly<Record<string, Kind>> = {
  number: 'number',
  string: 'string',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  'date and time': 'date and time',
  dateTime: 'date and time',
  'days and time duration': 'days and time duration',
  dayTimeDuration: 'days and time duration',
  'years and months duration': 'years and months duration',
  yearMonthDuration: 'years and months duration',
  context: 'context',
  list: 'list',
  function: 'function',
  range: 'range',
};

/** The types every model has, by the names of DMN and of XML Schema; undefined for another name. */
export function builtInType(name: string): NamedType | undefined {
  const simple = Object.hasOwn(SIMPLE, name) ? SIMPLE[name] : undefined;
  if (simple !== undefined) {
    return { kind: 'simple', name: simple };
  }
  return name === 'Any' ? ANY : undefined;
}

/** Whether a value is of a type; null is of every type here. */
export function isOfType(value: Value, type: DmnType, run: Run): boolean {
  if (value === null) {
    return true;
  }
  switch (type.kind) {
    case 'any':
      return true;
    case 'simple':
      return kindOf(value) === type.name;
    case 'list':
      return isList(value) && everyItem(value, type.item, run);
    case 'context':
      return isContext(value) && [...type.entries].every(([name, entry]) => isOfType(value[name] ?? null, entry, run));
    case 'function':
      return value instanceof FeelFunction && value.params.length === type.params;
    case 'limited':
      return isOfType(value, type.base, run) && type.allowed({ vars: {}, locals: new Array<Value>(type.slots()), run }, value) === true;
    case 'named':
      return isOfType(value, type.definition(), run);
  }
}

function everyItem(items: List, type: DmnType, run: Run): boolean {
  run.spend(Math.ceil(items.length / 10));
  return items.every((item) => isOfType(item, type, run));
}

/** Whether a value is an instance of a type (DMN 1.5, 10.3.2.9.5): of its shape, with all its entries, whatever values it allows. */
export function isInstanceOf(value: Value, type: DmnType): boolean {
  const plain = plainType(type);
  const inside = (part: Value, of: DmnType): boolean => part === null || isInstanceOf(part, of);
  switch (plain.kind) {
    case 'list':
      return isList(value) && value.every((item) => inside(item, plain.item));
    case 'context':
      return (
        isContext(value) && [...plain.entries].every(([name, entry]) => Object.hasOwn(value, name) && inside(value[name] ?? null, entry))
      );
    default:
      return value !== null && isOfType(value, plain, new Run(0));
  }
}

/**
 * A value as one of a type (DMN 1.5, 10.3.2.9.4): one value for a list of one and the other way round, a date for midnight UTC of it;
 * undefined for any other.
 */
export function conform(value: Value, type: DmnType, run: Run): Value | undefined {
  const plain = plainType(type);
  const forms: readonly Value[] = [
    value,
    ...(isList(value) ? (value.length === 1 ? [value[0] as Value] : []) : plain.kind === 'list' ? [[value]] : []),
    ...(value instanceof FeelDate && plain.kind === 'simple' && plain.name === 'date and time'
      ? [new FeelDateTime(value.days, 0, UTC)]
      : []),
  ];
  return forms.find((form) => isOfType(form, type, run));
}

/** A value as one of a type, or null with a warning that names `what` it is. */
export function coerce(value: Value, type: NamedType, run: Run, what: string): Value {
  const conforming = isOfType(value, type, run) ? value : conform(value, type, run);
  return conforming === undefined ? run.warn(`${what}: ${kindOf(value)} is not ${type.name}`) : conforming;
}

/** The type under its names and limits. */
export function plainType(type: DmnType): DmnType {
  switch (type.kind) {
    case 'limited':
      return plainType(type.base);
    case 'named':
      return plainType(type.definition());
    default:
      return type;
  }
}

/** JSON carries dates and durations as text: where the type wants one, text is read as it. */
export function fromJson(value: Value, type: DmnType): Value {
  const plain = plainType(type);
  if (isList(value)) {
    return plain.kind === 'list' ? value.map((item) => fromJson(item, plain.item)) : value;
  }
  if (plain.kind === 'list') {
    return fromJson(value, plain.item);
  }
  if (plain.kind === 'context' && isContext(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, fromJson(entry, plain.entries.get(name) ?? ANY)]));
  }
  return typeof value === 'string' && plain.kind === 'simple' ? fromText(value, plain.name) : value;
}

function fromText(text: string, name: Kind): Value {
  switch (name) {
    case 'date':
      return parseDate(text) ?? text;
    case 'time':
      return parseTime(text) ?? text;
    case 'date and time':
      return parseDateTime(text) ?? text;
    case 'days and time duration':
    case 'years and months duration':
      return parseDuration(text) ?? text;
    default:
      return text;
  }
}

/** How deep the entries of a type are known by name: types may hold themselves. */
const NAME_DEPTH = 5;
/** Trees by type, from depth 0: shared, as a type that holds itself often would fill the memory with its names. */
const TREES = new WeakMap<DmnType, (NameTree | 1)[]>();

/** The entries a value of the type has, for names that hold signs. */
export function namesOf(type: DmnType, depth = NAME_DEPTH): NameTree | 1 {
  const plain = plainType(type);
  if (plain.kind === 'list') {
    return namesOf(plain.item, depth);
  }
  if (plain.kind !== 'context' || depth === 0) {
    return 1;
  }
  const trees = TREES.get(plain) ?? [];
  TREES.set(plain, trees);
  return (trees[depth] ??= Object.fromEntries([...plain.entries].map(([name, entry]) => [name, namesOf(entry, depth - 1)])));
}
