import { err, ok, type JsonObject, type JsonValue, type Result } from '@thidua/kernel';
import { FIELD_TYPES, type FieldOption, type FieldType, type FormField, type FormSchema } from './schema';

/** Reads a form-js schema (JSON); an unknown field type is refused by name, never drawn half. */
export function readForm(source: JsonObject): Result<FormSchema, readonly string[]> {
  const problems: string[] = [];
  const components = fieldsOf(source['components'], problems);
  const id = typeof source['id'] === 'string' ? source['id'] : '';
  if (id === '') {
    problems.push('id');
  }
  return problems.length > 0 ? err(problems) : ok({ id, components });
}

function fieldsOf(value: JsonValue | undefined, problems: string[]): readonly FormField[] {
  if (!Array.isArray(value)) {
    problems.push('components');
    return [];
  }
  return value.flatMap((item: JsonValue) => {
    const field = isObject(item) ? fieldOf(item, problems) : undefined;
    return field === undefined ? [] : [field];
  });
}

function fieldOf(source: JsonObject, problems: string[]): FormField | undefined {
  const type = FIELD_TYPES.find((known) => known === source['type']);
  const key = textOf(source['key'] ?? source['path']);
  if (type === undefined || (type !== 'text' && key === undefined)) {
    problems.push(textOf(source['id']) ?? textOf(source['type']) ?? '?');
    return undefined;
  }
  const properties = isObject(source['properties']) ? source['properties'] : {};
  return {
    type,
    ...rulesOf(source),
    ...optional('key', key),
    ...optional('label', textOf(source['label'])),
    ...optional('options', optionsOf(source['values'])),
    ...optional('optionsFrom', textOf(properties['valuesFrom'])),
    disabled: source['disabled'] === true,
    ...optional('defaultValue', source['defaultValue']),
    ...optional('hideWhen', hideOf(source['conditional'])),
    ...optional('text', textOf(source['text'])),
    ...entryOf(type, source, problems),
    ...(type === 'datetime' ? { withTime: source['subtype'] === 'datetime' } : {}),
  };
}

function entryOf(type: FieldType, source: JsonObject, problems: string[]): { readonly entry?: readonly FormField[] } {
  return type === 'dynamiclist' ? { entry: fieldsOf(source['components'], problems) } : {};
}

function rulesOf(source: JsonObject): Pick<FormField, 'required'> & Partial<FormField> {
  const rules = isObject(source['validate']) ? source['validate'] : {};
  return {
    required: rules['required'] === true,
    ...optional('min', numberOf(rules['min'])),
    ...optional('max', numberOf(rules['max'])),
    ...optional('minLength', numberOf(rules['minLength'])),
    ...optional('maxLength', numberOf(rules['maxLength'])),
    ...optional('pattern', textOf(rules['pattern'])),
  };
}

function optionsOf(value: JsonValue | undefined): readonly FieldOption[] | undefined {
  if (!Array.isArray(value)) {
    return undefined;
  }
  return value.flatMap((item: JsonValue) =>
    isObject(item) && typeof item['value'] === 'string' ? [{ value: item['value'], label: textOf(item['label']) ?? item['value'] }] : [],
  );
}

function hideOf(value: JsonValue | undefined): string | undefined {
  const text = value !== undefined && isObject(value) ? textOf(value['hide']) : undefined;
  return text?.replace(/^=/, '');
}

function optional<K extends string, V>(name: K, value: V | undefined): Partial<Record<K, V>> {
  // A computed key of a generic record needs the assertion; the shape is exactly {name: value}.
  return value === undefined ? {} : ({ [name]: value } as Record<K, V>);
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function numberOf(value: JsonValue | undefined): number | undefined {
  return typeof value === 'number'
    ? value
    : typeof value === 'string' && value !== '' && Number.isFinite(Number(value))
      ? Number(value)
      : undefined;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
