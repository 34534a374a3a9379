import type * as pdfjs from 'pdfjs-dist';
import { placeFields, type FieldAnnotation, type Run } from './place-fields';

interface PdfJs {
  readonly getDocument: (typeof pdfjs)['getDocument'];
}

let loading: Promise<PdfJs> | undefined;

/** The text of each page in NFC, reading order of the file, lines by '\n', values of form fields at their place. Takes the bytes over: do not use them afterwards. */
export async function extractPages(bytes: Uint8Array): Promise<string[]> {
  loading ??= load();
  const { getDocument } = await loading;
  const task = getDocument({ data: bytes, disableFontFace: true, isEvalSupported: false, useSystemFonts: false, verbosity: 0 });
  try {
    const document = await task.promise;
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const content = await page.getTextContent({ disableNormalization: false, includeMarkedContent: true });
      const annotations = (await page.getAnnotations({ intent: 'any' })) as readonly FieldAnnotation[];
      pages.push(joined(placeFields(content.items, annotations)));
      page.cleanup();
    }
    return pages;
  } finally {
    await task.destroy();
  }
}

/** pdfjs looks for its worker here first; without it, it would start one from a path that our build does not have. */
async function load(): Promise<PdfJs> {
  const worker: unknown = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  Object.assign(globalThis, { pdfjsWorker: worker });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/**
 * Runs of one line are joined without a space ("C" + "Ộ" + "NG") unless a gap wider than a fifth of the type stands between.
 */
function joined(runs: readonly Run[]): string {
  let text = '';
  let end: { x: number; y: number; isField: boolean } | undefined;
  for (const { str, x, y, width, height, hasEOL, isField } of runs) {
    if (end !== undefined && str !== '' && !/\s$/.test(text)) {
      const away = Math.abs(y - end.y) > height / 2;
      const wide = isField || end.isField ? besideField(text, str, height) : height / 5;
      text += away ? '\n' : x - end.x > wide ? ' ' : '';
    }
    text += str + (hasEOL ? '\n' : '');
    end = str === '' ? end : { x: x + width, y, isField };
  }
  return text
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/** A field's place has no blank of its own at its ends, and none at a stroke: '57/QĐ-UBND', '02/3/2026'. */
function besideField(before: string, after: string, height: number): number {
  return before.endsWith('/') || after.startsWith('/') ? Infinity : height / 8;
}
