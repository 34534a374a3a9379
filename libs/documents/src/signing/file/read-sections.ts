import { decodeStream } from './decode-stream';
import { PdfParser, unreadable } from './parse-object';
import { asArray, asName, asNumber, PdfDict, PdfStream, type PdfValue } from './values';

/** Where an object lies: at an offset, as the nth of an object stream, or nowhere any more. */
export type Place =
  | { readonly kind: 'at'; readonly offset: number; readonly gen: number }
  | { readonly kind: 'in'; readonly stream: number; readonly index: number }
  | { readonly kind: 'free' };

/** One cross-reference section with its trailer (7.5.4, 7.5.8). */
export interface Section {
  readonly offset: number;
  readonly trailer: PdfDict;
  readonly places: ReadonlyMap<number, Place>;
  /** A cross-reference stream: what is appended must be one too. */
  readonly isStream: boolean;
}

const MAX_SECTIONS = 200;
const MAX_OBJECTS = 1_000_000;

/** All sections, newest first, beginning at `start`. @throws PdfUnreadable */
export function readSections(bytes: Buffer, start: number): readonly Section[] {
  const sections: Section[] = [];
  const seen = new Set<number>();
  let objects = 0;
  for (let next: number | undefined = start; next !== undefined;) {
    if (seen.has(next) || sections.length >= MAX_SECTIONS) {
      throw unreadable('the cross-reference sections go in a circle or are too many');
    }
    seen.add(next);
    const section = readSection(bytes, next);
    objects += section.places.size;
    if (objects > MAX_OBJECTS) {
      throw unreadable('too many objects');
    }
    sections.push(section);
    const previous = section.trailer.get('Prev');
    next = previous === null ? undefined : (asNumber(previous) ?? -1);
  }
  return sections;
}

function readSection(bytes: Buffer, offset: number): Section {
  if (!Number.isInteger(offset) || offset < 0 || offset >= bytes.length) {
    throw unreadable('a cross-reference section outside the file');
  }
  const parser = new PdfParser(bytes, offset);
  return parser.take('xref') ? readTable(bytes, parser, offset) : readXrefStream(bytes, offset);
}

function readTable(bytes: Buffer, parser: PdfParser, offset: number): Section {
  const places = new Map<number, Place>();
  while (!parser.take('trailer')) {
    const first = parser.whole();
    const count = parser.whole();
    if (first === undefined || count === undefined || count > MAX_OBJECTS) {
      throw unreadable('a broken cross-reference table');
    }
    for (let num = first; num < first + count; num += 1) {
      const at = parser.whole();
      const gen = parser.whole();
      const kind = parser.word();
      if (at === undefined || gen === undefined || (kind !== 'n' && kind !== 'f')) {
        throw unreadable('a broken cross-reference table');
      }
      places.set(num, kind === 'n' ? { kind: 'at', offset: at, gen } : { kind: 'free' });
    }
  }
  const trailer = parser.value();
  if (!(trailer instanceof PdfDict)) {
    throw unreadable('a cross-reference table without a trailer');
  }
  const hidden = asNumber(trailer.get('XRefStm'));
  // A hybrid file: the stream says where the compressed objects lie, which the table calls free (7.5.8.4).
  for (const [num, place] of hidden === undefined ? [] : readXrefStream(bytes, hidden).places) {
    if ((places.get(num)?.kind ?? 'free') === 'free') {
      places.set(num, place);
    }
  }
  return { offset, trailer, places, isStream: false };
}

function readXrefStream(bytes: Buffer, offset: number): Section {
  const { value } = readIndirect(bytes, offset, () => null);
  if (!(value instanceof PdfStream) || asName(value.dict.get('Type')) !== 'XRef') {
    throw unreadable('no cross-reference section where one should be');
  }
  const data = decodeStream(value, (item) => item);
  const widths = (asArray(value.dict.get('W')) ?? []).map((width) => asNumber(width) ?? -1);
  const [typeWidth = -1, secondWidth = -1, thirdWidth = -1] = widths;
  if (widths.length < 3 || widths.some((width) => width < 0 || width > 6 || !Number.isInteger(width))) {
    throw unreadable('a broken cross-reference stream');
  }
  const index = asArray(value.dict.get('Index')) ?? [0, value.dict.get('Size')];
  const places = new Map<number, Place>();
  const size = typeWidth + secondWidth + thirdWidth;
  let row = 0;
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const first = asNumber(index[pair] ?? null) ?? 0;
    const count = asNumber(index[pair + 1] ?? null) ?? 0;
    for (let num = first; num < first + count && (row + 1) * size <= data.length && size > 0; num += 1, row += 1) {
      const at = row * size;
      const type = typeWidth === 0 ? 1 : data.readUIntBE(at, typeWidth);
      const second = secondWidth === 0 ? 0 : data.readUIntBE(at + typeWidth, secondWidth);
      const third = thirdWidth === 0 ? 0 : data.readUIntBE(at + typeWidth + secondWidth, thirdWidth);
      places.set(num, placeOf(type, second, third));
    }
  }
  return { offset, trailer: value.dict, places, isStream: true };
}

function placeOf(type: number, second: number, third: number): Place {
  return type === 1
    ? { kind: 'at', offset: second, gen: third }
    : type === 2
      ? { kind: 'in', stream: second, index: third }
      : { kind: 'free' };
}

export interface Indirect {
  readonly num: number;
  readonly gen: number;
  readonly value: PdfValue;
}

/** 'n g obj … endobj' at an offset; `lengthOf` resolves a /Length that is a reference. @throws PdfUnreadable */
export function readIndirect(bytes: Buffer, offset: number, lengthOf: (value: PdfValue) => PdfValue): Indirect {
  const parser = new PdfParser(bytes, offset);
  const num = parser.whole();
  const gen = parser.whole();
  if (num === undefined || gen === undefined || !parser.take('obj')) {
    throw unreadable('no object where one should be');
  }
  const value = parser.value();
  if (!(value instanceof PdfDict) || !parser.take('stream')) {
    return { num, gen, value };
  }
  let start = parser.at;
  start += bytes[start] === 13 && bytes[start + 1] === 10 ? 2 : bytes[start] === 10 || bytes[start] === 13 ? 1 : 0;
  return {
    num,
    gen,
    value: new PdfStream(value, bytes.subarray(start, endOfStream(bytes, start, asNumber(lengthOf(value.get('Length')))))),
  };
}

/** By /Length where 'endstream' follows it, else up to the next 'endstream'. */
function endOfStream(bytes: Buffer, start: number, length: number | undefined): number {
  if (length !== undefined && length >= 0 && start + length <= bytes.length && new PdfParser(bytes, start + length).take('endstream')) {
    return start + length;
  }
  const found = bytes.indexOf('endstream', start, 'latin1');
  if (found < 0) {
    throw unreadable('a stream without an end');
  }
  return found - (bytes[found - 1] === 10 ? (bytes[found - 2] === 13 ? 2 : 1) : 0);
}
