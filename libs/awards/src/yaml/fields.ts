import { fraction, parseLocalDate, type Fraction, type LocalDate } from '@thidua/kernel';
import type { DataProblem, DataProblemCode } from './problem';

export interface Place {
  readonly path: string;
  readonly rowId: string | null;
  readonly problems: DataProblem[];
}

const NO_DATE: LocalDate = { year: 1, month: 1, day: 1 };

/**
 * Reads a mapping key by key. A fault is noted and a harmless stand-in returned, so that one pass reports everything;
 * the caller throws the result away when there are problems. `finish` reports keys nobody asked for.
 */
export class Fields {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #place: Place;
  readonly #seen = new Set<string>();

  constructor(value: unknown, place: Place) {
    if (isMapping(value)) {
      this.#values = value;
    } else {
      this.#values = {};
      place.problems.push({ code: 'value-invalid', rowId: place.rowId, path: place.path, message: 'a mapping is expected' });
    }
    const id = this.#values['id'];
    this.#place = typeof id === 'string' ? { ...place, rowId: id } : place;
  }

  get rowId(): string | null {
    return this.#place.rowId;
  }

  has(key: string): boolean {
    return this.#values[key] !== undefined && this.#values[key] !== null;
  }

  text(key: string): string {
    const value = this.#take(key);
    if (typeof value === 'string' && value.trim() !== '') {
      return value;
    }
    return this.#refuse(key, value, 'a text is expected', '');
  }

  optionalText(key: string): string | null {
    return this.#absent(key) ? null : this.text(key);
  }

  /** The place in the law; its own code, because a row without one may not ship. */
  citation(key: string): string {
    const value = this.#take(key);
    if (typeof value === 'string' && value.trim() !== '') {
      return value;
    }
    this.problem('citation-missing', key, 'every row names its citation');
    return '';
  }

  boolean(key: string): boolean {
    const value = this.#take(key);
    return typeof value === 'boolean' ? value : this.#refuse(key, value, 'true or false is expected', false);
  }

  integer(key: string): number {
    const value = this.#take(key);
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
      ? value
      : this.#refuse(key, value, 'a whole number is expected', 0);
  }

  optionalInteger(key: string): number | null {
    return this.#absent(key) ? null : this.integer(key);
  }

  date(key: string): LocalDate {
    const value = this.#take(key);
    const date = typeof value === 'string' ? parseLocalDate(value) : undefined;
    return date ?? this.#refuse(key, value, 'a day YYYY-MM-DD is expected', NO_DATE);
  }

  optionalDate(key: string): LocalDate | null {
    return this.#absent(key) ? null : this.date(key);
  }

  /** An exact number written as a decimal ('0.3') or a fraction ('9/10'), always quoted. */
  exact(key: string): Fraction {
    const value = this.#take(key);
    const read = typeof value === 'string' ? exactOf(value) : undefined;
    return read ?? this.#refuse(key, value, "a quoted decimal '0.3' or fraction '9/10' is expected", fraction(0, 1));
  }

  oneOf<T extends string>(key: string, options: readonly [T, ...T[]]): T {
    const value = this.#take(key);
    return options.find((option) => option === value) ?? this.#refuse(key, value, `one of ${options.join(', ')} is expected`, options[0]);
  }

  optionalOneOf<T extends string>(key: string, options: readonly [T, ...T[]]): T | null {
    return this.#absent(key) ? null : this.oneOf(key, options);
  }

  someOf<T extends string>(key: string, options: readonly [T, ...T[]]): readonly T[] {
    return this.texts(key).flatMap((text) => {
      const known = options.find((option) => option === text);
      if (known === undefined) {
        this.problem('value-invalid', key, `'${text}' is not one of ${options.join(', ')}`);
        return [];
      }
      return [known];
    });
  }

  texts(key: string): readonly string[] {
    const value = this.#take(key);
    if (!Array.isArray(value)) {
      return this.#refuse(key, value, 'a list is expected', []);
    }
    return value.flatMap((item: unknown) =>
      typeof item === 'string' && item !== '' ? [item] : this.#refuse<string[]>(key, item, 'texts are expected', []),
    );
  }

  list<T>(key: string, read: (fields: Fields) => T): readonly T[] {
    const value = this.#take(key);
    if (!Array.isArray(value)) {
      return this.#refuse(key, value, 'a list is expected', []);
    }
    return value.map((item: unknown, index) => this.#inside(item, `${this.#at(key)}[${index}]`, read));
  }

  object<T>(key: string, read: (fields: Fields) => T): T {
    return this.#inside(this.#take(key), this.#at(key), read);
  }

  optionalObject<T>(key: string, read: (fields: Fields) => T): T | null {
    return this.#absent(key) ? null : this.object(key, read);
  }

  problem(code: DataProblemCode, key: string, message: string): void {
    this.#place.problems.push({ code, rowId: this.#place.rowId, path: this.#at(key), message });
  }

  finish(): void {
    for (const key of Object.keys(this.#values)) {
      if (!this.#seen.has(key)) {
        this.problem('key-unknown', key, `the key '${key}' is unknown`);
      }
    }
  }

  #inside<T>(value: unknown, path: string, read: (fields: Fields) => T): T {
    const fields = new Fields(value, { ...this.#place, path });
    const result = read(fields);
    fields.finish();
    return result;
  }

  #take(key: string): unknown {
    this.#seen.add(key);
    return this.#values[key];
  }

  #absent(key: string): boolean {
    this.#seen.add(key);
    return !this.has(key);
  }

  #refuse<T>(key: string, value: unknown, message: string, standIn: T): T {
    const missing = value === undefined || value === null;
    this.problem(missing ? 'key-missing' : 'value-invalid', key, missing ? `the key '${key}' is missing` : message);
    return standIn;
  }

  #at(key: string): string {
    return this.#place.path === '' ? key : `${this.#place.path}.${key}`;
  }
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function exactOf(text: string): Fraction | undefined {
  const share = /^(\d{1,6})\/(\d{1,6})$/.exec(text);
  if (share !== null) {
    const [top, bottom] = [Number(share[1]), Number(share[2])];
    return bottom > 0 ? fraction(top, bottom) : undefined;
  }
  const decimal = /^(\d{1,6})(?:\.(\d{1,4}))?$/.exec(text);
  if (decimal === null) {
    return undefined;
  }
  const places = decimal[2] ?? '';
  return fraction(Number(`${decimal[1] ?? ''}${places}`), 10 ** places.length);
}
