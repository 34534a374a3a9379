/** The objects of a PDF (ISO 32000-1, 7.3). Numbers, booleans and null are JavaScript's own. */
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfRef | PdfArray | PdfDict | PdfStream | PdfRaw;
export type PdfArray = readonly PdfValue[];

export class PdfName {
  constructor(readonly name: string) {}
}

/** `start` and `end` say where it lies in the file, brackets included; -1 for one made here. */
export class PdfString {
  constructor(
    readonly bytes: Buffer,
    readonly start = -1,
    readonly end = -1,
  ) {}
}

export class PdfRef {
  constructor(
    readonly num: number,
    readonly gen = 0,
  ) {}
}

export class PdfDict {
  /** `repeated`: a key stood there twice, so that readers may disagree about it. */
  constructor(
    readonly entries: ReadonlyMap<string, PdfValue>,
    readonly repeated = false,
  ) {}

  get(key: string): PdfValue {
    return this.entries.get(key) ?? null;
  }

  /** A copy with some entries changed; undefined takes one out. */
  with(changes: Readonly<Record<string, PdfValue | undefined>>): PdfDict {
    const entries = new Map(this.entries);
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined) {
        entries.delete(key);
      } else {
        entries.set(key, value);
      }
    }
    return new PdfDict(entries);
  }
}

/** `raw`: as in the file, still under its filters. */
export class PdfStream {
  constructor(
    readonly dict: PdfDict,
    readonly raw: Buffer,
  ) {}
}

/** Written as it stands: the places that are filled in after everything else is laid out. Never read. */
export class PdfRaw {
  constructor(readonly text: string) {}
}

export function dict(entries: Readonly<Record<string, PdfValue | undefined>>): PdfDict {
  return new PdfDict(new Map()).with(entries);
}

export const name = (text: string): PdfName => new PdfName(text);

/** A text string: ASCII as it is, anything else UTF-16BE with its mark (7.9.2.2). */
export function textString(text: string): PdfString {
  if (/^[\x20-\x7e]*$/.test(text)) {
    return new PdfString(Buffer.from(text, 'latin1'));
  }
  return new PdfString(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text.normalize('NFC'), 'utf16le').swap16()]));
}

/** What a text string says; bytes without a mark are read as Latin-1 (PDFDocEncoding differs in few signs only). */
export function readTextString(value: PdfValue): string {
  if (!(value instanceof PdfString)) {
    return '';
  }
  const { bytes } = value;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return Buffer.from(bytes.subarray(2, 2 + ((bytes.length - 2) & ~1)))
      .swap16()
      .toString('utf16le')
      .normalize('NFC');
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return bytes.subarray(3).toString('utf8').normalize('NFC');
  }
  return bytes.toString('latin1');
}

/** Narrowing helpers: undefined for anything else. */
export const asDict = (value: PdfValue): PdfDict | undefined =>
  value instanceof PdfDict ? value : value instanceof PdfStream ? value.dict : undefined;
export const asArray = (value: PdfValue): PdfArray | undefined => (Array.isArray(value) ? (value as PdfArray) : undefined);
export const asName = (value: PdfValue): string | undefined => (value instanceof PdfName ? value.name : undefined);
export const asNumber = (value: PdfValue): number | undefined => (typeof value === 'number' ? value : undefined);
