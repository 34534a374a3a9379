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
      place.problems.push({
        code: 'value-invalid',
        rowId: place.rowId,
        path: place.path,
        message: 'phải là một nhóm khóa: giá trị; kiểm tra thụt lề của dòng này',
      });
    }
    const id = this.#values['id'];
    this.#place = typeof id === 'string' ? { ...place, rowId: id } : place;
  }

  get rowId(): string | null {
    return this.#place.rowId;
  }

  /** Whether the key says something; a key without a value is as good as none. */
  has(key: string): boolean {
    this.#seen.add(key);
    return this.#values[key] !== undefined && this.#values[key] !== null;
  }

  text(key: string): string {
    const value = this.#take(key);
    if (typeof value === 'string' && value.trim() !== '') {
      return value;
    }
    return this.#refuse(key, value, 'phải là chữ; đặt giá trị trong dấu nháy đơn', '');
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
    this.problem('citation-missing', key, 'thiếu căn cứ; ghi điều, khoản và tên văn bản vào khóa citation');
    return '';
  }

  boolean(key: string): boolean {
    const value = this.#take(key);
    return typeof value === 'boolean' ? value : this.#refuse(key, value, 'phải là true hoặc false', false);
  }

  integer(key: string): number {
    const value = this.#take(key);
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
      ? value
      : this.#refuse(key, value, 'phải là số nguyên không âm, không có dấu nháy', 0);
  }

  optionalInteger(key: string): number | null {
    return this.#absent(key) ? null : this.integer(key);
  }

  date(key: string): LocalDate {
    const value = this.#take(key);
    const date = typeof value === 'string' ? parseLocalDate(value) : undefined;
    return date ?? this.#refuse(key, value, "phải là một ngày có thật dạng 'YYYY-MM-DD', đặt trong dấu nháy", NO_DATE);
  }

  optionalDate(key: string): LocalDate | null {
    return this.#absent(key) ? null : this.date(key);
  }

  /** An exact number written as a decimal ('0.3') or a fraction ('9/10'), always quoted. */
  exact(key: string): Fraction {
    const value = this.#take(key);
    const read = typeof value === 'string' ? exactOf(value) : undefined;
    return read ?? this.#refuse(key, value, "phải là số thập phân '0.3' hoặc phân số '9/10', đặt trong dấu nháy", fraction(0, 1));
  }

  oneOf<T extends string>(key: string, options: readonly [T, ...T[]]): T {
    const value = this.#take(key);
    return options.find((option) => option === value) ?? this.#refuse(key, value, `phải là một trong: ${options.join(', ')}`, options[0]);
  }

  optionalOneOf<T extends string>(key: string, options: readonly [T, ...T[]]): T | null {
    return this.#absent(key) ? null : this.oneOf(key, options);
  }

  someOf<T extends string>(key: string, options: readonly [T, ...T[]]): readonly T[] {
    return this.texts(key).flatMap((text) => {
      const known = options.find((option) => option === text);
      if (known === undefined) {
        this.problem('value-invalid', key, `không nhận '${text}'; chỉ dùng: ${options.join(', ')}`);
        return [];
      }
      return [known];
    });
  }

  texts(key: string): readonly string[] {
    const value = this.#take(key);
    if (!Array.isArray(value)) {
      return this.#refuse(key, value, 'phải là danh sách; để trống thì ghi []', []);
    }
    return value.flatMap((item: unknown) =>
      typeof item === 'string' && item !== '' ? [item] : this.#refuse<string[]>(key, item, 'mỗi phần tử phải là chữ', []),
    );
  }

  /** As `texts`; nothing written = an empty list. */
  textsIfAny(key: string): readonly string[] {
    return this.#absent(key) ? [] : this.texts(key);
  }

  /** As `someOf`; nothing written = an empty list. */
  someIfAny<T extends string>(key: string, options: readonly [T, ...T[]]): readonly T[] {
    return this.#absent(key) ? [] : this.someOf(key, options);
  }

  /** As `list`; nothing written = an empty list. */
  listIfAny<T>(key: string, read: (fields: Fields) => T): readonly T[] {
    return this.#absent(key) ? [] : this.list(key, read);
  }

  booleanOr(key: string, otherwise: boolean): boolean {
    return this.#absent(key) ? otherwise : this.boolean(key);
  }

  oneOfOr<T extends string>(key: string, options: readonly [T, ...T[]], otherwise: T): T {
    return this.#absent(key) ? otherwise : this.oneOf(key, options);
  }

  list<T>(key: string, read: (fields: Fields) => T): readonly T[] {
    const value = this.#take(key);
    if (!Array.isArray(value)) {
      return this.#refuse(key, value, 'phải là danh sách; để trống thì ghi []', []);
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
        this.problem('key-unknown', key, `không có khóa '${key}'; sửa tên khóa hoặc xóa dòng này`);
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
    return !this.has(key);
  }

  #refuse<T>(key: string, value: unknown, message: string, standIn: T): T {
    const missing = value === undefined || value === null;
    this.problem(missing ? 'key-missing' : 'value-invalid', key, missing ? `thiếu khóa '${key}'; thêm khóa này` : message);
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
