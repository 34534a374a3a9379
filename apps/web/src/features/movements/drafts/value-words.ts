import type { PlanFieldView } from '@thidua/contract';
import type { Text } from '../../../i18n/use-text';
import { CONTROLS, type Control } from './field-shapes';
import { dayWords, monthDayWords } from './partial-day';

/** A part of a value; the value itself where the part has no name. */
export function partOf(value: PlanFieldView['value'], name: string): unknown {
  return name === '' ? value : typeof value === 'object' && value !== null ? (Reflect.get(value, name) as unknown) : undefined;
}

/** A field's value as a person reads it; null where it is empty. */
export function valueWords(
  { kind, value }: Pick<PlanFieldView, 'kind' | 'value'>,
  names: ReadonlyMap<string, string>,
  t: Text,
): string | null {
  if (value === null) {
    return null;
  }
  switch (kind) {
    case 'signature':
      return Array.isArray(value) ? value.filter((line) => typeof line === 'string').join(' / ') : null;
    case 'signer':
      return t('movements.drafts.signed');
    case 'cited':
      return [partOf(value, 'symbol'), partOf(value, 'issuer')].filter((part) => typeof part === 'string').join(', ');
    case 'period':
      return spanWords(value, t);
    case 'phase':
      return `${t('movements.drafts.phase', { number: String(partOf(value, 'number')) })} ${spanWords(value, t)}${reviewWords(value, t)}`;
    default:
      return CONTROLS[kind]
        .map((control) => controlWords(control, partOf(value, control.name), names, t))
        .filter((words) => words !== '')
        .join(' · ');
  }
}

function controlWords(control: Control, part: unknown, names: ReadonlyMap<string, string>, t: Text): string {
  const option = (one: unknown): string =>
    control.list === 'award' ? (names.get(String(one)) ?? String(one)) : t(`movements.drafts.option.${control.list ?? ''}.${String(one)}`);
  if (part === null || part === undefined || part === '') {
    return '';
  }
  switch (control.as) {
    case 'day':
      return typeof part === 'string' ? dayWords(part) : '';
    case 'month-day':
      return typeof part === 'string' ? t('movements.drafts.before', { day: monthDayWords(part) }) : '';
    case 'check':
      return part === true ? t(`movements.drafts.control.${control.name}`) : '';
    case 'one-of':
      return option(part);
    case 'some-of':
      return Array.isArray(part) ? part.map(option).join(', ') : '';
    case 'number':
      return typeof part === 'number' ? `${t(`movements.drafts.control.${control.name}`)}: ${String(part)}` : '';
    case 'text':
    case 'long':
      return typeof part !== 'string' ? '' : control.name === 'via' ? t('movements.drafts.via', { body: part }) : part;
  }
}

function spanWords(value: PlanFieldView['value'], t: Text): string {
  const [start, end] = [partOf(value, 'start'), partOf(value, 'end')];
  return t('movements.drafts.span', {
    start: typeof start === 'string' ? dayWords(start) : t('movements.drafts.fromIssue'),
    end: typeof end === 'string' ? dayWords(end) : '…',
  });
}

function reviewWords(value: PlanFieldView['value'], t: Text): string {
  const [review, year] = [partOf(value, 'review'), partOf(value, 'reviewYear')];
  if (typeof review !== 'string') {
    return '';
  }
  return ` · ${t(`movements.drafts.option.review.${review}`)}${typeof year === 'number' ? ` ${String(year)}` : ''}`;
}
