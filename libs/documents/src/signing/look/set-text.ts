import { numberText } from '../file/write-value';
import { loadTinos, type FontPart, type FontStyle } from './font-file';

/** A line of text ready for a content stream, in fonts that stand in its resources as `<prefix>latin` and `<prefix>vietnamese`. */
export interface SetLine {
  /** 'Tf' and 'Tj' operators, one pair per run. */
  readonly operators: string;
  /** Points. */
  readonly width: number;
  readonly parts: ReadonlySet<FontPart>;
}

/** The resource name of a font. */
export function fontKey(part: FontPart, style: FontStyle): string {
  return `Tinos${style === 'italic' ? 'I' : 'N'}${part === 'latin' ? '' : 'V'}`;
}

/** Letters neither font has become '?'. */
export function setLine(text: string, style: FontStyle, size: number): SetLine {
  const runs: { part: FontPart; glyphs: number[] }[] = [];
  let width = 0;
  for (const sign of text.normalize('NFC')) {
    const { part, glyph } = glyphOf(sign, style) ?? glyphOf('?', style) ?? { part: 'latin' as const, glyph: 0 };
    const font = loadTinos(part, style);
    width += ((font.widths[glyph] ?? 0) * size) / font.unitsPerEm;
    const last = runs.at(-1);
    if (last?.part === part) {
      last.glyphs.push(glyph);
    } else {
      runs.push({ part, glyphs: [glyph] });
    }
  }
  const operators = runs.map(({ part, glyphs }) => {
    const codes = glyphs.map((glyph) => glyph.toString(16).padStart(4, '0')).join('');
    return `/${fontKey(part, style)} ${numberText(size)} Tf <${codes}> Tj`;
  });
  return { operators: operators.join(' '), width, parts: new Set(runs.map(({ part }) => part)) };
}

function glyphOf(sign: string, style: FontStyle): { part: FontPart; glyph: number } | undefined {
  const code = sign.codePointAt(0) ?? 0;
  for (const part of ['latin', 'vietnamese'] as const) {
    const glyph = loadTinos(part, style).glyphs.get(code);
    if (glyph !== undefined) {
      return { part, glyph };
    }
  }
  return undefined;
}
