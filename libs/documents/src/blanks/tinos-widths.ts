import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';

export interface FontStyle {
  readonly bold: boolean;
  readonly italic: boolean;
}

/** In the order the browser looks: Vietnamese letters first, then what both others have. */
const SUBSETS = ['vietnamese', 'latin-ext', 'latin'] as const;
/** A letter that Tinos lacks comes from another font: as wide as the widest, so that nothing is promised that does not fit. */
const UNKNOWN = 1;

const known = new Map<string, ReadonlyMap<number, number>>();

/** How wide a line of text is printed, in millimetres, without kerning; Tinos, as all papers. */
export function textWidthMm(text: string, sizePt: number, style: FontStyle): number {
  const widths = widthsOf(style);
  const ems = Array.from(text.normalize('NFC')).reduce((sum, letter) => sum + (widths.get(letter.codePointAt(0) ?? 0) ?? UNKNOWN), 0);
  return (ems * sizePt * 25.4) / 72;
}

function widthsOf({ bold, italic }: FontStyle): ReadonlyMap<number, number> {
  const face = `${bold ? 700 : 400}-${italic ? 'italic' : 'normal'}`;
  const cached = known.get(face);
  if (cached !== undefined) {
    return cached;
  }
  const home = join(dirname(require.resolve('@fontsource/tinos/package.json')), 'files');
  const widths = new Map(SUBSETS.flatMap((subset) => [...widthsIn(readFileSync(join(home, `tinos-${subset}-${face}.woff`)))]));
  known.set(face, widths);
  return widths;
}

/** Advance widths in em by code point: the tables head, hhea, hmtx and cmap of a WOFF 1.0 file (W3C, section 4; OpenType 1.9). */
function widthsIn(woff: Buffer): ReadonlyMap<number, number> {
  const table = (tag: string): Buffer => {
    const count = woff.readUInt16BE(12);
    for (let at = 44; at < 44 + count * 20; at += 20) {
      if (woff.toString('latin1', at, at + 4) === tag) {
        const [offset, packed, size] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)];
        const bytes = woff.subarray(offset, offset + packed);
        return packed < size ? inflateSync(bytes) : bytes;
      }
    }
    throw new Error(`the font has no table ${tag}`);
  };
  const unitsPerEm = table('head').readUInt16BE(18);
  const metrics = table('hhea').readUInt16BE(34);
  const hmtx = table('hmtx');
  const advance = (glyph: number): number => hmtx.readUInt16BE(Math.min(glyph, metrics - 1) * 4) / unitsPerEm;
  return new Map([...glyphsIn(table('cmap'))].map(([letter, glyph]) => [letter, advance(glyph)]));
}

/** Code point → glyph of the Unicode subtable in format 4. */
function glyphsIn(cmap: Buffer): ReadonlyMap<number, number> {
  const tables = Array.from({ length: cmap.readUInt16BE(2) }, (_, at) => cmap.readUInt32BE(4 + at * 8 + 4));
  const start = tables.find((offset) => cmap.readUInt16BE(offset) === 4);
  if (start === undefined) {
    throw new Error('the font has no character map of format 4');
  }
  const doubled = cmap.readUInt16BE(start + 6);
  const [ends, starts] = [start + 14, start + 16 + doubled];
  const [deltas, ranges] = [starts + doubled, starts + 2 * doubled];
  const glyphs = new Map<number, number>();
  for (let segment = 0; segment < doubled; segment += 2) {
    const [from, to] = [cmap.readUInt16BE(starts + segment), cmap.readUInt16BE(ends + segment)];
    const [delta, range] = [cmap.readUInt16BE(deltas + segment), cmap.readUInt16BE(ranges + segment)];
    for (let letter = from; letter <= to && letter !== 0xffff; letter += 1) {
      const raw = range === 0 ? letter : cmap.readUInt16BE(ranges + segment + range + (letter - from) * 2);
      const glyph = range === 0 || raw !== 0 ? (raw + delta) & 0xffff : 0;
      if (glyph !== 0) {
        glyphs.set(letter, glyph);
      }
    }
  }
  return glyphs;
}
