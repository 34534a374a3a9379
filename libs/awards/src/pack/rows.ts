import { compareDates, type LocalDate } from '@thidua/kernel';
import type { Pack, PackRow } from './pack';

/** Whether a row stands on a day. */
export function isInForce(row: PackRow, date: LocalDate): boolean {
  return compareDates(row.effectiveFrom, date) <= 0 && (row.effectiveTo === null || compareDates(date, row.effectiveTo) <= 0);
}

/** Rows in force on a day, or without a day all of them, latest first; a province's own row goes before the country's. */
export function rowsOn<R extends PackRow>(rows: readonly R[], date?: LocalDate, province: string | null = null): readonly R[] {
  return rows
    .filter((row) => (row.province === null || row.province === province) && (date === undefined || isInForce(row, date)))
    .toSorted((a, b) => Number(b.province !== null) - Number(a.province !== null) || compareDates(b.effectiveFrom, a.effectiveFrom));
}

/** The lists of a pack, in the order of its file. */
export const PACK_LISTS = [
  'awards',
  'authorities',
  'ballots',
  'quorums',
  'councils',
  'criteria',
  'dossierParts',
  'quotas',
  'procedures',
  'limits',
  'baseSalaries',
  'coefficients',
  'rounding',
  'funds',
  'papers',
  'rules',
  'signing',
] as const;
export type PackList = (typeof PACK_LISTS)[number];

export interface ListedRow {
  readonly list: PackList;
  readonly row: PackRow;
}

/** Every row with the list it stands in. */
export function listedRows(pack: Pack): readonly ListedRow[] {
  return PACK_LISTS.flatMap((list) => pack[list].map((row) => ({ list, row })));
}

/** Every row of a pack, for lists and for marks of unconfirmed data. */
export function packRows(pack: Pack): readonly PackRow[] {
  return listedRows(pack).map(({ row }) => row);
}

/** The awards a row is about; null = it is about no award in particular. */
export function awardsOf(row: PackRow): readonly string[] | null {
  if ('awards' in row && Array.isArray(row.awards)) {
    return row.awards.filter((award): award is string => typeof award === 'string');
  }
  return 'award' in row && typeof row.award === 'string' ? [row.award] : null;
}

/** Names a row inside its pack: the same row of another pack has the same key. */
export function rowKey({ list, row }: ListedRow): string {
  const { year, month, day } = row.effectiveFrom;
  const awards = awardsOf(row);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${list}/${row.id}/${year}-${two(month)}-${two(day)}${awards === null || awards.length === 0 ? '' : `/${awards.toSorted().join(',')}`}`;
}

/** Rows that may ship only as sample data; with `ids`, those of them a paper rests on, and with `date` only as they stand that day. */
export function unconfirmedRows(pack: Pack, ids?: readonly string[], date?: LocalDate): readonly PackRow[] {
  return packRows(pack).filter(
    (row) => !row.confirmed && (ids === undefined || ids.includes(row.id)) && (date === undefined || isInForce(row, date)),
  );
}
