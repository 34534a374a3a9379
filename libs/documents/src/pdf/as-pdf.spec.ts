import { PDFDocument } from '@cantoo/pdf-lib';
import { asPdf } from './as-pdf';
import { countPages } from './merge-pdfs';

// One grey pixel.
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

describe('a scan to be bound', () => {
  it('stays as it is when it is a PDF', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    document.addPage();
    const bytes = await document.save();
    expect(await asPdf(bytes, 'application/pdf')).toEqual({ bytes, readable: true });
  });

  it('lies on one A4 page when it is an image', async () => {
    const { bytes, readable } = await asPdf(PNG, 'image/png');
    expect({ readable, pages: await countPages(bytes) }).toEqual({ readable: true, pages: 1 });
  });

  it.each([
    ['%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n', 'application/pdf'],
    ['not an image', 'image/jpeg'],
  ])('is an empty page when it cannot be read: %j', async (text, mime) => {
    const { bytes, readable } = await asPdf(Buffer.from(text), mime);
    expect({ readable, pages: await countPages(bytes) }).toEqual({ readable: false, pages: 1 });
  });
});
