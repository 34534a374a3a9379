import { readForm, validateForm, type FormSchema } from '@thidua/contract/forms';
import type { Outcome } from '@thidua/contract';
import type { JsonObject, JsonValue } from '@thidua/kernel';
import type { DefinitionStore } from '@thidua/store';
import type { TaskContext } from '../task-context';
import { textOf } from '../acts/form-data';
import type { CaseworkDeps } from '../deps';
import { problem } from '../dossiers/row-entries';
import { Refused } from '../refused';
import type { TaskRecord } from '../task-record';

export interface TaskForm {
  readonly source: JsonObject;
  readonly schema: FormSchema;
}

// Released versions never change, so their forms are read once.
const known = new WeakMap<DefinitionStore, Map<string, JsonObject>>();

/** The form of the version the task runs on; undefined for a task that completes without data. */
export async function formOf({ stores }: Pick<CaseworkDeps, 'stores'>, task: TaskRecord): Promise<TaskForm | undefined> {
  if (task.formId === null) {
    return undefined;
  }
  const forms = known.get(stores.definitions) ?? new Map<string, JsonObject>();
  known.set(stores.definitions, forms);
  const released =
    forms.get(task.definitionId) ?? (await stores.definitions.byId(task.provinceId, task.definitionId))?.resources.forms ?? {};
  forms.set(task.definitionId, released);
  const source = released[task.formId];
  if (!isObject(source)) {
    return undefined;
  }
  const read = readForm(source);
  if (!read.ok) {
    throw new Error(`form ${task.formId} of ${task.definitionId} cannot be read: ${read.error.join(', ')}`);
  }
  return { source, schema: read.value };
}

/** What was sent, cleaned; every problem at once. @throws Refused form-invalid {problems: [{path, code, label, detail}]} */
export function checkedData(
  form: TaskForm | undefined,
  data: JsonObject,
  around: { readonly outcomes: readonly Outcome[]; readonly context: TaskContext; readonly nowMs: number },
): JsonObject {
  const { outcomes, context, nowMs } = around;
  const schema = form?.schema ?? { id: '', components: [] };
  const checked = validateForm(schema, data, {
    options: context.options ?? {},
    extraKeys: outcomes.length === 0 ? [] : ['outcome', 'reason'],
    nowMs,
  });
  const problems: JsonObject[] = checked.ok ? [] : checked.error.map(({ path, code, label, detail }) => ({ path, code, label, detail }));
  const chosen = outcomes.find((outcome) => outcome.value === data['outcome']);
  if (outcomes.length > 0 && chosen === undefined) {
    problems.push(problem('outcome', data['outcome'] === undefined ? 'required' : 'not-a-choice', 'Kết quả'));
  }
  problems.push(...reasonProblems(data['reason'], chosen));
  if (!checked.ok || problems.length > 0) {
    throw new Refused('form-invalid', { problems });
  }
  return checked.value;
}

const REASON_MAX = 1000;

function reasonProblems(reason: JsonValue | undefined, chosen: Outcome | undefined): readonly JsonObject[] {
  if (reason !== undefined && reason !== null && typeof reason !== 'string') {
    return [problem('reason', 'not-text', 'Lý do')];
  }
  if (chosen?.needsReason === true && textOf({ reason: reason?.trim() ?? '' }, 'reason') === undefined) {
    return [problem('reason', 'required', 'Lý do')];
  }
  const length = Array.from(reason ?? '').length;
  return length > REASON_MAX ? [problem('reason', 'too-long', 'Lý do', { max: REASON_MAX, length })] : [];
}

/** Of these values, the ones the form has fields for; of a list's entries likewise. */
export function fitting(schema: FormSchema, values: JsonObject): JsonObject {
  const kept: Record<string, JsonValue> = {};
  for (const field of schema.components) {
    const value = field.key === undefined ? undefined : values[field.key];
    if (field.key === undefined || value === undefined) {
      continue;
    }
    const keys = new Set((field.entry ?? []).flatMap((inner) => (inner.key === undefined ? [] : [inner.key])));
    kept[field.key] =
      field.type === 'dynamiclist' && Array.isArray(value)
        ? value.map((item: JsonValue) =>
            isObject(item) ? Object.fromEntries(Object.entries(item).filter(([key]) => keys.has(key))) : item,
          )
        : value;
  }
  return kept;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
