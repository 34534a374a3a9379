import type { Field } from './catalogue/field';

type Fields = Readonly<Record<string, Field>>;
type Data = Readonly<Record<string, unknown>>;

/** A sample with everything filled in that may be there: every `if` of a template is gone into. */
export function fullData(fields: Fields, sample: unknown): Data {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, fullValue(field, valueIn(sample, key))]));
}

/** A sample without anything that may be absent, null where null is allowed, lists that still have their rows. */
export function bareData(fields: Fields, sample: unknown): Data {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => field.optional !== true)
      .map(([key, field]) => [key, bareValue(field, valueIn(sample, key))]),
  );
}

function fullValue(field: Field, value: unknown): unknown {
  const { fields } = field;
  if (fields === undefined) {
    return isThere(value) ? value : exampleOf(field);
  }
  if (field.type !== 'list') {
    return fullData(fields, value);
  }
  const rows: readonly unknown[] = Array.isArray(value) && value.length > 0 ? value : [undefined];
  return rows.map((row) => fullData(fields, row));
}

function bareValue(field: Field, value: unknown): unknown {
  if (field.empty === true) {
    return null;
  }
  const { fields } = field;
  if (fields === undefined) {
    return value ?? exampleOf(field);
  }
  return field.type === 'list' ? (Array.isArray(value) ? value : []).map((row: unknown) => bareData(fields, row)) : bareData(fields, value);
}

function exampleOf({ type, example, choices = [], says }: Field): unknown {
  switch (type) {
    case 'texts':
      return [example ?? says];
    case 'number':
    case 'money':
      return typeof example === 'number' ? example : 1;
    case 'flag':
      return example ?? true;
    case 'choice':
      return example ?? choices[0];
    case 'date':
      return example ?? '2026-03-02';
    case 'time':
      return '08:00';
    default:
      return example ?? says;
  }
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function valueIn(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Data)[key] : undefined;
}
