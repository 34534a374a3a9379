import type { JsonObject, JsonValue } from '@thidua/kernel';

/** The value as an object, {} when it is none. */
export function objectOf(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}; // narrowed; readonly arrays escape isArray
}
