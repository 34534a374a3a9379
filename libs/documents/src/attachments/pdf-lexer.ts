/** A token of ISO 32000-1, 7.2: names with their #xx undone; strings are skipped over, their text says nothing about structure. */
export interface PdfToken {
  readonly kind: 'name' | 'number' | 'word' | 'open' | 'close' | 'string';
  readonly text: string;
  /** Behind the token. */
  readonly end: number;
}

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set(Buffer.from('()<>[]{}/%'));
const LONGEST = 512;

/** Tokens one after the other, from any place in a file; whatever cannot be read is stepped over. */
export class PdfLexer {
  constructor(
    private readonly file: Buffer,
    public at = 0,
    private readonly until = file.length,
  ) {}

  next(): PdfToken | undefined {
    const { file } = this;
    this.skipBlank();
    const first = this.at < this.until ? (file[this.at] ?? 0) : -1;
    switch (first) {
      case -1:
        return undefined;
      case 0x2f: // '/'
        this.at += 1;
        return this.token('name', unescaped(this.run()));
      case 0x28: // '('
        this.skipString();
        return this.token('string', '');
      case 0x3c: // '<'
        return this.angle();
      case 0x3e: // '>'
        this.at += file[this.at + 1] === 0x3e ? 2 : 1;
        return this.token('close', '>>');
      case 0x5b: // '['
        this.at += 1;
        return this.token('open', '[');
      case 0x5d: // ']'
        this.at += 1;
        return this.token('close', ']');
      case 0x29: // ')'
      case 0x7b:
      case 0x7d:
        this.at += 1;
        return this.token('word', String.fromCharCode(first));
      default: {
        const text = this.run();
        return this.token(/^[+-]?\d*\.?\d*$/.test(text) ? 'number' : 'word', text);
      }
    }
  }

  private token(kind: PdfToken['kind'], text: string): PdfToken {
    return { kind, text, end: this.at };
  }

  private angle(): PdfToken {
    if (this.file[this.at + 1] === 0x3c) {
      this.at += 2;
      return this.token('open', '<<');
    }
    const end = this.file.indexOf(0x3e, this.at);
    this.at = end < 0 || end >= this.until ? this.until : end + 1;
    return this.token('string', '');
  }

  private skipBlank(): void {
    const { file } = this;
    while (this.at < this.until) {
      const byte = file[this.at] ?? 0;
      if (byte === 0x25) {
        while (this.at < this.until && file[this.at] !== 10 && file[this.at] !== 13) {
          this.at += 1;
        }
      } else if (WHITE.has(byte)) {
        this.at += 1;
      } else {
        return;
      }
    }
  }

  private skipString(): void {
    let depth = 0;
    while (this.at < this.until) {
      const byte = this.file[this.at];
      this.at += byte === 0x5c ? 2 : 1;
      depth += byte === 0x28 ? 1 : byte === 0x29 ? -1 : 0;
      if (depth === 0) {
        return;
      }
    }
  }

  private run(): string {
    const from = this.at;
    while (this.at < this.until) {
      const byte = this.file[this.at] ?? 0;
      if (WHITE.has(byte) || DELIMITERS.has(byte)) {
        break;
      }
      this.at += 1;
    }
    return this.file.toString('latin1', from, Math.min(this.at, from + LONGEST));
  }
}

/** `/J#61vaScript` is `/JavaScript`. */
function unescaped(name: string): string {
  return name.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
