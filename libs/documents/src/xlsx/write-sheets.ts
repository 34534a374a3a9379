import writeXlsxFile from 'write-excel-file/node';
import type { Cell, SheetColumn, SheetOut } from './sheet';

const DEFAULT_WIDTH = 18;
/** Excel refuses longer names and these characters. */
const NAME_LENGTH = 31;
const NOT_IN_NAMES = /[[\]:*?/\\]/g;

type Out = {
  readonly value: string | number | Date;
  readonly type: StringConstructor | NumberConstructor | DateConstructor;
  readonly format?: string;
};

/** A workbook: one head row per sheet, dates as dates (dd/mm/yyyy), codes as text so that Excel leaves them alone. */
export async function writeSheets(sheets: readonly SheetOut[]): Promise<Uint8Array> {
  const written = writeXlsxFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name.normalize('NFC').replace(NOT_IN_NAMES, ' ').slice(0, NAME_LENGTH),
      data: [columns.map(head), ...rows.map((row) => columns.map((column, index) => outOf(row[index] ?? null, column)))],
      columns: columns.map(({ width = DEFAULT_WIDTH }) => ({ width })),
      stickyRowsCount: 1,
    })),
  );
  return written.toBuffer();
}

function head({ title }: SheetColumn): { value: string; type: StringConstructor; fontWeight: 'bold'; wrap: true } {
  return { value: title.normalize('NFC'), type: String, fontWeight: 'bold', wrap: true };
}

function outOf(cell: Cell, { type }: SheetColumn): Out | null {
  if (cell === null) {
    return null;
  }
  if (type === 'date' && cell instanceof Date) {
    return { value: cell, type: Date, format: 'dd/mm/yyyy' };
  }
  if (type === 'number' && typeof cell === 'number') {
    return { value: cell, type: Number };
  }
  return { value: cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).normalize('NFC'), type: String, format: '@' };
}
