import { deflateSync } from 'node:zlib';
import type { Revision } from '../file/revision';
import { dict, name, PdfStream, PdfString, type PdfRef } from '../file/values';
import { loadTinos, type FontFile, type FontPart, type FontStyle } from './font-file';

/** Puts a font into a revision as a composite font whose codes are its glyphs (9.7; Identity-H). */
export function embedFont(revision: Revision, part: FontPart, style: FontStyle): PdfRef {
  const font = loadTinos(part, style);
  const perThousand = (units: number): number => Math.round((units * 1000) / font.unitsPerEm);
  const tagged = name(`${part === 'latin' ? 'THIDUA' : 'THIDUB'}+${font.name}`);
  const descriptor = revision.add(
    dict({
      Type: name('FontDescriptor'),
      FontName: tagged,
      // Serif and non-symbolic, or with italic.
      Flags: font.italic ? 98 : 34,
      FontBBox: font.box.map(perThousand),
      ItalicAngle: font.italic ? -12 : 0,
      Ascent: perThousand(font.ascent),
      Descent: perThousand(font.descent),
      CapHeight: 660,
      StemV: 80,
      FontFile2: revision.add(packed(font.bytes, { Length1: font.bytes.length })),
    }),
  );
  const descendant = revision.add(
    dict({
      Type: name('Font'),
      Subtype: name('CIDFontType2'),
      BaseFont: tagged,
      CIDSystemInfo: dict({ Registry: ascii('Adobe'), Ordering: ascii('Identity'), Supplement: 0 }),
      CIDToGIDMap: name('Identity'),
      FontDescriptor: descriptor,
      W: [0, font.widths.map(perThousand)],
    }),
  );
  return revision.add(
    dict({
      Type: name('Font'),
      Subtype: name('Type0'),
      BaseFont: tagged,
      Encoding: name('Identity-H'),
      DescendantFonts: [descendant],
      ToUnicode: revision.add(packed(Buffer.from(toUnicode(font), 'latin1'))),
    }),
  );
}

export function packed(bytes: Buffer, entries: Readonly<Record<string, number>> = {}): PdfStream {
  return new PdfStream(dict({ Filter: name('FlateDecode'), ...entries }), deflateSync(bytes));
}

function ascii(text: string): PdfString {
  return new PdfString(Buffer.from(text, 'latin1'));
}

/** Which letters the glyphs are, so that the text can be searched, copied and read back (9.10.3). */
function toUnicode({ glyphs }: FontFile): string {
  const seen = new Set<number>();
  const lines: string[] = [];
  for (const [code, glyph] of glyphs) {
    if (!seen.has(glyph)) {
      seen.add(glyph);
      lines.push(`<${hex(glyph)}> <${hex(code)}>`);
    }
  }
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}
