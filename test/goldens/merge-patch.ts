import type { JsonObject, JsonValue } from '@thidua/kernel';

/** Words put for others in every string, in order: [what stands in the sample, what stands here]. */
export type Words = readonly (readonly [string | RegExp, string])[];

/** A JSON merge patch, but for null, which is a value of papers ("no upper body") and never deletes: objects are merged, all else is put for what was there. */
export function merged(base: JsonValue, patch: JsonValue): JsonValue {
  if (!isObject(base) || !isObject(patch)) {
    return patch;
  }
  const both = new Set([...Object.keys(base), ...Object.keys(patch)]);
  return Object.fromEntries([...both].map((key) => [key, mergedField(base[key], patch[key])]));
}

function mergedField(base: JsonValue | undefined, patch: JsonValue | undefined): JsonValue {
  if (patch === undefined || base === undefined) {
    return patch ?? base ?? null;
  }
  return merged(base, patch);
}

/** The value with other words in each of its strings. */
export function reworded(value: JsonValue, words: Words): JsonValue {
  if (typeof value === 'string') {
    return words.reduce((text, [from, to]) => text.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'giu'), to), value);
  }
  if (Array.isArray(value)) {
    return value.map((one: JsonValue) => reworded(one, words));
  }
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, reworded(one, words)])) : value;
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
