import type { RowChange } from '@thidua/awards';
import type { RowChangeView } from '@thidua/contract';
import type { JsonValue } from '@thidua/kernel';
import { LIST_NAMES } from './list-names';

/** Changes of rows with their values in words. */
export function changeViews(changes: readonly RowChange[]): RowChangeView[] {
  return changes.map(({ list, rowId, change, awards, fields }) => ({
    ...{ list, listName: LIST_NAMES[list], rowId, change },
    awards: [...awards],
    fields: fields.map(({ field, before, after }) => ({ field, before: textOf(before), after: textOf(after) })),
  }));
}

function textOf(value: JsonValue): string {
  if (value === null) {
    return '';
  }
  if (Array.isArray(value)) {
    return value.map(textOf).join(', ');
  }
  if (typeof value === 'boolean') {
    return value ? 'có' : 'không';
  }
  if (typeof value === 'object') {
    const { numerator, denominator } = value as Readonly<Record<string, JsonValue>>; // a fraction, or any other mapping
    return typeof numerator === 'number' && typeof denominator === 'number'
      ? `${numerator}/${denominator}`
      : Object.entries(value)
          .map(([key, one]) => `${key}: ${textOf(one)}`)
          .join('; ');
  }
  return String(value);
}
