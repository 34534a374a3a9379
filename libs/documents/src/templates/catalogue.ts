import type { PaperDataByKind, PaperKind } from '../papers/paper-data';
import { ACHIEVEMENT_FIELDS } from './catalogue/achievements';
import { BOARD_FIELDS } from './catalogue/boards';
import { BOOK_FIELDS } from './catalogue/books';
import { CEREMONY_FIELDS } from './catalogue/ceremony';
import { SESSION_FORM_FIELDS } from './catalogue/session-forms';
import { DECISION_FIELDS } from './catalogue/decisions';
import type { Field, FieldsOf, FieldType } from './catalogue/field';
import { LIFE_CYCLE_FIELDS } from './catalogue/life-cycle';
import { INSPECTION_FIELDS } from './catalogue/inspections';
import { MODEL_FIELDS } from './catalogue/models';
import { MINUTES_FIELDS } from './catalogue/minutes';
import { OCCASION_FIELDS } from './catalogue/occasions';
import { NOTICE_FIELDS } from './catalogue/notices';
import { STATISTIC_FIELDS } from './catalogue/statistics';
import { SUBMISSION_FIELDS } from './catalogue/submissions';

/** A line of the catalogue. Paths are as a template writes them from the top; `[]` stands for each row: 'rows[].name'. */
export interface CatalogueField {
  readonly path: string;
  readonly type: FieldType;
  readonly says: string;
  /** As text; '' for groups and lists. */
  readonly example: string;
  /** The data always have it; otherwise a template reads it with `opt`. */
  readonly required: boolean;
  /** It may be null or empty text in a draft. */
  readonly mayBeEmpty: boolean;
  readonly choices: readonly string[];
}

/** Every field of every kind. */
export const FIELDS: { readonly [Kind in PaperKind]: FieldsOf<PaperDataByKind[Kind]> } = {
  ...SUBMISSION_FIELDS,
  ...MINUTES_FIELDS,
  ...DECISION_FIELDS,
  ...NOTICE_FIELDS,
  ...ACHIEVEMENT_FIELDS,
  ...SESSION_FORM_FIELDS,
  ...BOARD_FIELDS,
  ...BOOK_FIELDS,
  ...STATISTIC_FIELDS,
  ...CEREMONY_FIELDS,
  ...MODEL_FIELDS,
  ...OCCASION_FIELDS,
  ...INSPECTION_FIELDS,
  ...LIFE_CYCLE_FIELDS,
};

/** The catalogue of one kind, with examples from its sample; an own example where the sample has none. */
export function catalogueOf(kind: PaperKind, sample: unknown): readonly CatalogueField[] {
  return linesOf(FIELDS[kind], sample, '');
}

function linesOf(fields: Readonly<Record<string, Field>>, sample: unknown, above: string): readonly CatalogueField[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const path = `${above}${key}`;
    const value = valueIn(sample, key);
    const line: CatalogueField = {
      path,
      type: field.type,
      says: field.says,
      example: exampleOf(field, value),
      required: field.optional !== true,
      mayBeEmpty: field.empty === true,
      choices: field.choices ?? [],
    };
    const below = field.type === 'list' ? `${path}[].` : `${path}.`;
    return field.fields === undefined ? [line] : [line, ...linesOf(field.fields, field.type === 'list' ? richest(value) : value, below)];
  });
}

function exampleOf(field: Field, value: unknown): string {
  if (field.fields !== undefined) {
    return '';
  }
  const shown = Array.isArray(value) ? (value as readonly unknown[])[0] : value;
  const said = shown === undefined || shown === null || shown === '' ? field.example : shown;
  return typeof said === 'string' || typeof said === 'number' || typeof said === 'boolean' ? String(said) : '';
}

/** One row that has what any row has: not every row says everything. */
function richest(value: unknown): unknown {
  return Array.isArray(value) ? (Object.assign({}, ...(value as readonly object[]).toReversed()) as unknown) : undefined;
}

function valueIn(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}
