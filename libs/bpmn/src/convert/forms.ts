import type { JsonObject, JsonValue } from '@thidua/kernel';
import type { ModdleElement } from 'bpmn-moddle';
import { textOf } from '../moddle/access';
import { addExtension, changed, mapped, unmappable, type Converting } from './converting';
import { feelOfJuel } from './juel/feel-of-juel';
import { partsOf, take, takeChildren, type Word, type Words } from './words';

const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    string: 'textfield',
    text: 'textarea',
    'multi-line-text': 'textarea',
    long: 'number',
    integer: 'number',
    int: 'number',
    double: 'number',
    decimal: 'number',
    boolean: 'checkbox',
    date: 'datetime',
    enum: 'select',
  }),
);

/** The form of a user task: by reference, or written inside the diagram and then made into a form file. */
export function convertForm(converting: Converting, words: Words): void {
  const key = take(words, 'formRef') ?? take(words, 'formKey');
  const fields = [...takeChildren(words, 'formData').flatMap((data) => partsOf(data, 'formField')), ...takeChildren(words, 'formProperty')];
  if (key !== undefined) {
    referTo(converting, words, key);
  }
  const [first] = fields;
  if (first !== undefined) {
    build(converting, words.element, { fields, prefix: first.$type.replace(/:.*/, ''), hasKey: key !== undefined });
  }
}

function referTo(converting: Converting, words: Words, { what, value }: Word): void {
  const { element } = words;
  const binding = take(words, 'formRefBinding')?.value;
  const version = take(words, 'formRefVersion');
  const formId = formIdOf(value);
  if (formId === undefined) {
    unmappable(converting, element, what, value, {
      vi: `Biểu mẫu «${value}» là trang riêng của hệ thống cũ. Vẽ lại bằng trình soạn biểu mẫu, rồi chọn cho bước này.`,
      en: `The form "${value}" is a page of the old system. Draw it again in the form editor and choose it for this step.`,
    });
    return;
  }
  // Forms travel with the diagram and are fixed when it is deployed.
  const bindingType = binding === 'latest' ? 'latest' : 'deployment';
  addExtension(converting, element, 'zeebe:FormDefinition', { formId, bindingType });
  const became = `zeebe:formDefinition formId="${formId}" bindingType="${bindingType}"`;
  if (version === undefined && formId === value && what.endsWith('formRef')) {
    mapped(converting, element, what, became);
    return;
  }
  changed(converting, element, what, became, {
    vi: `Bước này dùng biểu mẫu «${formId}» đi kèm sơ đồ; tải lên hoặc vẽ biểu mẫu có mã đó.`,
    en: `This step uses the form "${formId}" that travels with the diagram; upload or draw a form of that id.`,
  });
}

/** The id of a form named by a key; undefined for pages, addresses and expressions. */
function formIdOf(key: string): string | undefined {
  const file = /^camunda-forms:.*?([^/:]+)\.form$/.exec(key)?.[1];
  return file ?? (/^[\p{L}\p{N}_-]+$/u.test(key) ? key : undefined);
}

interface Fields {
  readonly fields: readonly ModdleElement[];
  /** Of the other engine's words. */
  readonly prefix: string;
  /** Whether the task names a form as well. */
  readonly hasKey: boolean;
}

function build(converting: Converting, element: ModdleElement, { fields, prefix, hasKey }: Fields): void {
  const id = (element.id ?? 'bieu-mau').replace(/[^\p{L}\p{N}_-]/gu, '-');
  const what = `${prefix}:${hasKey ? 'formData' : 'form'}`;
  if (hasKey) {
    unmappable(converting, element, what, fields.map((field) => textOf(field, 'id') ?? '').join(', '), {
      vi: 'Bước này vừa trỏ tới biểu mẫu vừa khai báo trường. Chọn một cách.',
      en: 'This step refers to a form and lists fields as well. Keep one of them.',
    });
    return;
  }
  const components = fields.map((field) => fieldOf(converting, element, field));
  converting.forms.push({ id, schema: { type: 'default', schemaVersion: 18, id, components } });
  addExtension(converting, element, 'zeebe:FormDefinition', { formId: id, bindingType: 'deployment' });
  mapped(converting, element, what, `zeebe:formDefinition formId="${id}" (forms/${id}.form)`);
}

function fieldOf(converting: Converting, element: ModdleElement, field: ModdleElement): JsonObject {
  const written = textOf(field, 'type') ?? 'string';
  const id = textOf(field, 'id') ?? '';
  const type = TYPES.get(written) ?? 'textfield';
  if (!TYPES.has(written)) {
    changed(converting, element, field.$type, 'textfield', {
      vi: `Trường «${id}» có kiểu riêng «${written}»; nay là ô chữ.`,
      en: `The field "${id}" has a type of its own, "${written}"; it is a text field now.`,
    });
  }
  const rules = rulesOf(field);
  const fallback = fallbackOf(converting, element, field, type);
  return {
    type,
    id: `Field_${id}`,
    key: textOf(field, 'variable') ?? id,
    label: textOf(field, 'label') ?? textOf(field, 'name') ?? id,
    ...(type === 'datetime' ? { subtype: 'date' } : {}),
    ...(type === 'select' ? { values: optionsOf(field) } : {}),
    ...(rules['readonly'] === true || textOf(field, 'writable') === 'false' ? { disabled: true } : {}),
    ...(fallback === undefined ? {} : { defaultValue: fallback }),
    ...validationOf(rules),
  };
}

function optionsOf(field: ModdleElement): readonly JsonObject[] {
  return partsOf(field, 'value').map((option) => {
    const value = textOf(option, 'id') ?? '';
    return { value, label: textOf(option, 'name') ?? value };
  });
}

/** Constraints by name; one without a value is `true`. */
function rulesOf(field: ModdleElement): Readonly<Record<string, string | true>> {
  const constraints = partsOf(field, 'validation').flatMap((validation) => partsOf(validation, 'constraint'));
  return {
    ...(textOf(field, 'required') === 'true' ? { required: true } : {}),
    ...Object.fromEntries(constraints.map((rule) => [textOf(rule, 'name') ?? '', textOf(rule, 'config') ?? true])),
  };
}

function validationOf(rules: Readonly<Record<string, string | true>>): JsonObject {
  const numbers = { minlength: 'minLength', maxlength: 'maxLength', min: 'min', max: 'max' };
  const validate: Record<string, JsonValue> = rules['required'] === undefined || rules['required'] === 'false' ? {} : { required: true };
  for (const [written, name] of Object.entries(numbers)) {
    const value = rules[written];
    if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) {
      validate[name] = Number(value);
    }
  }
  return Object.keys(validate).length === 0 ? {} : { validate };
}

function fallbackOf(converting: Converting, element: ModdleElement, field: ModdleElement, type: string): JsonValue | undefined {
  const written = textOf(field, 'defaultValue') ?? textOf(field, 'default');
  if (written === undefined || written === '') {
    return undefined;
  }
  const read = feelOfJuel(written);
  if (!read.ok || read.value.constant === undefined) {
    changed(converting, element, field.$type, '', {
      vi: `Giá trị mặc định «${written}» của trường «${textOf(field, 'id') ?? ''}» là biểu thức và không được chuyển.`,
      en: `The default "${written}" of the field "${textOf(field, 'id') ?? ''}" is an expression and was left out.`,
    });
    return undefined;
  }
  if (type === 'checkbox') {
    return written === 'true';
  }
  return type === 'number' && Number.isFinite(Number(written)) ? Number(written) : written;
}
