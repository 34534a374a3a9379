import type { JsonObject, JsonValue } from '@thidua/kernel';

/** The part of a form-js schema that is drawn and checked here; everything else in a file is refused by `readForm`. */
export interface FormSchema {
  readonly id: string;
  readonly components: readonly FormField[];
}

export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

export interface FormField {
  readonly type: FieldType;
  /** Absent on text shown to the reader. */
  readonly key?: string;
  readonly label?: string;
  readonly required: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly options?: readonly FieldOption[];
  /** Options come from the task's context under this name, not from the schema. */
  readonly optionsFrom?: string;
  /** Shown but not editable; a value sent back is accepted only as text. */
  readonly disabled: boolean;
  readonly defaultValue?: JsonValue;
  /** FEEL, without '='; the field is hidden (and its value refused) when true. */
  readonly hideWhen?: string;
  readonly withTime?: boolean;
  /** Fields of each entry of a list. */
  readonly entry?: readonly FormField[];
  readonly text?: string;
}

export const FIELD_TYPES = [
  'textfield',
  'textarea',
  'number',
  'select',
  'radio',
  'checkbox',
  'checklist',
  'datetime',
  'dynamiclist',
  'text',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export interface FormProblem {
  /** Path of keys, `rows.2.note`. */
  readonly path: string;
  readonly code:
    | 'required'
    | 'unknown-key'
    | 'not-text'
    | 'not-a-number'
    | 'not-a-choice'
    | 'not-a-date'
    | 'not-a-list'
    | 'not-true-or-false'
    | 'too-small'
    | 'too-large'
    | 'too-short'
    | 'too-long'
    | 'pattern'
    | 'hidden';
  readonly label: string;
  readonly detail: JsonObject;
}
