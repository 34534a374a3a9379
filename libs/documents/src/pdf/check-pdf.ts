import { PaperCheckFailed } from '../errors';
import { readPdfText } from './text-reader';

/** What a finished paper must hold. Texts are compared without white space, so that a line break matters nowhere. */
export interface PdfExpectations {
  readonly mustContain: readonly string[];
  readonly minPages: number;
  readonly maxPages: number;
}

export interface CheckedPdf {
  readonly pages: number;
  /** NFC, pages parted by '\f'. */
  readonly text: string;
}

/** Reads a PDF back; throws PaperCheckFailed naming every missing text and a page count out of range. */
export async function checkPdf(bytes: Uint8Array, expectations: PdfExpectations): Promise<CheckedPdf> {
  const pages = await readPages(bytes);
  const text = pages.join('\f');
  const bare = squeeze(text);
  const missing = expectations.mustContain.filter((wanted) => !bare.includes(squeeze(wanted)));
  const { minPages, maxPages } = expectations;
  if (missing.length > 0 || pages.length < minPages || pages.length > maxPages) {
    throw new PaperCheckFailed('the paper that came out is not the one that was asked for', {
      missing,
      pages: pages.length,
      minPages,
      maxPages,
    });
  }
  return { pages: pages.length, text };
}

async function readPages(bytes: Uint8Array): Promise<string[]> {
  try {
    return await readPdfText(bytes);
  } catch (error) {
    throw new PaperCheckFailed('the file is no readable PDF', { reason: error instanceof Error ? error.message : String(error) });
  }
}

function squeeze(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}
