/** DER as bytes (X.690): small writers, each gives one finished element. */

/** One element of any tag byte (class, constructed bit and number below 31). */
export function tlv(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag]), lengthOf(body.length), body]);
}

export const sequence = (...content: readonly Uint8Array[]): Buffer => tlv(0x30, ...content);

/** SET OF: its members are sorted by their bytes (X.690 11.6). */
export const setOf = (...content: readonly Uint8Array[]): Buffer => tlv(0x31, ...[...content].sort((a, b) => Buffer.compare(a, b)));

/** [n] constructed: EXPLICIT, or IMPLICIT of a structure. */
export const tagged = (number: number, ...content: readonly Uint8Array[]): Buffer => tlv(0xa0 + number, ...content);

export const octets = (bytes: Uint8Array): Buffer => tlv(0x04, bytes);
export const bits = (bytes: Uint8Array, unused = 0): Buffer => tlv(0x03, Buffer.from([unused]), bytes);
export const utf8 = (text: string): Buffer => tlv(0x0c, Buffer.from(text, 'utf8'));
export const printable = (text: string): Buffer => tlv(0x13, Buffer.from(text, 'latin1'));
export const boolean = (value: boolean): Buffer => tlv(0x01, Buffer.from([value ? 0xff : 0]));
export const nothing = (): Buffer => tlv(0x05);

/** A whole number from 0, or the big-endian bytes of one. */
export function integer(value: number | bigint | Uint8Array): Buffer {
  const given = typeof value === 'object' ? Buffer.from(value) : Buffer.from(evenHex(value.toString(16)), 'hex');
  let start = 0;
  while (start < given.length - 1 && given[start] === 0) {
    start += 1;
  }
  const bytes = given.subarray(start);
  return tlv(0x02, ...((bytes[0] ?? 0) >= 0x80 ? [Buffer.from([0]), bytes] : [bytes]));
}

/** '1.2.840.113549.1.7.2'. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
      groups.unshift((left % 128) + 128);
    }
    return groups;
  });
  return tlv(0x06, Buffer.from(bytes));
}

/** UTCTime to 2049, GeneralizedTime after it (RFC 5280 4.1.2.5); whole seconds. */
export function time(ms: number): Buffer {
  const text = new Date(ms).toISOString().replace(/[-:T]|\.\d+/g, '');
  const short = text >= '19500101000000Z' && text < '20500101000000Z';
  return tlv(short ? 0x17 : 0x18, Buffer.from(short ? text.slice(2) : text, 'latin1'));
}

/** GeneralizedTime always (RFC 3161 genTime). */
export function generalTime(ms: number): Buffer {
  return tlv(0x18, Buffer.from(new Date(ms).toISOString().replace(/[-:T]|\.\d+/g, ''), 'latin1'));
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) {
    return Buffer.from([length]);
  }
  const bytes = Buffer.from(evenHex(length.toString(16)), 'hex');
  return Buffer.concat([Buffer.from([0x80 + bytes.length]), bytes]);
}

function evenHex(hex: string): string {
  return hex.length % 2 === 0 ? hex : `0${hex}`;
}
