import { PdfStream, PdfRef, dict, name, type PdfDict, type PdfValue, asDict } from './values';
import { deflateSync } from 'node:zlib';
import type { PdfFile } from './pdf-file';
import { writeValue } from './write-value';

export interface WrittenRevision {
  readonly bytes: Buffer;
  /** Where each object of the revision begins, by number. */
  readonly offsets: ReadonlyMap<number, number>;
}

/** Changes to a PDF, written behind it (7.5.6): every byte of what was there stays, so earlier signatures stay valid. */
export class Revision {
  private readonly changed = new Map<number, { ref: PdfRef; value: PdfValue }>();
  private next: number;

  constructor(readonly file: PdfFile) {
    this.next = file.size;
  }

  add(value: PdfValue): PdfRef {
    const ref = new PdfRef(this.next);
    this.next += 1;
    this.changed.set(ref.num, { ref, value });
    return ref;
  }

  set(ref: PdfRef, value: PdfValue): void {
    this.changed.set(ref.num, { ref, value });
  }

  get isEmpty(): boolean {
    return this.changed.size === 0;
  }

  /** As it will stand: what this revision says, else the file. */
  resolve(value: PdfValue): PdfValue {
    let found = value;
    for (let step = 0; found instanceof PdfRef; step += 1) {
      const own = this.changed.get(found.num);
      found = step > 10 ? null : own === undefined ? this.file.get(found.num) : own.value;
    }
    return found;
  }

  dictAt(value: PdfValue): PdfDict | undefined {
    return asDict(this.resolve(value));
  }

  /** Changes an entry of the catalog. */
  setInRoot(changes: Readonly<Record<string, PdfValue | undefined>>): void {
    const ref = this.file.trailer.get('Root');
    const root = this.dictAt(ref);
    if (ref instanceof PdfRef && root !== undefined) {
      this.set(ref, root.with(changes));
    }
  }

  write(): WrittenRevision {
    const { file } = this;
    const chunks: Buffer[] = [file.bytes];
    let length = file.bytes.length;
    const push = (chunk: Buffer): void => {
      chunks.push(chunk);
      length += chunk.length;
    };
    if (file.bytes.at(-1) !== 10 && file.bytes.at(-1) !== 13) {
      push(Buffer.from('\n'));
    }
    const offsets = new Map<number, number>();
    for (const { ref, value } of this.changed.values()) {
      offsets.set(ref.num, length);
      push(Buffer.concat([Buffer.from(`${ref.num} ${ref.gen} obj\n`), writeValue(value), Buffer.from('\nendobj\n')]));
    }
    const start = length;
    push(file.sections[0]?.isStream === true ? this.xrefStream(offsets, start) : this.xrefTable(offsets));
    push(Buffer.from(`startxref\n${start}\n%%EOF\n`));
    return { bytes: Buffer.concat(chunks), offsets };
  }

  private xrefTable(offsets: ReadonlyMap<number, number>): Buffer {
    const rows = runsOf(offsets).map((run) => {
      const lines = run.map((num) => `${String(offsets.get(num)).padStart(10, '0')} ${this.gen(num)} n \n`);
      return `${run[0] ?? 0} ${run.length}\n${lines.join('')}`;
    });
    const trailer = writeValue(this.trailer(this.next)).toString('latin1');
    return Buffer.from(`xref\n${rows.join('')}trailer\n${trailer}\n`, 'latin1');
  }

  private xrefStream(offsets: ReadonlyMap<number, number>, start: number): Buffer {
    const num = this.next;
    const all = new Map([...offsets, [num, start]]);
    const runs = runsOf(all);
    const rows = runs.flat().map((row) => {
      const bytes = Buffer.alloc(8);
      bytes.writeUInt8(1, 0);
      bytes.writeUIntBE(all.get(row) ?? 0, 1, 5);
      bytes.writeUInt16BE(this.changed.get(row)?.ref.gen ?? 0, 6);
      return bytes;
    });
    const head = this.trailer(num + 1).with({
      Type: name('XRef'),
      W: [1, 5, 2],
      Index: runs.flatMap((run) => [run[0] ?? 0, run.length]),
      Filter: name('FlateDecode'),
    });
    const stream = new PdfStream(head, deflateSync(Buffer.concat(rows)));
    return Buffer.concat([Buffer.from(`${num} 0 obj\n`), writeValue(stream), Buffer.from('\nendobj\n')]);
  }

  private trailer(size: number): PdfDict {
    const { trailer, sections } = this.file;
    const kept = (key: string): PdfValue | undefined => trailer.get(key) ?? undefined;
    return dict({ Size: size, Root: kept('Root'), Info: kept('Info'), ID: kept('ID'), Prev: sections[0]?.offset ?? 0 });
  }

  private gen(num: number): string {
    return String(this.changed.get(num)?.ref.gen ?? 0).padStart(5, '0');
  }
}

/** Numbers in ascending runs without gaps. */
function runsOf(offsets: ReadonlyMap<number, number>): number[][] {
  const runs: number[][] = [];
  for (const num of [...offsets.keys()].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.at(-1) === num - 1) {
      run.push(num);
    } else {
      runs.push([num]);
    }
  }
  return runs;
}
