import { decodeStream } from './decode-stream';
import { PdfParser, unreadable } from './parse-object';
import { readIndirect, readSections, type Place, type Section } from './read-sections';
import { asDict, asNumber, PdfDict, PdfRef, PdfStream, type PdfValue } from './values';

/** A PDF as it stands at the end of some revision: objects by number, the newest of each. Reads only what is asked for. */
export class PdfFile {
  private readonly objects = new Map<number, PdfValue>();
  private readonly packed = new Map<number, readonly { num: number; value: PdfValue }[]>();
  private readonly reading = new Set<number>();

  private constructor(
    readonly bytes: Buffer,
    /** Newest first. */
    readonly sections: readonly Section[],
  ) {}

  /** @throws PdfUnreadable for what is no PDF, is broken, or is encrypted (`details.reason` 'encrypted'). */
  static open(given: Uint8Array): PdfFile {
    const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
    if (bytes.toString('latin1', 0, 5) !== '%PDF-') {
      throw unreadable('it does not begin as a PDF');
    }
    const mark = bytes.lastIndexOf('startxref', undefined, 'latin1');
    const start = mark < 0 ? undefined : new PdfParser(bytes, mark + 'startxref'.length).whole();
    if (start === undefined) {
      throw unreadable('it has no startxref');
    }
    const file = new PdfFile(bytes, readSections(bytes, start));
    if (file.trailer.get('Encrypt') !== null) {
      throw unreadable('encrypted');
    }
    return file;
  }

  /** The same file before its `back` newest sections were added. */
  before(back: number): PdfFile {
    return new PdfFile(this.bytes, this.sections.slice(back));
  }

  get trailer(): PdfDict {
    return this.sections[0]?.trailer ?? new PdfDict(new Map());
  }

  /** One more than the highest number in use. */
  get size(): number {
    return this.sections.reduce((size, { trailer, places }) => {
      const highest = [...places.keys()].reduce((most, num) => Math.max(most, num), 0);
      return Math.max(size, highest + 1, asNumber(trailer.get('Size')) ?? 0);
    }, 1);
  }

  get root(): PdfDict {
    const root = asDict(this.resolve(this.trailer.get('Root')));
    if (root === undefined) {
      throw unreadable('it has no catalog');
    }
    return root;
  }

  /** Follows references (a few, then gives null) to the object itself. */
  resolve(value: PdfValue): PdfValue {
    let found = value;
    for (let step = 0; found instanceof PdfRef; step += 1) {
      found = step > 10 ? null : this.get(found.num);
    }
    return found;
  }

  /** The value of a key, resolved. */
  in(dict: PdfDict | undefined, key: string): PdfValue {
    return this.resolve(dict?.get(key) ?? null);
  }

  place(num: number): Place | undefined {
    for (const { places } of this.sections) {
      const place = places.get(num);
      if (place !== undefined) {
        return place;
      }
    }
    return undefined;
  }

  /** The object of this number, null when there is none. @throws PdfUnreadable */
  get(num: number): PdfValue {
    const known = this.objects.get(num);
    if (known !== undefined) {
      return known;
    }
    if (this.reading.has(num)) {
      throw unreadable('an object that needs itself to be read');
    }
    this.reading.add(num);
    try {
      const value = this.read(num);
      this.objects.set(num, value);
      return value;
    } finally {
      this.reading.delete(num);
    }
  }

  decode(stream: PdfStream): Buffer {
    return decodeStream(stream, (value) => this.resolve(value));
  }

  private read(num: number): PdfValue {
    const place = this.place(num);
    if (place === undefined || place.kind === 'free') {
      return null;
    }
    if (place.kind === 'in') {
      const item = this.unpack(place.stream)[place.index];
      return item?.num === num ? item.value : null;
    }
    const found = readIndirect(this.bytes, place.offset, (value) => this.resolve(value));
    if (found.num !== num) {
      throw unreadable(`another object where ${num} should be`);
    }
    return found.value;
  }

  private unpack(num: number): readonly { num: number; value: PdfValue }[] {
    const known = this.packed.get(num);
    if (known !== undefined) {
      return known;
    }
    const stream = this.get(num);
    if (!(stream instanceof PdfStream)) {
      throw unreadable('no object stream where one should be');
    }
    const data = this.decode(stream);
    const first = asNumber(this.in(stream.dict, 'First')) ?? 0;
    const count = asNumber(this.in(stream.dict, 'N')) ?? 0;
    const heads = new PdfParser(data);
    const items: { num: number; value: PdfValue }[] = [];
    for (let index = 0; index < count; index += 1) {
      const itemNum = heads.whole();
      const offset = heads.whole();
      if (itemNum === undefined || offset === undefined) {
        throw unreadable('a broken object stream');
      }
      items.push({ num: itemNum, value: new PdfParser(data, first + offset).value() });
    }
    this.packed.set(num, items);
    return items;
  }
}
