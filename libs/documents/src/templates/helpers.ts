import { TemplateFieldMissing } from '../errors';
import { balancedLines, ruleWidth } from './balanced-lines';
import { amountTotal, awardTotals, countsPhrase, groupsOf, nomineeColumns } from './nominees';
import { moneyWords } from './money-words';
import { qrDataUri } from './qr-code';
import { dateShort, dateWords, digits, lowerFirst, money, padNumber, percentText, topic, upperCase } from './vietnamese';

type Helper = (...args: never[]) => unknown;

/** Put round every field by the compiler, so that a missing one is named by its whole path. Ends with Handlebars' options. */
function need(head: unknown, path: string, ...rest: [...string[], unknown]): unknown {
  const value = maybe(head, path, ...rest);
  if (value === undefined) {
    throw new TemplateFieldMissing(`the data lacks ${path}`, { field: path, ...placeOf(rest.at(-1)) });
  }
  return value;
}

/** Where the field stands, from the options that Handlebars hands every helper. */
function placeOf(options: unknown): { line: number | null; in: string | null } {
  const { loc } = options as { loc?: { source?: string | null; start: { line: number } } }; // Handlebars' own type leaves it out
  return { line: loc?.start.line ?? null, in: loc?.source ?? null };
}

/** Goes down own fields only; undefined at the first gap. */
function maybe(head: unknown, _path: string, ...rest: [...string[], unknown]): unknown {
  let value = head;
  for (const part of rest.slice(0, -1) as string[]) {
    value = isObject(value) && Object.hasOwn(value, part) ? value[part] : undefined;
  }
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** All that a template may call besides if, unless, each and with. `need` and `maybe` are for the compiler. */
export const HELPERS: Readonly<Record<string, Helper>> = {
  need,
  maybe,
  opt: (value: unknown, fallback: unknown) => value ?? (typeof fallback === 'string' ? fallback : ''),
  eq: (left: unknown, right: unknown) => left === right,
  not: (value: unknown) => !isFull(value),
  and: (left: unknown, right: unknown) => isFull(left) && isFull(right),
  or: (left: unknown, right: unknown) => isFull(left) || isFull(right),
  dateWords,
  dateShort,
  money,
  moneyWords,
  digits,
  padNumber,
  percent: percentText,
  upper: upperCase,
  lower: lowerFirst,
  topic,
  join: (...parts: unknown[]) =>
    parts
      .slice(0, -1)
      .filter((part) => part !== '')
      .join(' '),
  ordinal: (index: number) => index + 1,
  lines: (text: string) => text.split('\n'),
  balanced: (text: string, millimetres: number, size: unknown) => balancedLines(text, millimetres, sizeOf(size)),
  ruleWidth: (text: string, millimetres: number, size: unknown) => ruleWidth(text, millimetres, sizeOf(size)),
  qr: (text: string) => qrDataUri(text),
  groups: groupsOf,
  counts: countsPhrase,
  awardTotals,
  amountTotal,
  nomineeColumns,
  anyHas: (rows: readonly object[], field: string) => rows.some((row) => (row as Record<string, unknown>)[field] !== undefined),
};

export const BLOCK_HELPERS = ['if', 'unless', 'each', 'with'] as const;

/** Left out by the template, it is Handlebars' options. */
function sizeOf(size: unknown): number | undefined {
  return typeof size === 'number' ? size : undefined;
}

function isFull(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
