import type { PlanFieldView } from '@thidua/contract';
import { CONTROLS, type Control, type FieldKind } from './field-shapes';
import { dayOfWords, dayWords, monthDayOfWords, monthDayWords } from './partial-day';
import { partOf } from './value-words';

/** A value while it is typed: days as words, numbers as digits. */
export type Typed = Readonly<Record<string, string | boolean | readonly string[]>>;

export function valueToWords(kind: FieldKind, value: PlanFieldView['value']): Typed {
  return Object.fromEntries(CONTROLS[kind].map((control) => [control.name, typedOf(control, partOf(value, control.name))]));
}

/** Null: something is missing or no day. Parts nobody types stay as they were. */
export function wordsToValue(kind: FieldKind, typed: Typed, before: PlanFieldView['value']): PlanFieldView['value'] {
  const parts: Record<string, unknown> = {};
  for (const control of CONTROLS[kind]) {
    const read = readOf(control, typed[control.name]);
    if (read === undefined) {
      return null;
    }
    parts[control.name] = read;
  }
  if (CONTROLS[kind][0]?.name === '') {
    return parts[''] as PlanFieldView['value'];
  }
  const kept =
    typeof before === 'object' && before !== null && !Array.isArray(before)
      ? before
      : kind === 'parent'
        ? { names: [], launches: null }
        : {};
  return { ...kept, ...parts } as PlanFieldView['value']; // the server holds it to the shape of its kind
}

function typedOf({ as, optional }: Control, part: unknown): Typed[string] {
  switch (as) {
    case 'check':
      return part === true;
    case 'some-of':
      return Array.isArray(part) ? part.map(String) : [];
    case 'day':
      return dayWords(typeof part === 'string' && part !== '' ? part : null);
    case 'month-day':
      return monthDayWords(typeof part === 'string' && part !== '' ? part : null);
    default:
      return part === null || part === undefined
        ? ''
        : typeof part === 'string' || typeof part === 'number'
          ? String(part)
          : optional
            ? ''
            : '';
  }
}

/** Undefined: not filled in as it must be. */
function readOf({ as, optional, list }: Control, typed: Typed[string] | undefined): unknown {
  if (as === 'check') {
    return typed === true;
  }
  if (as === 'some-of') {
    const some = Array.isArray(typed) ? typed : [];
    return some.length === 0 && list !== 'award' ? undefined : some;
  }
  const words = typeof typed === 'string' ? typed.trim() : '';
  if (words === '') {
    return optional === true ? null : undefined;
  }
  switch (as) {
    case 'day':
      return dayOfWords(words) ?? undefined;
    case 'month-day':
      return monthDayOfWords(words) ?? undefined;
    case 'number':
      return /^\d{1,4}$/u.test(words) ? Number(words) : undefined;
    default:
      return words;
  }
}
