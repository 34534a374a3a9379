import { compileExpression } from '@thidua/feel';
import { err, ok, parseLocalDate, type JsonObject, type JsonValue, type Result } from '@thidua/kernel';
import type { FormField, FormProblem, FormSchema } from './schema';

/** What the form may lean on besides its own data: options by name, and keys that are allowed besides the fields (outcome). */
export interface FormSurroundings {
  readonly options: Readonly<Record<string, readonly { readonly value: string }[]>>;
  readonly extraKeys: readonly string[];
  readonly nowMs: number;
}

/**
 * The one check of a form's data (web preview, api, casework): unknown keys refused, lengths in code points after NFC.
 * Returns the cleaned data, or every problem at once with the path of its field.
 */
export function validateForm(schema: FormSchema, data: JsonObject, around: FormSurroundings): Result<JsonObject, readonly FormProblem[]> {
  const problems: FormProblem[] = [];
  const clean = checkFields(schema.components, data, { around, problems, path: '', root: data });
  for (const key of around.extraKeys) {
    const extra = data[key];
    if (extra !== undefined) {
      clean[key] = extra;
    }
  }
  return problems.length > 0 ? err(problems) : ok(clean);
}

interface Walk {
  readonly around: FormSurroundings;
  readonly problems: FormProblem[];
  readonly path: string;
  readonly root: JsonObject;
}

function checkFields(fields: readonly FormField[], data: JsonObject, walk: Walk): Record<string, JsonValue> {
  const clean: Record<string, JsonValue> = {};
  const known = new Set(fields.flatMap((field) => (field.key === undefined ? [] : [field.key])));
  for (const key of Object.keys(data)) {
    if (!known.has(key) && !(walk.path === '' && walk.around.extraKeys.includes(key))) {
      report(walk, key, { code: 'unknown-key', label: key });
    }
  }
  for (const field of fields) {
    const value = field.key === undefined ? undefined : checkField(field, field.key, data, walk);
    if (field.key !== undefined && value !== undefined) {
      clean[field.key] = value;
    }
  }
  return clean;
}

function checkField(field: FormField, key: string, data: JsonObject, walk: Walk): JsonValue | undefined {
  const label = field.label ?? key;
  const value = data[key];
  if (isEmpty(value)) {
    if (field.required && !hidden(field, data, walk)) {
      report(walk, key, { code: 'required', label });
    }
    return undefined;
  }
  if (hidden(field, data, walk)) {
    report(walk, key, { code: 'hidden', label });
    return undefined;
  }
  return CHECKS[field.type](field, value, { ...walk, path: walk.path === '' ? key : `${walk.path}.${key}` });
}

type Check = (field: FormField, value: JsonValue, walk: Walk) => JsonValue | undefined;

const CHECKS: Readonly<Record<FormField['type'], Check>> = {
  textfield: checkText,
  textarea: checkText,
  number: checkNumber,
  select: checkChoice,
  radio: checkChoice,
  checkbox: (field, value, walk) => (typeof value === 'boolean' ? value : fail(field, walk, 'not-true-or-false')),
  checklist: (field, value, walk) => {
    if (!Array.isArray(value)) {
      return fail(field, walk, 'not-a-list');
    }
    return value.every((item: JsonValue) => checkChoice(field, item, walk) !== undefined) ? value : undefined;
  },
  datetime: checkDate,
  dynamiclist: (field, value, walk) => {
    if (!Array.isArray(value)) {
      return fail(field, walk, 'not-a-list');
    }
    return value.map((item: JsonValue, index) =>
      isObject(item)
        ? checkFields(field.entry ?? [], item, { ...walk, path: `${walk.path}.${index}` })
        : (fail(field, walk, 'not-a-list') ?? null),
    );
  },
  text: () => undefined,
};

function checkText(field: FormField, value: JsonValue, walk: Walk): JsonValue | undefined {
  if (typeof value !== 'string') {
    return fail(field, walk, 'not-text');
  }
  const text = value.normalize('NFC').trim();
  const length = Array.from(text).length;
  if (field.minLength !== undefined && length < field.minLength) {
    return fail(field, walk, 'too-short', { min: field.minLength, length });
  }
  if (length > (field.maxLength ?? 4000)) {
    return fail(field, walk, 'too-long', { max: field.maxLength ?? 4000, length });
  }
  if (field.pattern !== undefined && !new RegExp(field.pattern, 'u').test(text)) {
    return fail(field, walk, 'pattern', { pattern: field.pattern });
  }
  return text;
}

function checkNumber(field: FormField, value: JsonValue, walk: Walk): JsonValue | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return fail(field, walk, 'not-a-number');
  }
  if (field.min !== undefined && value < field.min) {
    return fail(field, walk, 'too-small', { min: field.min });
  }
  return field.max !== undefined && value > field.max ? fail(field, walk, 'too-large', { max: field.max }) : value;
}

function checkChoice(field: FormField, value: JsonValue, walk: Walk): JsonValue | undefined {
  const options = field.optionsFrom === undefined ? (field.options ?? []) : (walk.around.options[field.optionsFrom] ?? []);
  return options.some((option) => option.value === value) ? value : fail(field, walk, 'not-a-choice');
}

function checkDate(field: FormField, value: JsonValue, walk: Walk): JsonValue | undefined {
  const match =
    typeof value === 'string' ? /^(\d{4}-\d{2}-\d{2})(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?([+-]\d{2}:\d{2}|Z)?)?$/.exec(value) : null;
  const day = match?.[1];
  const shaped = day !== undefined && parseLocalDate(day) !== undefined && (field.withTime === true) === (match?.[2] !== undefined);
  return shaped ? value : fail(field, walk, 'not-a-date');
}

/** Whether a field is hidden by what the form holds now; the screen and the check ask the same question. */
export function isHidden(field: FormField, data: JsonObject, nowMs: number): boolean {
  if (field.hideWhen === undefined) {
    return false;
  }
  const compiled = compileExpression(field.hideWhen);
  return compiled.ok && compiled.value.evaluate(data, { nowMs }).value === true;
}

function hidden(field: FormField, data: JsonObject, walk: Walk): boolean {
  return isHidden(field, { ...walk.root, ...data }, walk.around.nowMs);
}

function fail(field: FormField, walk: Walk, code: FormProblem['code'], detail: JsonObject = {}): JsonValue | undefined {
  walk.problems.push({ path: walk.path, code, label: field.label ?? field.key ?? '', detail });
  return undefined;
}

function report(walk: Walk, key: string, what: Pick<FormProblem, 'code' | 'label'>): void {
  walk.problems.push({ path: walk.path === '' ? key : `${walk.path}.${key}`, ...what, detail: {} });
}

function isEmpty(value: JsonValue | undefined): value is undefined | null | '' {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
