import { validateForm, type FieldOption, type FormProblem, type FormSchema } from '@thidua/contract/forms';
import { isRecord, dataOf, type Values } from './form-data';
import type { JsonValue } from './json';

/** Named options of the task's context: `[{value, label}]`. */
export function optionsOf(context: Values): Record<string, readonly FieldOption[]> {
  const named = Object.entries(context).flatMap(([name, list]) => (isList(list) ? [[name, list.flatMap(optionOf)] as const] : []));
  return Object.fromEntries(named);
}

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

function optionOf(item: JsonValue): FieldOption[] {
  const value = isRecord(item) ? item['value'] : undefined;
  const label = isRecord(item) ? item['label'] : undefined;
  return typeof value === 'string' ? [{ value, label: typeof label === 'string' ? label : value }] : [];
}

/** The same check the server makes, before anything is sent. Times: `nowMs` only matters to conditions that use now(). */
export function checkForm(schema: FormSchema, values: Values, context: Values): readonly FormProblem[] {
  const result = validateForm(schema, dataOf(schema, values, Date.now()), {
    options: optionsOf(context),
    extraKeys: ['outcome', 'reason'],
    nowMs: Date.now(),
  });
  return result.ok ? [] : result.error;
}

/** Problems as the server reports them in `form-invalid`; anything misshapen is left out. */
export function problemsOf(details: Readonly<Record<string, unknown>>): readonly FormProblem[] {
  const list = details['problems'];
  return Array.isArray(list) ? list.filter(isProblem) : [];
}

function isProblem(item: unknown): item is FormProblem {
  return (
    typeof item === 'object' &&
    item !== null &&
    typeof Reflect.get(item, 'path') === 'string' &&
    typeof Reflect.get(item, 'code') === 'string'
  );
}
