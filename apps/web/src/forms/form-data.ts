import { isHidden, type FormField, type FormSchema } from '@thidua/contract/forms';
import type { JsonValue } from './json';

export type Values = Readonly<Record<string, JsonValue>>;

/** Values a form opens with: defaults, then what the server knows, then the actor's own draft; only keys the form has. */
export function openingValues(schema: FormSchema, ...layers: readonly Values[]): Values {
  const merged: Record<string, JsonValue> = {};
  for (const field of schema.components) {
    if (field.key === undefined) {
      continue;
    }
    const known = layers.map((layer) => layer[field.key ?? '']).filter((value) => value !== undefined && value !== null);
    const value = field.type === 'dynamiclist' ? mergeRows(known) : known.at(-1);
    const chosen = value ?? field.defaultValue;
    if (chosen !== undefined) {
      merged[field.key] = chosen;
    }
  }
  return merged;
}

/** Rows keep the server's order and set; a draft adds only what was typed into rows that still exist. */
function mergeRows(layers: readonly JsonValue[]): JsonValue | undefined {
  const lists = layers.filter((layer): layer is JsonValue[] => Array.isArray(layer) && layer.length > 0);
  const base = lists[0];
  return base?.map((row, index) => {
    const id = rowIdOf(row);
    const typed = lists.slice(1).map((list) => (id === null ? list[index] : list.find((other) => rowIdOf(other) === id)));
    return Object.assign({}, ...[row, ...typed].filter(isRecord)) as JsonValue;
  });
}

export function rowIdOf(row: JsonValue | undefined): string | null {
  const id = isRecord(row) ? row['rowId'] : undefined;
  return typeof id === 'string' ? id : null;
}

export function isRecord(value: unknown): value is Record<string, JsonValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is sent: no empty values, no hidden fields, of the read-only ones only the row's id. */
export function dataOf(schema: FormSchema, values: Values, nowMs: number): Record<string, JsonValue> {
  return collect(schema.components, values, values, nowMs);
}

function collect(fields: readonly FormField[], data: Values, root: Values, nowMs: number): Record<string, JsonValue> {
  const kept: Record<string, JsonValue> = {};
  for (const field of fields) {
    const value = field.key === undefined ? undefined : data[field.key];
    if (field.key === undefined || isEmpty(value) || isHidden(field, { ...root, ...data }, nowMs)) {
      continue;
    }
    if (field.disabled && field.key !== 'rowId') {
      continue;
    }
    kept[field.key] =
      field.type === 'dynamiclist' && Array.isArray(value)
        ? value.filter(isRecord).map((row) => collect(field.entry ?? [], row, root, nowMs))
        : value;
  }
  return kept;
}

function isEmpty(value: JsonValue | undefined): value is undefined | null | '' {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
