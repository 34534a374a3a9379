import { padNumber } from './vietnamese';
import type { NomineeKind, NomineeRow } from '../papers/common';

export interface NomineeGroup<Row extends NomineeRow = NomineeRow> {
  readonly label: string;
  readonly rows: readonly Row[];
}

const ORDER: readonly { kind: NomineeKind; label: string; noun: string }[] = [
  { kind: 'collective', label: 'TẬP THỂ', noun: 'tập thể' },
  { kind: 'household', label: 'HỘ GIA ĐÌNH', noun: 'hộ gia đình' },
  { kind: 'individual', label: 'CÁ NHÂN', noun: 'cá nhân' },
];

const ROMAN = ['I', 'II', 'III'] as const;

/** Rows in the order of the forms (collectives, households, individuals), each group with its Roman heading. */
export function groupsOf<Row extends NomineeRow>(rows: readonly Row[]): readonly NomineeGroup<Row>[] {
  return ORDER.map(({ kind, label }) => ({ label, rows: rows.filter((row) => row.kind === kind) }))
    .filter((group) => group.rows.length > 0)
    .map((group, at) => ({ ...group, label: `${ROMAN[at] ?? ''}. ${group.label}` }));
}

/** '02 tập thể, 05 cá nhân'. */
export function countsPhrase(rows: readonly NomineeRow[]): string {
  return ORDER.map(({ kind, noun }) => ({ noun, count: rows.filter((row) => row.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ noun, count }) => `${padNumber(count)} ${noun}`)
    .join(', ');
}

/** One line per award, in order of first appearance: { award, phrase: '02 tập thể, 05 cá nhân' }. */
export function awardTotals(rows: readonly NomineeRow[]): readonly { award: string; phrase: string }[] {
  const awards = [...new Set(rows.map((row) => row.award))];
  return awards.map((award) => ({ award, phrase: countsPhrase(rows.filter((row) => row.award === award)) }));
}

/** The sum of all money in the rows, whole đồng. */
export function amountTotal(rows: readonly NomineeRow[]): number {
  return rows.reduce((sum, row) => sum + (row.amount ?? 0), 0);
}

/** Columns of the nominee table: five, and one for each of money, votes and notes that any row has. */
export function nomineeColumns(rows: readonly NomineeRow[]): number {
  const optional = ['amount', 'votes', 'note'] as const;
  return 5 + optional.filter((field) => rows.some((row) => row[field] !== undefined)).length;
}
