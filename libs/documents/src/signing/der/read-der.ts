/** One element of BER or DER. `content` and `raw` are views on the bytes read. */
export interface Der {
  /** Class, constructed bit and number (all ours are below 31). */
  readonly tag: number;
  /** Between header and end, for an indefinite length without its end mark. */
  readonly content: Buffer;
  /** Header and content, as they lie in the file: what digests and comparisons are made of. */
  readonly raw: Buffer;
}

/** Bytes that are no DER, or not of the shape that was expected. */
export class DerMalformed extends Error {}

/** Indefinite lengths are found by walking down; deeper is refused rather than walked. */
const MAX_DEPTH = 40;

/** The element at the start of `bytes`; what follows it is left alone. @throws DerMalformed */
export function readDer(bytes: Uint8Array, depth = 0): Der {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tag = byteAt(at, 0);
  if ((tag & 0x1f) === 0x1f || depth > MAX_DEPTH) {
    throw new DerMalformed('an element of a kind that is not read');
  }
  const first = byteAt(at, 1);
  if (first === 0x80) {
    return readIndefinite(at, tag, depth);
  }
  const more = first < 0x80 ? 0 : first - 0x80;
  if (more > 4) {
    throw new DerMalformed('an element longer than any file');
  }
  const length = more === 0 ? first : at.subarray(0, 2 + more).length < 2 + more ? Infinity : at.readUIntBE(2, more);
  const start = 2 + more;
  if (start + length > at.length) {
    throw new DerMalformed('an element that ends behind the file');
  }
  return { tag, content: at.subarray(start, start + length), raw: at.subarray(0, start + length) };
}

/** The elements inside a constructed one. */
export function parts(element: Der): Der[] {
  return elementsOf(element.content);
}

/** The elements one after another in `bytes`. */
export function elementsOf(bytes: Buffer): Der[] {
  const found: Der[] = [];
  for (let at = 0; at < bytes.length;) {
    const next = readDer(bytes.subarray(at));
    found.push(next);
    at += next.raw.length;
  }
  return found;
}

/** The parts of a SEQUENCE (0x30) or of what tag is asked for. @throws DerMalformed */
export function partsOf(element: Der | undefined, tag = 0x30): Der[] {
  return parts(expectTag(element, tag));
}

export function expectTag(element: Der | undefined, tag: number): Der {
  if (element?.tag !== tag) {
    throw new DerMalformed(`wanted an element ${tag.toString(16)}, found ${element === undefined ? 'none' : element.tag.toString(16)}`);
  }
  return element;
}

/** An OCTET STRING, also one in pieces as Java and NSS write it, or [n] IMPLICIT of one. */
export function octetsOf(element: Der | undefined): Buffer {
  if (element === undefined) {
    throw new DerMalformed('wanted bytes, found none');
  }
  return (element.tag & 0x20) === 0 ? element.content : Buffer.concat(parts(element).map(octetsOf));
}

/** '1.2.840.113549.1.7.2'. */
export function oidOf(element: Der | undefined): string {
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of expectTag(element, 0x06).content) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const [head = 0, ...rest] = arcs;
  const first = Math.min(2, Math.floor(head / 40));
  return [first, head - first * 40, ...rest].join('.');
}

/** A small number; a larger one than is safe is refused. */
export function numberOf(element: Der | undefined): number {
  const { content } = expectTag(element, 0x02);
  if (content.length === 0 || content.length > 6) {
    throw new DerMalformed('a number too large');
  }
  return content.readIntBE(0, content.length);
}

/** UTCTime or GeneralizedTime in milliseconds since 1970. Only 'Z' times, as DER has them. */
export function timeOf(element: Der | undefined): number {
  const text = element?.content.toString('latin1') ?? '';
  const full = element?.tag === 0x17 ? `${Number(text.slice(0, 2)) >= 50 ? '19' : '20'}${text}` : text;
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,3})\d*)?Z$/.exec(full);
  if (match === null || (element?.tag !== 0x17 && element?.tag !== 0x18)) {
    throw new DerMalformed('not a time');
  }
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second, Number((match[7] ?? '').padEnd(3, '0')));
}

/** Text of any string type of a name. Teletex is read as Latin-1, as everybody does. */
export function textOf(element: Der | undefined): string {
  switch (element?.tag) {
    case 0x0c:
      return element.content.toString('utf8').normalize('NFC');
    case 0x1e:
      return Buffer.from(element.content.subarray(0, element.content.length & ~1))
        .swap16()
        .toString('utf16le')
        .normalize('NFC');
    case 0x13:
    case 0x14:
    case 0x16:
    case 0x12:
      return element.content.toString('latin1');
    default:
      return '';
  }
}

function readIndefinite(at: Buffer, tag: number, depth: number): Der {
  let end = 2;
  while (!(byteAt(at, end) === 0 && byteAt(at, end + 1) === 0)) {
    end += readDer(at.subarray(end), depth + 1).raw.length;
  }
  return { tag, content: at.subarray(2, end), raw: at.subarray(0, end + 2) };
}

function byteAt(at: Buffer, index: number): number {
  const byte = at[index];
  if (byte === undefined) {
    throw new DerMalformed('the bytes end in the middle');
  }
  return byte;
}
