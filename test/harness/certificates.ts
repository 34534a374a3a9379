import { PDFDocument } from '@cantoo/pdf-lib';

/** Certificates and plain files for specs of rooms that may not enter documents by its inner doors. */
export { makeDemoCertificate } from '../../libs/documents/src/signing/demo/demo-authority';
export { makeCertificate } from '../../libs/documents/src/signing/demo/make-certificate';

/** One empty A4 page. */
export async function emptyPaper(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]);
  return document.save({ useObjectStreams: false });
}
