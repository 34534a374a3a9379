import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef, PDFStream, type PDFObject } from '@cantoo/pdf-lib';

const KEYS = ['AA', 'JS', 'JavaScript', 'EmbeddedFiles', 'EF', 'AF', 'XFA', 'RichMediaContent', 'RichMediaSettings', 'Movie', 'Sound'];
const ACTIONS = new Set([
  ...['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'GoToR', 'GoToE', 'Rendition', 'Movie', 'Sound'],
  ...['RichMediaExecute', 'GoTo3DView'],
]);
const ANNOTATIONS = new Set(['RichMedia', 'Movie', 'Sound', 'Screen', 'FileAttachment', '3D']);

/** The same pages without anything that runs, opens, sends or hides: the file is written anew from what was read. Signatures do not survive. */
export async function cleanPdf(file: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(file, { updateMetadata: false });
  const seen = new Set<PDFObject>();
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFStream && nameIn(object.dict, 'Type') === 'EmbeddedFile') {
      document.context.delete(ref);
    } else {
      clean(object, seen);
    }
  }
  const opening = document.catalog.get(PDFName.of('OpenAction'));
  const opened = opening instanceof PDFRef ? document.context.lookup(opening) : opening;
  if (opened instanceof PDFDict) {
    document.catalog.delete(PDFName.of('OpenAction'));
  }
  return document.save({ useObjectStreams: true, updateFieldAppearances: false, rewrite: true });
}

function clean(object: PDFObject, seen: Set<PDFObject>): void {
  if (seen.has(object)) {
    return;
  }
  seen.add(object);
  if (object instanceof PDFArray) {
    for (const item of object.asArray()) {
      clean(item, seen);
    }
  } else if (object instanceof PDFRawStream || object instanceof PDFStream) {
    clean(object.dict, seen);
  } else if (object instanceof PDFDict) {
    cleanDict(object);
    for (const value of object.values()) {
      clean(value, seen);
    }
  }
}

function cleanDict(dict: PDFDict): void {
  if (ANNOTATIONS.has(nameIn(dict, 'Subtype')) || ACTIONS.has(nameIn(dict, 'S'))) {
    const keep = ANNOTATIONS.has(nameIn(dict, 'Subtype')) ? ['Type', 'Rect', 'P', 'Parent'] : [];
    for (const key of dict.keys()) {
      if (!keep.includes(key.decodeText())) {
        dict.delete(key);
      }
    }
    if (keep.length > 0) {
      dict.set(PDFName.of('Subtype'), PDFName.of('Link'));
    }
    return;
  }
  for (const key of KEYS) {
    dict.delete(PDFName.of(key));
  }
}

function nameIn(dict: PDFDict, key: string): string {
  const value = dict.get(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : '';
}
