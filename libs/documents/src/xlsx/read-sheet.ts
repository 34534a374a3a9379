import readXlsxFile from 'read-excel-file/node';
import { SheetUnreadable } from '../errors';
import type { Cell, Sheet } from './sheet';

/** What the parts of a workbook may come to unpacked; a small file that claims more is a bomb. */
const MAX_UNPACKED = 64 * 1024 * 1024;
const MAX_ROWS = 20_000;

/** Every sheet of an .xlsx. Empty rows at the end are left out. @throws SheetUnreadable */
export async function readSheet(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (unpackedSize(buffer) > MAX_UNPACKED) {
    throw new SheetUnreadable('the workbook is too large when unpacked', { reason: 'too-large' });
  }
  const sheets = await read(buffer);
  if (sheets.some(({ data }) => data.length > MAX_ROWS)) {
    throw new SheetUnreadable('a sheet has too many rows', { reason: 'too-large', limit: MAX_ROWS });
  }
  return sheets.map(({ sheet, data }) => ({ name: sheet.normalize('NFC'), rows: data.map((row) => row.map(cellOf)) }));
}

async function read(buffer: Buffer): Promise<Awaited<ReturnType<typeof readXlsxFile>>> {
  try {
    return await readXlsxFile(buffer);
  } catch (error) {
    throw new SheetUnreadable('the file is no workbook', {
      reason: 'not-xlsx',
      cause: error instanceof Error ? error.message : String(error),
    });
  }
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'string') {
    const text = value.normalize('NFC').trim();
    return text === '' ? null : text;
  }
  if (typeof value === 'number' || value instanceof Date) {
    return value;
  }
  return typeof value === 'boolean' ? String(value) : null;
}

/** Sum of the sizes that the archive's directory claims; 0 when there is no directory (the reader says what is wrong then). */
function unpackedSize(zip: Buffer): number {
  const END = 0x06054b50;
  const ENTRY = 0x02014b50;
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== END) {
    end -= 1;
  }
  if (end < 0) {
    return 0;
  }
  let at = zip.readUInt32LE(end + 16);
  let sum = 0;
  while (at + 46 <= zip.length && zip.readUInt32LE(at) === ENTRY) {
    sum += zip.readUInt32LE(at + 24);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return sum;
}
