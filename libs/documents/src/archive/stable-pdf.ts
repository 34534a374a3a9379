import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';

/** A PDF without the moment it was made and the browser's chance id: the same pages give the same bytes. */
export async function stablePdf(bytes: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context } = document;
  const info = context.lookup(context.trailerInfo.Info);
  if (info instanceof PDFDict) {
    for (const key of ['CreationDate', 'ModDate']) {
      info.delete(PDFName.of(key));
    }
  }
  delete context.trailerInfo.ID;
  return document.save({ useObjectStreams: false });
}
