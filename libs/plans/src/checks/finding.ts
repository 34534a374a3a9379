import type { PlanSource } from '@thidua/awards';
import type { Citation } from '../citations/citation';
import type { Instrument } from '../known/instruments';
import type { Agency } from '../known/agencies';
import type { AnyField } from '../plan-field';
import type { PlanRoom } from '../reading/plan-room';

export type FindingCode =
  | 'number-differs'
  | 'date-differs'
  | 'symbol-wrong'
  | 'law-lapsed'
  | 'law-lapses'
  | 'law-not-yet'
  | 'agency-gone'
  | 'agency-ends'
  | 'leftover-place'
  | 'wrong-tier'
  | 'duplicate-section'
  | 'duplicate-heading'
  | 'duplicate-content'
  | 'promise-empty'
  | 'above-top-rating'
  | 'stray-word'
  | 'word-twice'
  | 'name-differs'
  | 'parent-name-differs'
  | 'late-for-parent'
  | 'report-skips-level'
  | 'head-incomplete';

/** Something in a document that does not fit: itself, its parent, the law or the map of its own day. */
export interface Finding {
  readonly code: FindingCode;
  /** error: wrong on the day of issue · note: worth knowing, wrong or not. */
  readonly severity: 'error' | 'note';
  readonly line: PlanSource['line'];
  readonly quote: string;
  /** The other places where the same stands. */
  readonly also: readonly PlanSource['line'][];
  /** In Vietnamese, for the person who drafts. */
  readonly says: string;
  readonly meant: string | null;
  /** What the parent says, when the finding rests on it. */
  readonly parent: PlanSource | null;
}

/** What a check sees. `issuedOn` may be partial ('2025-08'); null = the document bears no date. */
export interface CheckRoom {
  readonly room: PlanRoom;
  readonly cited: readonly Citation[];
  readonly fields: readonly AnyField[];
  readonly issuedOn: string | null;
  readonly area: string | null;
  readonly province: string | null;
  readonly names: readonly string[];
  readonly parent: CheckedParent | null;
  readonly instruments: readonly Instrument[];
  readonly agencies: readonly Agency[];
}

export interface CheckedParent {
  readonly room: PlanRoom;
  readonly cited: readonly Citation[];
  readonly fields: readonly AnyField[];
}

export type Check = (room: CheckRoom) => readonly Finding[];

type Given = Pick<Finding, 'code' | 'severity' | 'says'> & Partial<Pick<Finding, 'meant' | 'also' | 'parent'>>;

export function finding({ quote, line }: PlanSource, given: Given): Finding {
  return { also: [], meant: null, parent: null, ...given, quote, line };
}

/** One finding for the same words in several places. */
export function gathered(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, Finding>();
  for (const one of findings) {
    const key = `${one.code} ${one.says}`;
    const first = seen.get(key);
    seen.set(key, first === undefined ? one : { ...first, also: [...first.also, one.line, ...one.also] });
  }
  return [...seen.values()];
}
