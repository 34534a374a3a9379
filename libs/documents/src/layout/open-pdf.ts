import type * as pdfjs from 'pdfjs-dist';
import type { PDFDocumentProxy } from 'pdfjs-dist';

interface PdfJs {
  readonly getDocument: (typeof pdfjs)['getDocument'];
  readonly OPS: (typeof pdfjs)['OPS'];
}

let loading: Promise<PdfJs> | undefined;

/** Reads a PDF with pdfjs and frees it afterwards. The bytes are copied. */
export async function withPdf<Result>(
  bytes: Uint8Array,
  read: (document: PDFDocumentProxy, ops: PdfJs['OPS']) => Promise<Result>,
): Promise<Result> {
  loading ??= load();
  const { getDocument, OPS } = await loading;
  const task = getDocument({
    data: Uint8Array.from(bytes),
    disableFontFace: true,
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: 0,
  });
  try {
    return await read(await task.promise, OPS);
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
