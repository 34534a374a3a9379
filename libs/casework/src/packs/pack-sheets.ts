import { PACK_LISTS, rowToPlain, type Pack, type PackList } from '@thidua/awards';
import type { JsonObject } from '@thidua/kernel';
import type { Sheet, SheetOut } from '../deps';
import { LIST_NAMES, listNamed } from './list-names';
import { columnOf, fromCell, keyOf, toCell } from './sheet-cells';

/** Keys first that people look for first; the others in the order the rows have them. */
const FIRST = ['id', 'award', 'awards', 'level', 'levels', 'text'];
const LAST = ['effectiveFrom', 'effectiveTo', 'citation', 'confirmed', 'source', 'note'];

/** A pack as a workbook: one sheet per list, one line per row, one column per key. */
export function packToSheets(pack: Pack): readonly SheetOut[] {
  return PACK_LISTS.flatMap((list) => {
    const rows = pack[list].map((row) => rowToPlain(row));
    const keys = inOrder([...new Set(rows.flatMap((row) => Object.keys(row)))]);
    return rows.length === 0
      ? []
      : [{ name: LIST_NAMES[list], columns: keys.map(columnOf), rows: rows.map((row) => keys.map((key) => toCell(key, row[key]))) }];
  });
}

/** A line of a table, in the keys of the file. */
export interface SheetRow {
  readonly sheet: string;
  /** As the table numbers its lines: the head is 1. */
  readonly line: number;
  readonly list: PackList | null;
  readonly raw: JsonObject;
}

/** The rows of a workbook; sheets that carry no list's name say so in every row (`list: null`). Empty lines are left out. */
export function sheetsToRows(sheets: readonly Sheet[]): readonly SheetRow[] {
  return sheets.flatMap(({ name, rows: [head = [], ...lines] }) => {
    const keys = head.map((title) => (title === null ? '' : keyOf(String(title))));
    const list = listNamed(name) ?? null;
    return lines.flatMap((cells, index) => {
      const raw = Object.fromEntries(
        keys.flatMap((key, at) => {
          const cell = cells[at] ?? null;
          return key === '' || cell === null ? [] : [[key, fromCell(key, cell)]];
        }),
      );
      return Object.keys(raw).length === 0 ? [] : [{ sheet: name, line: index + 2, list, raw }];
    });
  });
}

function inOrder(keys: readonly string[]): readonly string[] {
  const middle = keys.filter((key) => !FIRST.includes(key) && !LAST.includes(key));
  return [...FIRST.filter((key) => keys.includes(key)), ...middle, ...LAST.filter((key) => keys.includes(key))];
}
