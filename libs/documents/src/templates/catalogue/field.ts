/** What a value of a field is, for people who write templates. A group has fields below it; a list has them for each of its rows. */
export const FIELD_TYPES = [
  'text',
  'number',
  'money',
  'date',
  'time',
  'flag',
  'choice',
  'picture',
  'person',
  'document',
  'group',
  'list',
  'texts',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export interface Field {
  readonly type: FieldType;
  /** What it says, in Vietnamese. */
  readonly says: string;
  /** Absent data is allowed: the template reads it with `opt`. */
  readonly optional?: true;
  /** Null is allowed: a draft has no number yet. */
  readonly empty?: true;
  /** Shown where the kind's sample has none. */
  readonly example?: string | number | boolean;
  readonly choices?: readonly string[];
  readonly fields?: Readonly<Record<string, Field>>;
}

/** A field for every key of a paper's data, and no other: what the data type gains, the catalogue must say. */
export type FieldsOf<T> = { readonly [Key in keyof Required<T>]: Field };

export const text = (says: string, example?: string): Field => of('text', says, example);
export const texts = (says: string, example?: string): Field => of('texts', says, example);
export const number = (says: string, example?: number): Field => of('number', says, example);
export const money = (says: string, example?: number): Field => of('money', says, example);
export const date = (says: string, example?: string): Field => of('date', says, example);
export const time = (says: string): Field => of('time', says);
export const flag = (says: string, example?: boolean): Field => of('flag', says, example);
export const picture = (says: string): Field => of('picture', says, 'data:image/png;base64,…');
export const choice = (says: string, choices: readonly string[]): Field => ({ type: 'choice', says, choices });

export function group<T>(says: string, fields: FieldsOf<T>, type: 'group' | 'person' | 'document' = 'group'): Field {
  return { type, says, fields };
}

export function list<T>(says: string, fields: FieldsOf<T>): Field {
  return { type: 'list', says, fields };
}

export const optional = (field: Field): Field => ({ ...field, optional: true });
export const orEmpty = (field: Field): Field => ({ ...field, empty: true });

function of(type: FieldType, says: string, example?: string | number | boolean): Field {
  return example === undefined ? { type, says } : { type, says, example };
}
