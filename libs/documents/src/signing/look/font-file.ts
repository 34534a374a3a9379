import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';

/** A TrueType font of the product, read from its .woff (WOFF 1.0): small enough to be embedded whole. */
export interface FontFile {
  /** 'Tinos-Italic'. */
  readonly name: string;
  /** As TrueType, with the tables that a PDF needs. */
  readonly bytes: Buffer;
  readonly unitsPerEm: number;
  /** Per glyph, in font units. */
  readonly widths: readonly number[];
  /** Code point → glyph. */
  readonly glyphs: ReadonlyMap<number, number>;
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly italic: boolean;
}

export type FontStyle = 'normal' | 'italic';
export type FontPart = 'latin' | 'vietnamese';

const NEEDED = ['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'];
const cache = new Map<string, FontFile>();

/** Tinos upright or slanted: 'latin' has the ASCII signs, 'vietnamese' the letters with marks. */
export function loadTinos(part: FontPart, style: FontStyle): FontFile {
  const key = `${part}-400-${style}`;
  const known = cache.get(key);
  if (known !== undefined) {
    return known;
  }
  const home = dirname(require.resolve('@fontsource/tinos/package.json'));
  const font = readFont(readFileSync(join(home, 'files', `tinos-${key}.woff`)), style === 'italic');
  cache.set(key, font);
  return font;
}

function readFont(woff: Buffer, italic: boolean): FontFile {
  const tables = tablesOf(woff);
  const table = (tag: string): Buffer => tables.get(tag) ?? Buffer.alloc(0);
  const head = table('head');
  const hhea = table('hhea');
  return {
    name: italic ? 'Tinos-Italic' : 'Tinos',
    bytes: trueType(tables),
    unitsPerEm: head.readUInt16BE(18),
    widths: widthsOf(table('hmtx'), hhea.readUInt16BE(34), table('maxp').readUInt16BE(4)),
    glyphs: glyphsOf(table('cmap')),
    box: [head.readInt16BE(36), head.readInt16BE(38), head.readInt16BE(40), head.readInt16BE(42)],
    ascent: hhea.readInt16BE(4),
    descent: hhea.readInt16BE(6),
    italic,
  };
}

function tablesOf(woff: Buffer): ReadonlyMap<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < woff.readUInt16BE(12); index += 1) {
    const at = 44 + index * 20;
    const tag = woff.toString('latin1', at, at + 4);
    const [offset, packed, length] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)];
    const bytes = woff.subarray(offset, offset + packed);
    if (NEEDED.includes(tag)) {
      tables.set(tag, packed < length ? inflateSync(bytes) : bytes);
    }
  }
  return tables;
}

function trueType(tables: ReadonlyMap<string, Buffer>): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const directory = Buffer.alloc(12 + sorted.length * 16);
  const power = Math.floor(Math.log2(sorted.length));
  directory.writeUInt32BE(0x00010000, 0);
  [sorted.length, 16 * 2 ** power, power, 16 * (sorted.length - 2 ** power)].forEach((value, at) =>
    directory.writeUInt16BE(value, 4 + at * 2),
  );
  let offset = directory.length;
  const bodies = sorted.map(([tag, bytes], index) => {
    const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
    const at = 12 + index * 16;
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(checksum(padded), at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(bytes.length, at + 12);
    offset += padded.length;
    return padded;
  });
  return Buffer.concat([directory, ...bodies]);
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) {
    sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  }
  return sum;
}

function widthsOf(hmtx: Buffer, measured: number, glyphs: number): number[] {
  return Array.from({ length: glyphs }, (_one, glyph) => hmtx.readUInt16BE(Math.min(glyph, measured - 1) * 4));
}

/** The Windows Unicode table of segments (format 4); the fonts have nothing beyond it. */
function glyphsOf(cmap: Buffer): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const start = cmap.readUInt32BE(4 + index * 8 + 4);
    if (cmap.readUInt16BE(start) === 4) {
      readSegments(cmap.subarray(start), glyphs);
    }
  }
  return glyphs;
}

function readSegments(table: Buffer, glyphs: Map<number, number>): void {
  const doubled = table.readUInt16BE(6);
  for (let at = 0; at < doubled; at += 2) {
    const end = table.readUInt16BE(14 + at);
    const start = table.readUInt16BE(16 + doubled + at);
    const delta = table.readUInt16BE(16 + 2 * doubled + at);
    const rangeAt = 16 + 3 * doubled + at;
    const range = table.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const found = range === 0 ? code : table.readUInt16BE(rangeAt + range + (code - start) * 2);
      const glyph = range === 0 || found !== 0 ? (found + delta) & 0xffff : 0;
      if (glyph !== 0) {
        glyphs.set(code, glyph);
      }
    }
  }
}
