import { PdfUnreadable } from '../../errors';
import { PdfDict, PdfName, PdfRef, PdfString, type PdfValue } from './values';

const MAX_DEPTH = 60;
const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set(Buffer.from('()<>[]{}/%'));

/** Reads objects one after another from bytes. Every step goes forward, so that no input can hold it up. */
export class PdfParser {
  constructor(
    private readonly bytes: Buffer,
    public at = 0,
  ) {}

  /** The object here. @throws PdfUnreadable */
  value(depth = 0): PdfValue {
    if (depth > MAX_DEPTH) {
      throw unreadable('objects lie too deep in each other');
    }
    this.skipWhite();
    const byte = this.bytes[this.at];
    switch (byte === undefined ? '' : String.fromCharCode(byte)) {
      case '/':
        return new PdfName(this.nameText());
      case '(':
        return this.literal();
      case '[':
        return this.array(depth);
      case '<':
        return this.bytes[this.at + 1] === 0x3c ? this.dictionary(depth) : this.hex();
      default:
        return this.numberOrWord();
    }
  }

  /** A word of regular signs ('obj', 'Tj', '12.5'); '' at a delimiter or the end. */
  word(): string {
    this.skipWhite();
    const start = this.at;
    while (this.at < this.bytes.length && isRegular(this.bytes[this.at] ?? 0)) {
      this.at += 1;
    }
    return this.bytes.toString('latin1', start, this.at);
  }

  /** Takes the word when it comes next. */
  take(wanted: string): boolean {
    const before = this.at;
    if (this.word() === wanted) {
      return true;
    }
    this.at = before;
    return false;
  }

  /** A whole number from 0; undefined (and nothing taken) when something else stands here. */
  whole(): number | undefined {
    const before = this.at;
    const text = this.word();
    if (/^\d{1,15}$/.test(text)) {
      return Number(text);
    }
    this.at = before;
    return undefined;
  }

  skipWhite(): void {
    for (; this.at < this.bytes.length; this.at += 1) {
      const byte = this.bytes[this.at] ?? 0;
      if (byte === 0x25) {
        while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) {
          this.at += 1;
        }
      } else if (!WHITE.has(byte)) {
        return;
      }
    }
  }

  get done(): boolean {
    this.skipWhite();
    return this.at >= this.bytes.length;
  }

  private nameText(): string {
    this.at += 1;
    const start = this.at;
    while (this.at < this.bytes.length && isRegular(this.bytes[this.at] ?? 0)) {
      this.at += 1;
    }
    const text = this.bytes.toString('latin1', start, this.at);
    return text.replace(/#([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  }

  private array(depth: number): PdfValue {
    this.at += 1;
    const items: PdfValue[] = [];
    for (;;) {
      this.skipWhite();
      if (this.bytes[this.at] === 0x5d) {
        this.at += 1;
        return items;
      }
      items.push(this.value(depth + 1));
    }
  }

  private dictionary(depth: number): PdfDict {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    let repeated = false;
    for (;;) {
      this.skipWhite();
      const byte = this.bytes[this.at];
      if (byte === 0x3e && this.bytes[this.at + 1] === 0x3e) {
        this.at += 2;
        return new PdfDict(entries, repeated);
      }
      if (byte !== 0x2f) {
        throw unreadable('a dictionary without a key');
      }
      const key = this.nameText();
      repeated ||= entries.has(key);
      entries.set(key, this.value(depth + 1));
    }
  }

  private hex(): PdfString {
    const start = this.at;
    const end = this.bytes.indexOf(0x3e, start);
    if (end < 0) {
      throw unreadable('a string without an end');
    }
    const digits = this.bytes.toString('latin1', start + 1, end).replace(/[\0\t\n\f\r ]/g, '');
    if (!/^[0-9a-f]*$/i.test(digits)) {
      throw unreadable('a hexadecimal string with other signs');
    }
    this.at = end + 1;
    return new PdfString(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex'), start, this.at);
  }

  private literal(): PdfString {
    const start = this.at;
    const out: number[] = [];
    let open = 1;
    this.at += 1;
    while (this.at < this.bytes.length) {
      const byte = this.bytes[this.at] ?? 0;
      this.at += 1;
      if (byte === 0x5c) {
        this.escaped(out);
        continue;
      }
      open += byte === 0x28 ? 1 : byte === 0x29 ? -1 : 0;
      if (open === 0) {
        return new PdfString(Buffer.from(out), start, this.at);
      }
      out.push(byte);
    }
    throw unreadable('a string without an end');
  }

  private escaped(out: number[]): void {
    const sign = String.fromCharCode(this.bytes[this.at] ?? 0);
    const octal = /^[0-7]{1,3}/.exec(this.bytes.toString('latin1', this.at, this.at + 3));
    if (octal !== null) {
      out.push(parseInt(octal[0], 8) & 0xff);
      this.at += octal[0].length;
      return;
    }
    this.at += 1;
    const plain = { n: 10, r: 13, t: 9, b: 8, f: 12 }[sign];
    if (plain !== undefined) {
      out.push(plain);
    } else if (sign === '\r') {
      this.at += this.bytes[this.at] === 10 ? 1 : 0;
    } else if (sign !== '\n') {
      out.push(sign.charCodeAt(0));
    }
  }

  private numberOrWord(): PdfValue {
    const text = this.word();
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) {
      return this.reference(text) ?? Number(text);
    }
    if (text === 'true' || text === 'false') {
      return text === 'true';
    }
    if (text === 'null') {
      return null;
    }
    throw unreadable(`not an object: ${text.slice(0, 20)}`);
  }

  private reference(text: string): PdfRef | undefined {
    if (!/^\d+$/.test(text)) {
      return undefined;
    }
    const before = this.at;
    const gen = this.whole();
    if (gen !== undefined && this.take('R')) {
      return new PdfRef(Number(text), gen);
    }
    this.at = before;
    return undefined;
  }
}

export function unreadable(reason: string): PdfUnreadable {
  return new PdfUnreadable(`the PDF cannot be read: ${reason}`, { reason });
}

function isRegular(byte: number): boolean {
  return !WHITE.has(byte) && !DELIMITER.has(byte);
}
