import { strFromU8, unzipSync } from 'fflate';

const MOST_XML = 40 * 1024 * 1024;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The lines of a Word file as a reader sees them: one a paragraph, the cells of a table row side by side (' | '), numbering of lists left to
 * Word is not printed. Deleted text and field codes are left out. For files that have passed inspection.
 */
export function docxLines(bytes: Uint8Array): readonly string[] {
  const parts = unzipSync(bytes, { filter: ({ name, originalSize }) => name === 'word/document.xml' && originalSize <= MOST_XML });
  const xml = parts['word/document.xml'];
  return xml === undefined ? [] : linesOf(strFromU8(xml));
}

interface Reading {
  readonly lines: string[];
  /** Paragraphs of the open cell; null outside a table. */
  cells: string[] | null;
  text: string;
  hidden: number;
  depth: number;
}

const TAG = /<(\/?)(?:w:)?([A-Za-z]+)\b[^>]*?(\/?)>|([^<]+)/gu;
const HIDING = new Set(['instrText', 'delText', 'del', 'moveFrom']);

function linesOf(xml: string): readonly string[] {
  const reading: Reading = { lines: [], cells: null, text: '', hidden: 0, depth: 0 };
  let inText = false;
  for (const [, closing, name = '', alone, words] of xml.matchAll(TAG)) {
    if (words !== undefined) {
      reading.text += inText && reading.hidden === 0 ? decoded(words) : '';
    } else if (name === 't') {
      inText = closing === '' && alone === '';
    } else if (HIDING.has(name) && alone === '') {
      reading.hidden += closing === '' ? 1 : -1;
    } else {
      structure(reading, name, closing === '' ? (alone === '' ? 'open' : 'alone') : 'close');
    }
  }
  return reading.lines;
}

function structure(reading: Reading, name: string, how: 'open' | 'close' | 'alone'): void {
  switch (`${how} ${name}`) {
    case 'alone br':
    case 'open br':
    case 'alone cr':
      endLine(reading);
      return;
    case 'alone tab':
    case 'alone noBreakHyphen':
      reading.text += name === 'tab' ? ' ' : '-';
      return;
    case 'close p':
    case 'alone p':
      endLine(reading);
      return;
    case 'open tbl':
      reading.depth += 1;
      return;
    case 'close tbl':
      reading.depth -= 1;
      return;
    case 'open tc':
      reading.cells = reading.depth === 1 ? [...(reading.cells ?? []), ''] : reading.cells;
      return;
    case 'close tr':
      endRow(reading);
      return;
    default:
  }
}

function endLine(reading: Reading): void {
  const line = reading.text.replaceAll(/\s+/gu, ' ').trim();
  reading.text = '';
  if (reading.cells === null) {
    reading.lines.push(line);
  } else if (line !== '') {
    const last = reading.cells.length - 1;
    reading.cells[last] = [reading.cells[last] ?? '', line].filter((one) => one !== '').join('\n');
  }
}

/** A row whose cells hold single lines is one line; a letterhead, whose cells hold several, is read cell by cell. */
function endRow(reading: Reading): void {
  if (reading.depth !== 1 || reading.cells === null) {
    return;
  }
  const cells = reading.cells.filter((cell) => cell !== '');
  reading.cells = null;
  if (cells.some((cell) => cell.includes('\n'))) {
    reading.lines.push(...cells.flatMap((cell) => cell.split('\n')));
  } else {
    reading.lines.push(cells.join(' | '));
  }
}

function decoded(text: string): string {
  return text
    .replaceAll(/&#x([0-9a-fA-F]{1,6});/gu, (_, code: string) => String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)))
    .replaceAll(/&#(\d{1,7});/gu, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replaceAll(/&(amp|lt|gt|quot|apos);/gu, (_, name: string) => ENTITIES[name] ?? '');
}
