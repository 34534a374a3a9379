import type { ImportKind } from '@thidua/store';
import type { Cell, Sheet } from '../../deps';
import { searchable } from '../../plain-text';
import { cellProblem, type CellProblem } from './problem';
import { TABLES, type TableColumn } from './table';

export interface TableLine {
  /** As the sheet counts: the header is row 1. */
  readonly row: number;
  readonly cells: Readonly<Record<string, Cell>>;
}

export interface ReadTable {
  readonly lines: readonly TableLine[];
  readonly problems: readonly CellProblem[];
}

export function readTable(kind: ImportKind, sheets: readonly Sheet[]): ReadTable {
  return readColumns(TABLES[kind].columns, sheets);
}

/** Lines of the first sheet by the keys of the columns; titles are compared without marks and case. A table of other columns is not read at all. */
export function readColumns(columns: readonly TableColumn[], sheets: readonly Sheet[]): ReadTable {
  const [sheet] = sheets;
  const [header = [], ...rest] = sheet?.rows ?? [];
  if (sheet === undefined || header.length === 0) {
    return { lines: [], problems: [cellProblem('no-sheet', '')] };
  }
  const titles = header.map((cell) => titleOf(cell));
  const problems = headerProblems(columns, titles);
  if (problems.length > 0) {
    return { lines: [], problems };
  }
  const at = new Map(columns.map((column) => [column.key, titles.findIndex((title) => same(title, column.title))]));
  const lines = rest.flatMap((row, index): readonly TableLine[] => {
    const cells = Object.fromEntries([...at].map(([key, place]) => [key, place < 0 ? null : cellOf(row[place] ?? null)]));
    return Object.values(cells).every((cell) => cell === null) ? [] : [{ row: index + 2, cells }];
  });
  return { lines, problems: lines.length === 0 ? [cellProblem('no-rows', '')] : [] };
}

function headerProblems(columns: readonly TableColumn[], titles: readonly string[]): readonly CellProblem[] {
  const known = (title: string): boolean => columns.some((column) => same(column.title, title));
  return [
    ...columns
      .filter((column) => column.required && !titles.some((title) => same(title, column.title)))
      .map((column) => cellProblem('column-missing', column.title)),
    ...titles.filter((title) => title !== '' && !known(title)).map((title) => cellProblem('column-unknown', title)),
    ...titles
      .filter((title, index) => title !== '' && titles.findIndex((other) => same(other, title)) < index)
      .map((title) => cellProblem('column-twice', title)),
  ];
}

function titleOf(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell.normalize('NFC').trim() : '';
}

function cellOf(cell: Cell): Cell {
  if (typeof cell !== 'string') {
    return cell;
  }
  const text = cell.normalize('NFC').replace(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}

export function same(one: string, other: string): boolean {
  return searchable(one) === searchable(other);
}
