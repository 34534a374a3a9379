import type { JsonObject, JsonValue } from '@thidua/kernel';

/** Reads of a form body that its validator has passed: shape is known, presence is not. */
export function textOf(data: JsonObject, key: string): string | undefined {
  const value = data[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberOf(data: JsonObject, key: string): number {
  const value = data[key];
  return typeof value === 'number' ? value : 0;
}

export function textsOf(data: JsonObject, key: string): readonly string[] {
  return listOf(data[key]).filter((item) => typeof item === 'string');
}

export function entriesOf(data: JsonObject, key: string): readonly JsonObject[] {
  return listOf(data[key]).filter(isObject);
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  // A JSON value that is an array is a list of JSON values; readonly arrays escape isArray.
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The instant of a date-time field; without an offset it is Vietnamese time. */
export function instantOfText(text: string | undefined): number | undefined {
  const offset = /(Z|[+-]\d{2}:\d{2})$/.test(text ?? '') ? '' : '+07:00';
  const ms = Date.parse(`${text ?? ''}${offset}`);
  return Number.isNaN(ms) ? undefined : ms;
}
