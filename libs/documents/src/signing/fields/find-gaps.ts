import { unreadable } from '../file/parse-object';
import { boxOf, pagesOf, refsIn, type Box, type Page } from '../file/pages';
import type { PdfFile } from '../file/pdf-file';
import { asArray, asDict, asName, PdfStream, PdfString, type PdfDict, type PdfRef } from '../file/values';
import type { FontStyle } from '../look/font-file';
import { readRuns, type TextRun } from '../look/read-runs';

/**
 * A place that a template leaves open: `<a class="gap" href="data:,so">…blanks…</a>`, which the browser prints as a link with its exact
 * rectangle. Names: so, ngay, thang, nam (text), ky… (room for a person's signature; ending in '-dau' with the agency's seal beside it).
 */
export interface Gap {
  readonly name: string;
  /** The link annotation. */
  readonly ref: PdfRef;
  readonly page: Page;
  readonly box: Box;
  /** Of the text around it. */
  readonly look: GapLook;
}

export interface GapLook {
  readonly baseline: number;
  readonly size: number;
  readonly style: FontStyle;
}

export const TEXT_GAPS: ReadonlySet<string> = new Set(['so', 'ngay', 'thang', 'nam']);
const SIGNATURE_GAP = /^ky[a-z0-9-]*$/;
const MARK = 'data:,';
/** Of Tinos, as a share of its size. */
export const DESCENT = 0.216;
export const ASCENT = 0.891;

export function findGaps(file: PdfFile): readonly Gap[] {
  return pagesOf(file).flatMap((page) => {
    const links = refsIn(file, page.dict.get('Annots')).flatMap((ref) => {
      const link = asDict(file.resolve(ref));
      const name = link === undefined ? undefined : gapName(file, link);
      return link === undefined || name === undefined ? [] : [{ ref, name, box: boxOf(file, link.get('Rect')) ?? ([0, 0, 0, 0] as const) }];
    });
    const runs = links.some(({ name }) => TEXT_GAPS.has(name)) ? runsOf(file, page) : [];
    return links.map(({ ref, name, box }) => ({ ref, name, page, box, look: lookOf(file, page, name, box, runs) }));
  });
}

function gapName(file: PdfFile, link: PdfDict): string | undefined {
  const uri = file.in(asDict(file.in(link, 'A')), 'URI');
  const target = uri instanceof PdfString ? uri.bytes.toString('latin1') : '';
  const name = target.startsWith(MARK) ? target.slice(MARK.length) : '';
  return asName(file.in(link, 'Subtype')) === 'Link' && (TEXT_GAPS.has(name) || SIGNATURE_GAP.test(name)) ? name : undefined;
}

function runsOf(file: PdfFile, page: Page): readonly TextRun[] {
  const contents = file.in(page.dict, 'Contents');
  const streams = (asArray(contents) ?? [contents]).map((item) => file.resolve(item));
  if (!streams.every((stream) => stream instanceof PdfStream)) {
    throw unreadable('a page without content');
  }
  return readRuns(Buffer.concat(streams.flatMap((stream) => [file.decode(stream), Buffer.from('\n')])));
}

/** From the text inside the gap, or nearest to it on its line; without any, from the height of its line. */
function lookOf(file: PdfFile, page: Page, name: string, box: Box, runs: readonly TextRun[]): GapLook {
  const [left, bottom, right, top] = box;
  const away = ({ x }: TextRun): number => (x < left ? left - x : x > right ? x - right : 0);
  const [nearest] = runs.filter(({ baseline }) => baseline > bottom && baseline < top).sort((a, b) => away(a) - away(b));
  if (nearest === undefined) {
    const size = (top - bottom) / (ASCENT + DESCENT);
    return { baseline: bottom + DESCENT * size, size, style: name === 'so' ? 'normal' : 'italic' };
  }
  const fonts = asDict(file.in(asDict(file.resolve(page.resources)), 'Font'));
  const base = asName(file.in(asDict(file.in(fonts, nearest.font)), 'BaseFont')) ?? '';
  return { baseline: nearest.baseline, size: nearest.size, style: base.includes('Italic') ? 'italic' : 'normal' };
}
