import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFNull, type PDFRef } from '@cantoo/pdf-lib';
import { flattenLooks } from './flatten-looks';

/** One paper of a bộ hồ sơ; the title becomes its bookmark. */
export interface PdfPart {
  readonly title: string;
  readonly bytes: Uint8Array;
}

/** Joins papers in the given order with one bookmark each. Signatures and tag trees of the parts do not survive: ship the parts too. */
export async function mergePdfs(parts: readonly PdfPart[]): Promise<Uint8Array> {
  const merged = await PDFDocument.create({ updateMetadata: false });
  const marks: { title: string; page: PDFRef }[] = [];
  for (const part of parts) {
    const source = await PDFDocument.load(part.bytes, { updateMetadata: false });
    source.getPages().forEach(flattenLooks);
    const pages = await merged.copyPages(source, source.getPageIndices());
    for (const page of pages) {
      merged.addPage(page);
    }
    const [first] = pages;
    if (first !== undefined) {
      marks.push({ title: part.title, page: first.ref });
    }
  }
  addBookmarks(merged, marks);
  // Without object streams, so that a signature can be added to the result.
  return merged.save({ useObjectStreams: false });
}

/** The pages of one file before those of another, whose fields stay open to be filled and signed. */
export async function putBefore(front: Uint8Array, back: Uint8Array): Promise<Uint8Array> {
  const source = await PDFDocument.load(front, { updateMetadata: false });
  const whole = await PDFDocument.load(back, { updateMetadata: false });
  source.getPages().forEach(flattenLooks);
  const pages = await whole.copyPages(source, source.getPageIndices());
  pages.forEach((page, at) => whole.insertPage(at, page));
  return whole.save({ useObjectStreams: false, updateFieldAppearances: false });
}

export async function countPages(bytes: Uint8Array): Promise<number> {
  return (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
}

/** A flat outline (ISO 32000-1, 12.3.3). */
function addBookmarks(document: PDFDocument, marks: readonly { title: string; page: PDFRef }[]): void {
  const { context } = document;
  const root = context.nextRef();
  const refs = marks.map(() => context.nextRef());
  const [first] = refs;
  const last = refs.at(-1);
  if (first === undefined || last === undefined) {
    return;
  }
  marks.forEach(({ title, page }, at) => {
    const item = PDFDict.withContext(context);
    item.set(PDFName.of('Title'), PDFHexString.fromText(title));
    item.set(PDFName.of('Parent'), root);
    item.set(PDFName.of('Dest'), context.obj([page, PDFName.of('XYZ'), PDFNull, PDFNull, PDFNull]));
    setLink(item, 'Prev', refs[at - 1]);
    setLink(item, 'Next', refs[at + 1]);
    context.assign(refs[at] ?? root, item);
  });
  const outlines = PDFDict.withContext(context);
  outlines.set(PDFName.of('Type'), PDFName.of('Outlines'));
  outlines.set(PDFName.of('First'), first);
  outlines.set(PDFName.of('Last'), last);
  outlines.set(PDFName.of('Count'), PDFNumber.of(marks.length));
  context.assign(root, outlines);
  document.catalog.set(PDFName.of('Outlines'), root);
}

function setLink(item: PDFDict, name: string, to: PDFRef | undefined): void {
  if (to !== undefined) {
    item.set(PDFName.of(name), to);
  }
}
