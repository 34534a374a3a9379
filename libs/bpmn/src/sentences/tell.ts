import type { RefusalCode } from '../refusal';
import { ACTIVITY_SENTENCES } from './activities';
import { DATA_SENTENCES } from './data';
import { EVENT_SENTENCES } from './events';
import { FILE_SENTENCES } from './files';
import { FLOW_SENTENCES } from './flows';
import { LAW_SENTENCES } from './law';
import { says, type Sentence } from './sentence';
import { VIETNAMESE_WORDS } from './words';

/** A sentence for every code; where a code has several reasons, `code/reason` says it more exactly. */
export const SENTENCES: Readonly<Record<RefusalCode, Sentence>> = {
  ...FILE_SENTENCES,
  ...FLOW_SENTENCES,
  ...EVENT_SENTENCES,
  ...ACTIVITY_SENTENCES,
  ...DATA_SENTENCES,
  ...LAW_SENTENCES,
};

/** For codes of a newer server than the browser's copy of this file. */
const UNKNOWN = says('có chỗ chưa đúng', 'Mở phần tử để xem.', 'is not right', 'Open the element.');

/** What a finding says in one language: what is wrong, as a clause that goes on after the element's name, and how to mend it. */
export interface Told {
  readonly what: string;
  readonly mend: string;
}

/** Puts a finding into words. Takes what travels to the browser: the code, and the facts in `detail`. */
export function tell(finding: { readonly code: string; readonly detail: Readonly<Record<string, unknown>> }, language: 'vi' | 'en'): Told {
  const sentences: Readonly<Record<string, Sentence | undefined>> = SENTENCES;
  const { code, detail } = finding;
  const sentence = sentences[`${code}/${wordOf(detail, 'reason')}`] ?? sentences[code] ?? UNKNOWN;
  const facts = language === 'vi' ? translated(detail) : detail;
  return language === 'vi'
    ? { what: fill(sentence.vi, facts), mend: fill(sentence.mendVi, facts) }
    : { what: fill(sentence.en, facts), mend: fill(sentence.mendEn, facts) };
}

/** Facts that are such words. */
const WORDS_OF = ['kinds', 'allowed', 'side', 'others'];

function translated(detail: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const inVietnamese = (word: unknown): unknown => (typeof word === 'string' ? (VIETNAMESE_WORDS[word] ?? word) : word);
  const entries = Object.entries(detail).map(([name, value]) =>
    WORDS_OF.includes(name) ? [name, Array.isArray(value) ? value.map(inVietnamese) : inVietnamese(value)] : [name, value],
  );
  return Object.fromEntries(entries) as Readonly<Record<string, unknown>>;
}

function fill(text: string, detail: Readonly<Record<string, unknown>>): string {
  const kept = text.replace(/\[([^\]]*)\]/g, (_, part: string) => (holes(part).every((name) => wordOf(detail, name) !== '') ? part : ''));
  return kept.replace(/\{(\w+)\}/g, (_, name: string) => wordOf(detail, name));
}

function holes(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

function wordOf(detail: Readonly<Record<string, unknown>>, name: string): string {
  const value = detail[name];
  if (Array.isArray(value)) {
    return value.filter((one) => typeof one === 'string').join(', ');
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
