import { inflateRawSync } from 'node:zlib';
import { refused, type AttachmentRefused } from './verdict';

export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  readonly read: () => Buffer;
}

const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_ENTRIES = 2000;
const MOST_UNPACKED = 100 * 1024 * 1024;
const LARGEST_ENTRY = 48 * 1024 * 1024;
const MOST_RATIO = 200;
/** Below this size a high ratio costs nothing: runs of spaces in XML. */
const RATIO_COUNTS_FROM = 1024 * 1024;

/**
 * The parts of an office file, by the directory at its end, which must agree with each part's own header. Refused before anything is unpacked:
 * too many parts, too much unpacked, parts that share bytes (a bomb of one kernel), names that lead out of a folder, and locked parts.
 */
export function zipEntries(file: Buffer): AttachmentRefused | readonly ZipEntry[] {
  const end = file.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0 || end + 22 > file.length) {
    return refused('file-unreadable', { reason: 'cut-off' });
  }
  const [count, size, start, comment] = [10, 12, 16, 20].map((at, n) =>
    n === 0 || n === 3 ? file.readUInt16LE(end + at) : file.readUInt32LE(end + at),
  );
  if (count === undefined || size === undefined || start === undefined || comment === undefined) {
    return refused('file-unreadable', { reason: 'directory' });
  }
  if (end + 22 + comment !== file.length || start + size !== end || file.readUInt32LE(0) !== LOCAL) {
    return refused('file-not-what-it-says', { reason: 'two-files-in-one' });
  }
  if (count > MOST_ENTRIES) {
    return refused('file-bomb', { reason: 'parts', parts: count, most: MOST_ENTRIES });
  }
  return entriesAt(file, start, end);
}

interface Header {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly local: number;
}

function entriesAt(file: Buffer, start: number, end: number): AttachmentRefused | readonly ZipEntry[] {
  const headers: Header[] = [];
  let at = start;
  while (at + 46 <= end && file.readUInt32LE(at) === CENTRAL) {
    const nameEnd = at + 46 + file.readUInt16LE(at + 28);
    headers.push({
      name: file.toString('utf8', at + 46, nameEnd),
      flags: file.readUInt16LE(at + 8),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      local: file.readUInt32LE(at + 42),
    });
    at = nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  const fault = at === end ? faultOf(headers) : refused('file-unreadable', { reason: 'directory' });
  if (fault !== undefined) {
    return fault;
  }
  const entries: ZipEntry[] = [];
  let free = 0;
  for (const header of [...headers].sort((a, b) => a.local - b.local)) {
    const data = dataOf(file, header, start);
    if (data === undefined || header.local < free) {
      return refused('file-bomb', { reason: 'overlapping-parts', part: header.name.slice(0, 80) });
    }
    free = data.byteOffset - file.byteOffset + data.length;
    entries.push({ name: header.name, size: header.size, read: () => unpacked(header, data) });
  }
  return entries;
}

function faultOf(headers: readonly Header[]): AttachmentRefused | undefined {
  const total = headers.reduce((sum, { size }) => sum + size, 0);
  const swollen = headers.find(({ size, packed }) => size > LARGEST_ENTRY || (size > RATIO_COUNTS_FROM && size > packed * MOST_RATIO));
  if (total > MOST_UNPACKED || swollen !== undefined) {
    return refused('file-bomb', { reason: 'unpacked-size', bytes: total, most: MOST_UNPACKED });
  }
  const stray = headers.find(({ name }) => leadsOut(name));
  if (stray !== undefined || new Set(headers.map(({ name }) => name.toLowerCase())).size < headers.length) {
    return refused('file-not-what-it-says', { reason: 'part-names', part: (stray?.name ?? '').slice(0, 80) });
  }
  if (headers.some(({ flags }) => (flags & 1) === 1)) {
    return refused('file-encrypted');
  }
  return headers.every(({ method }) => method === 0 || method === 8) ? undefined : refused('file-unreadable', { reason: 'packing' });
}

function leadsOut(name: string): boolean {
  return name === '' || /^[/\\]|^[A-Za-z]:|\\|\0|(^|\/)\.\.(\/|$)/.test(name);
}

/** The packed bytes of a part; undefined when its own header tells of another part than the directory does. */
function dataOf(file: Buffer, header: Header, directory: number): Buffer | undefined {
  const { local, name, packed } = header;
  if (local + 30 > directory || file.readUInt32LE(local) !== LOCAL) {
    return undefined;
  }
  const nameEnd = local + 30 + file.readUInt16LE(local + 26);
  const from = nameEnd + file.readUInt16LE(local + 28);
  const same = file.toString('utf8', local + 30, nameEnd) === name && file.readUInt16LE(local + 8) === header.method;
  return same && from + packed <= directory ? file.subarray(from, from + packed) : undefined;
}

/** @throws when the part is not what the directory says of it */
function unpacked({ method, size }: Header, data: Buffer): Buffer {
  // One byte more than said is enough to know that it lies; zlib refuses 0.
  const bytes = method === 0 ? data : inflateRawSync(data, { maxOutputLength: size + 1 });
  if (bytes.length !== size) {
    throw new Error('a part of the archive has another size than it says');
  }
  return bytes;
}
