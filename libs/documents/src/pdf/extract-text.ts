import type * as pdfjs from 'pdfjs-dist';
import type { TextItem } from 'pdfjs-dist/types/src/display/api';

interface PdfJs {
  readonly getDocument: (typeof pdfjs)['getDocument'];
}

let loading: Promise<PdfJs> | undefined;

/** The text of each page in NFC, reading order of the file, lines by '\n'. Takes the bytes over: do not use them afterwards. */
export async function extractPages(bytes: Uint8Array): Promise<string[]> {
  loading ??= load();
  const { getDocument } = await loading;
  const task = getDocument({ data: bytes, disableFontFace: true, isEvalSupported: false, useSystemFonts: false, verbosity: 0 });
  try {
    const document = await task.promise;
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const content = await page.getTextContent({ disableNormalization: false });
      pages.push(joined(content.items.filter((item): item is TextItem => 'str' in item)));
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

/** Runs of one line are joined without a space ("C" + "Ộ" + "NG") unless a gap wider than a fifth of the type stands between. */
function joined(items: readonly TextItem[]): string {
  let text = '';
  let end: { x: number; y: number } | undefined;
  for (const item of items) {
    const [, , , height = 0, x = 0, y = 0] = item.transform as number[];
    if (end !== undefined && item.str !== '' && !/\s$/.test(text)) {
      const away = Math.abs(y - end.y) > Math.abs(height) / 2;
      text += away ? '\n' : x - end.x > Math.abs(height) / 5 ? ' ' : '';
    }
    text += item.str + (item.hasEOL ? '\n' : '');
    end = item.str === '' ? end : { x: x + item.width, y };
  }
  return text
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}
