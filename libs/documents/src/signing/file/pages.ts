import { unreadable } from './parse-object';
import type { PdfFile } from './pdf-file';
import { asArray, asDict, asName, asNumber, PdfRef, type PdfDict, type PdfValue } from './values';

/** A rectangle in points: left, bottom, right, top. */
export type Box = readonly [number, number, number, number];

export interface Page {
  readonly ref: PdfRef;
  readonly dict: PdfDict;
  /** With what it inherits. */
  readonly resources: PdfValue;
  readonly mediaBox: Box;
  readonly cropBox: PdfValue;
  readonly rotate: 0 | 90 | 180 | 270;
}

const MAX_PAGES = 20_000;
const MAX_DEPTH = 100;
const A4: Box = [0, 0, 595.28, 841.89];

/** The pages in order, each with what it inherits (7.7.3). @throws PdfUnreadable */
export function pagesOf(file: PdfFile): readonly Page[] {
  const pages: Page[] = [];
  const seen = new Set<number>();
  const walk = (value: PdfValue, inherited: Inherited, depth: number): void => {
    const dict = asDict(file.resolve(value));
    if (dict === undefined || !(value instanceof PdfRef) || seen.has(value.num) || seen.size > MAX_PAGES || depth > MAX_DEPTH) {
      throw unreadable('a broken tree of pages');
    }
    seen.add(value.num);
    const own = inheritedBy(file, dict, inherited);
    const kids = asArray(file.in(dict, 'Kids'));
    if (kids === undefined || asName(file.in(dict, 'Type')) === 'Page') {
      pages.push({ ref: value, dict, ...own });
      return;
    }
    for (const kid of kids) {
      walk(kid, own, depth + 1);
    }
  };
  walk(file.root.get('Pages'), { resources: null, mediaBox: A4, cropBox: null, rotate: 0 }, 0);
  return pages;
}

export function boxOf(file: PdfFile, value: PdfValue): Box | undefined {
  const numbers = (asArray(file.resolve(value)) ?? []).map((item) => asNumber(file.resolve(item)));
  const [x0, y0, x1, y1] = numbers;
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) {
    return undefined;
  }
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}

/** The references in an array that may itself be one: /Annots, /Fields, /Kids. */
export function refsIn(file: PdfFile, value: PdfValue): readonly PdfRef[] {
  return (asArray(file.resolve(value)) ?? []).filter((item): item is PdfRef => item instanceof PdfRef);
}

type Inherited = Pick<Page, 'resources' | 'mediaBox' | 'cropBox' | 'rotate'>;

function inheritedBy(file: PdfFile, dict: PdfDict, above: Inherited): Inherited {
  const turn = asNumber(file.in(dict, 'Rotate')) ?? above.rotate;
  const rotate = (((turn % 360) + 360) % 360) as Page['rotate'];
  const resources = dict.get('Resources');
  return {
    resources: resources ?? above.resources,
    mediaBox: boxOf(file, dict.get('MediaBox')) ?? above.mediaBox,
    cropBox: dict.get('CropBox') ?? above.cropBox,
    rotate: [0, 90, 180, 270].includes(rotate) ? rotate : 0,
  };
}
