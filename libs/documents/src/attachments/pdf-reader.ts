import { dirname, join } from 'node:path';
import type * as pdfjs from 'pdfjs-dist';
import type { PDFDocumentProxy } from 'pdfjs-dist';

interface PdfJs {
  readonly getDocument: (typeof pdfjs)['getDocument'];
}

let loading: Promise<PdfJs> | undefined;

/** The second reader, which goes by the table of offsets as people's programs do. `work` has the document until it ends. */
export async function withPdf<T>(file: Uint8Array, work: (document: PDFDocumentProxy) => Promise<T>): Promise<T> {
  loading ??= load();
  const { getDocument } = await loading;
  const home = `${dirname(require.resolve('pdfjs-dist/package.json'))}/`;
  const task = getDocument({
    data: Uint8Array.from(file),
    ...{ disableFontFace: true, isEvalSupported: false, useSystemFonts: false, verbosity: 0, enableXfa: false },
    ...{ maxImageSize: 40_000_000, canvasMaxAreaInBytes: 64_000_000, stopAtErrors: false },
    standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
    cMapUrl: `${join(home, 'cmaps')}/`,
    wasmUrl: `${join(home, 'wasm')}/`,
  });
  try {
    return await work(await task.promise);
  } finally {
    await task.destroy();
  }
}

/** pdfjs looks for its worker here first (see pdf/extract-text.ts). */
async function load(): Promise<PdfJs> {
  const worker: unknown = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  Object.assign(globalThis, { pdfjsWorker: worker });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
