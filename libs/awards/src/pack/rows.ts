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

/** Every row of a pack, for lists and for marks of unconfirmed data. */
export function packRows(pack: Pack): readonly PackRow[] {
  return [
    ...pack.awards,
    ...pack.authorities,
    ...pack.ballots,
    ...pack.councils,
    ...pack.limits,
    ...pack.baseSalaries,
    ...pack.coefficients,
    ...pack.rounding,
    ...pack.rules,
    ...pack.signing,
  ];
}

/** Rows that may ship only as sample data; with `ids`, those of them a paper rests on. */
export function unconfirmedRows(pack: Pack, ids?: readonly string[]): readonly PackRow[] {
  return packRows(pack).filter((row) => !row.confirmed && (ids === undefined || ids.includes(row.id)));
}
