import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';

export interface PdfWanted {
  /** Entries of the catalogue beside its pages: `/OpenAction 5 0 R`. */
  readonly catalog?: string;
  /** Entries of the page. */
  readonly page?: string;
  /** Bodies of further objects, from number 5 on. */
  readonly objects?: readonly (string | Buffer)[];
  readonly trailer?: string;
  readonly pages?: number;
  readonly text?: string;
  /** Written between the last object and the table of offsets. */
  readonly garbage?: string;
}

/** A small but right PDF with what a test wants in it. */
export function pdfWith({
  catalog = '',
  page = '',
  objects = [],
  trailer = '',
  pages = 1,
  text = 'ho so',
  garbage = '',
}: PdfWanted = {}): Buffer {
  const content = `BT /F1 12 Tf 72 720 Td (${text}) Tj ET`;
  const kids = Array.from({ length: pages }, () => '3 0 R').join(' ');
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> ${page} >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ...objects,
  ];
  let file = Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1');
  const offsets = bodies.map((body, index) => {
    const at = file.length;
    file = Buffer.concat([file, Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(body as string, 'latin1'), Buffer.from('\nendobj\n')]);
    return at;
  });
  file = Buffer.concat([file, Buffer.from(garbage, 'latin1')]);
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const tail = `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.concat([file, Buffer.from(tail, 'latin1')]);
}

/** An object stream that holds the given objects, packed. */
export function objectStream(objects: readonly (readonly [number, string])[], more = ''): Buffer {
  const bodies = objects.map(([, body]) => `${body} `);
  const head = objects.map(([number], at) => `${number} ${bodies.slice(0, at).join('').length}`).join(' ');
  const packed = deflateSync(Buffer.from(`${head} ${bodies.join('')}`, 'latin1'));
  const dict = `<< /Type /ObjStm /N ${objects.length} /First ${head.length + 1} /Filter /FlateDecode ${more} /Length ${packed.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(dict), packed, Buffer.from('\nendstream')]);
}

export interface ZipPart {
  readonly name: string;
  readonly data: string | Buffer;
  /** Said in the directory instead of the truth. */
  readonly size?: number;
  readonly flags?: number;
}

/** An archive as office programs write it, with the lies a test wants. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, size, flags = 0 } of parts) {
    const plain = Buffer.from(data as string);
    const packed = deflateRawSync(plain);
    const title = Buffer.from(name);
    const facts = Buffer.alloc(22);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(flags, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32Of(plain), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(size ?? plain.length, 18);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(title.length, 0);
    locals.push(Buffer.from('504b0304', 'hex'), facts, lengths, title, packed);
    const rest = Buffer.alloc(12);
    rest.writeUInt32LE(at, 8);
    directory.push(Buffer.from('504b01021400', 'hex'), facts, lengths, Buffer.alloc(2), rest.subarray(0, 12), title);
    at += 30 + title.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, index, Buffer.from('504b0506', 'hex'), end]);
}

function crc32Of(bytes: Buffer): number {
  return typeof crc32 === 'function' ? crc32(bytes) : 0;
}

const TYPES = 'application/vnd.openxmlformats-officedocument.';
const RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">';

export function relations(...lines: readonly string[]): string {
  return `${RELATIONS}${lines.join('')}</Relationships>`;
}

export function docxWith(parts: readonly ZipPart[] = [], body = '<w:p><w:r><w:t>Báo cáo thành tích</w:t></w:r></w:p>'): Buffer {
  return zipOf([
    {
      name: '[Content_Types].xml',
      data: `<Types><Override PartName="/word/document.xml" ContentType="${TYPES}wordprocessingml.document.main+xml"/></Types>`,
    },
    { name: '_rels/.rels', data: relations() },
    { name: 'word/document.xml', data: `<w:document><w:body>${body}</w:body></w:document>` },
    ...parts,
  ]);
}

export function xlsxWith(parts: readonly ZipPart[] = [], cell = '<c r="A1"><v>1</v></c>'): Buffer {
  return zipOf([
    {
      name: '[Content_Types].xml',
      data: `<Types><Override PartName="/xl/workbook.xml" ContentType="${TYPES}spreadsheetml.sheet.main+xml"/></Types>`,
    },
    { name: 'xl/workbook.xml', data: '<workbook/>' },
    { name: 'xl/worksheets/sheet1.xml', data: `<worksheet><sheetData><row>${cell}</row></sheetData></worksheet>` },
    ...parts,
  ]);
}

/** Red on the left, blue on the right. */
export function jpegOf(width = 40, height = 20, more: Buffer = Buffer.alloc(0)): Buffer {
  const { data } = encode({ width, height, data: halves(width, height) }, 90);
  return Buffer.concat([data.subarray(0, 2), more, data.subarray(2)]);
}

export function pngOf(width = 40, height = 20): Buffer {
  return PNG.sync.write(Object.assign(new PNG({ width, height }), { data: halves(width, height) }));
}

/** A PNG of few bytes that says it is as large as asked. */
export function pngBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length, 0);
  sum.writeUInt32BE(crc32Of(Buffer.concat([Buffer.from(name), data])), 0);
  return Buffer.concat([length, Buffer.from(name), data, sum]);
}

/** EXIF with an orientation and a place, as a telephone writes it. */
export function exif(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a000000080001011200030000000100000000', 'hex');
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.alloc(4), Buffer.from('GPS 22.6N 106.2E')]);
  body.writeUInt16BE(orientation, 6 + 18);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2, 0);
  return Buffer.concat([Buffer.from('ffe1', 'hex'), length, body]);
}

function halves(width: number, height: number): Buffer {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let at = 0; at < width * height; at += 1) {
    data.set(at % width < width / 2 ? [255, 0, 0] : [0, 0, 255], at * 4);
  }
  return data;
}
