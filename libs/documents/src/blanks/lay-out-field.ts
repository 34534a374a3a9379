import { upperCase } from '../templates/vietnamese';
import type { BlankField, LaidField, Misfit, SheetValues } from './blank';
import { textWidthMm } from './tinos-widths';

const STEP_PT = 0.5;
/** Rounding of a browser's own measure. */
const SLACK_MM = 0.05;

/** The text of a field broken into lines, in the largest type that fits; what does not fit in the smallest is told, never cut. */
export function layOutField(field: BlankField, values: SheetValues): LaidField | { readonly misfit: Misfit } {
  const text = textOf(field, values);
  if (text === '') {
    return { field, lines: [], sizePt: field.sizePt };
  }
  const paragraphs = text.split('\n');
  for (let sizePt = field.sizePt; ; sizePt = Math.max(field.minPt, sizePt - STEP_PT)) {
    const lines = paragraphs.flatMap((paragraph) => broken(paragraph, field, sizePt));
    if (lines.length <= field.lines && lines.every((line) => textWidthMm(line, sizePt, field) <= field.widthMm + SLACK_MM)) {
      return { field, lines: balanced(paragraphs, { field, sizePt, lines }), sizePt };
    }
    if (sizePt <= field.minPt) {
      return { misfit: misfitOf(field, text, paragraphs) };
    }
  }
}

function textOf(field: BlankField, values: SheetValues): string {
  const value = (field.source === 'text' ? field.text : (values[field.source] ?? '')).normalize('NFC');
  const clean = value
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
  return field.upper ? upperCase(clean) : clean;
}

function broken(paragraph: string, field: BlankField, sizePt: number, widthMm = field.widthMm): readonly string[] {
  const lines: string[] = [];
  for (const word of paragraph.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidthMm(longer, sizePt, field) <= widthMm) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

/** Centred lines of about one length: as narrow a measure as still gives the same number of lines. */
function balanced(
  paragraphs: readonly string[],
  { field, sizePt, lines }: { readonly field: BlankField; readonly sizePt: number; readonly lines: readonly string[] },
): readonly string[] {
  if (field.align !== 'center' || lines.length === paragraphs.length) {
    return lines;
  }
  let best = lines;
  for (let widthMm = field.widthMm - 1; widthMm > field.widthMm / 2; widthMm -= 1) {
    const tighter = paragraphs.flatMap((paragraph) => broken(paragraph, field, sizePt, widthMm));
    if (tighter.length > lines.length || tighter.some((line) => textWidthMm(line, sizePt, field) > widthMm)) {
      break;
    }
    best = tighter;
  }
  return best;
}

function misfitOf(field: BlankField, text: string, paragraphs: readonly string[]): Misfit {
  const longest = Math.max(...paragraphs.map((paragraph) => textWidthMm(paragraph, field.minPt, field)));
  const { key, source, widthMm, lines } = field;
  return { key, source, text, needsMm: Math.ceil(longest), widthMm, lines };
}
