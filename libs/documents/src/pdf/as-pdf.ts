import { PDFDocument } from '@cantoo/pdf-lib';

/** A4 upright, in points. */
const PAGE = { width: 595.28, height: 841.89, margin: 28.35 };

export interface AsPdf {
  readonly bytes: Uint8Array;
  /** False: what was given cannot be bound; `bytes` is an empty page in its place. */
  readonly readable: boolean;
}

/** A scan as a PDF that can be bound: a PDF as it is, an image on one A4 page, anything that cannot be read as an empty page. */
export async function asPdf(bytes: Uint8Array, mime: string): Promise<AsPdf> {
  try {
    if (mime === 'image/png' || mime === 'image/jpeg') {
      return { bytes: await onOnePage(bytes, mime), readable: true };
    }
    const pages = (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
    return pages > 0 ? { bytes, readable: true } : { bytes: await emptyPage(), readable: false };
  } catch (error) {
    // Whatever a foreign scanner wrote: the library throws errors of many kinds on it, and nothing else is tried here.
    if (error instanceof Error) {
      return { bytes: await emptyPage(), readable: false };
    }
    throw error;
  }
}

async function onOnePage(bytes: Uint8Array, mime: 'image/png' | 'image/jpeg'): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const image = mime === 'image/png' ? await document.embedPng(bytes) : await document.embedJpg(bytes);
  const page = document.addPage([PAGE.width, PAGE.height]);
  const { width, height } = image.scaleToFit(PAGE.width - 2 * PAGE.margin, PAGE.height - 2 * PAGE.margin);
  page.drawImage(image, { x: (PAGE.width - width) / 2, y: PAGE.height - PAGE.margin - height, width, height });
  return document.save({ useObjectStreams: false });
}

async function emptyPage(): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([PAGE.width, PAGE.height]);
  return document.save({ useObjectStreams: false });
}
