import { parseLocalDate } from '@thidua/kernel';
import type { Field } from './catalogue/field';

/** Where data depart from the fields described, a line each: 'rows[0].amount: không phải money'. Empty when they agree. */
export function fieldsAgainst(fields: Readonly<Record<string, Field>>, data: unknown, above = ''): readonly string[] {
  if (!isObject(data)) {
    return [`${above}: không phải group`];
  }
  const prefix = above === '' ? '' : `${above}.`;
  const unknown = Object.keys(data)
    .filter((key) => !Object.hasOwn(fields, key))
    .map((key) => `${prefix}${key}: ngoài danh mục`);
  return [...unknown, ...Object.entries(fields).flatMap(([key, field]) => departures(field, data[key], `${prefix}${key}`))];
}

function departures(field: Field, value: unknown, path: string): readonly string[] {
  if (value === undefined) {
    return field.optional === true ? [] : [`${path}: thiếu`];
  }
  if (value === null) {
    return field.empty === true ? [] : [`${path}: trống`];
  }
  if (field.type === 'list' && field.fields !== undefined && Array.isArray(value)) {
    const { fields } = field;
    return value.flatMap((row: unknown, at) => fieldsAgainst(fields, row, `${path}[${at}]`));
  }
  if (field.fields !== undefined && field.type !== 'list') {
    return fieldsAgainst(field.fields, value, path);
  }
  return isOf(field, value) ? [] : [`${path}: không phải ${field.type}`];
}

function isOf({ type, choices = [] }: Field, value: unknown): boolean {
  switch (type) {
    case 'number':
      return typeof value === 'number';
    case 'money':
      return Number.isInteger(value);
    case 'flag':
      return typeof value === 'boolean';
    case 'texts':
      return Array.isArray(value) && value.every((one) => typeof one === 'string');
    case 'date':
      return typeof value === 'string' && parseLocalDate(value) !== undefined;
    case 'time':
      return typeof value === 'string' && /^\d{2}:\d{2}$/.test(value);
    case 'choice':
      return typeof value === 'string' && choices.includes(value);
    default:
      return typeof value === 'string';
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
