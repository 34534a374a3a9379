import { cleanPdf } from './clean-pdf';
import { withPdf } from './pdf-reader';
import { walkPdf } from './pdf-walk';
import { MIME_OF, refused, type AttachmentLimits, type AttachmentRefused, type AttachmentVerdict } from './verdict';

const MOST_PAGES = 300;
/** Other formats that read a file from its end: a PDF in front of them is two files in one. */
const ZIP_END = Buffer.from('504b0506', 'hex');

/** Two readers must agree that nothing in it runs. A signed file is taken as it is or not at all: cleaning would break its signature. */
export async function inspectPdf(file: Buffer, limits: AttachmentLimits): Promise<AttachmentVerdict> {
  const tail = file.subarray(-2048);
  if (!tail.includes('%%EOF')) {
    return refused('file-unreadable', { reason: 'cut-off' });
  }
  if (file.subarray(-65_557).includes(ZIP_END)) {
    return refused('file-not-what-it-says', { reason: 'two-files-in-one' });
  }
  const found = walkPdf(file);
  if (found.bomb) {
    return refused('file-bomb', { reason: 'pdf-objects' });
  }
  if (found.encrypted) {
    return refused('file-encrypted');
  }
  const read = await secondReader(file, limits);
  if ('code' in read) {
    return read;
  }
  const active = [...new Set([...found.active, ...read.active])].sort();
  if (active.length === 0) {
    return { ok: true, kind: 'pdf', mime: MIME_OF.pdf, bytes: file, pages: read.pages, notes: [] };
  }
  return found.signed ? refused('file-active-content', { found: active, reason: 'signed' }) : cleaned(file, limits, active);
}

async function cleaned(file: Buffer, limits: AttachmentLimits, active: readonly string[]): Promise<AttachmentVerdict> {
  let bytes: Buffer;
  try {
    bytes = Buffer.from(await cleanPdf(file));
  } catch (error) {
    // What it cannot write anew it cannot clean.
    return refused('file-active-content', { found: [...active], reason: error instanceof Error ? 'cannot-be-cleaned' : 'unknown' });
  }
  const left = walkPdf(bytes);
  const read = await secondReader(bytes, limits);
  if ('code' in read) {
    return refused('file-active-content', { found: [...active], reason: 'cannot-be-cleaned' });
  }
  const still = [...new Set([...left.active, ...read.active])].sort();
  if (still.length > 0 || left.bomb || left.encrypted) {
    return refused('file-active-content', { found: still, reason: 'cannot-be-cleaned' });
  }
  return { ok: true, kind: 'pdf', mime: MIME_OF.pdf, bytes, pages: read.pages, notes: ['active-content-removed', ...active] };
}

async function secondReader(
  file: Buffer,
  { mostPages = MOST_PAGES }: AttachmentLimits,
): Promise<AttachmentRefused | { readonly pages: number; readonly active: readonly string[] }> {
  try {
    return await withPdf(file, async (document) => {
      const pages = document.numPages;
      if (pages > mostPages) {
        return refused('file-too-many-pages', { pages, most: mostPages });
      }
      await document.getPage(1);
      // pdfjs types both answers as any.
      const scripts: unknown = await document.getJSActions();
      const attached: unknown = await document.getAttachments();
      const opening = (await document.getOpenAction()) as { action?: string } | null;
      return {
        pages,
        active: [
          ...(scripts === null ? [] : ['JavaScript']),
          ...(attached === null ? [] : ['EmbeddedFiles']),
          ...(opening?.action === undefined ? [] : ['OpenAction']),
        ],
      };
    });
  } catch (error) {
    const name = typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
    return name === 'PasswordException' ? refused('file-encrypted') : refused('file-unreadable', { reason: 'pdf' });
  }
}
