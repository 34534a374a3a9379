import { DerMalformed, elementsOf, numberOf, octetsOf, oidOf, partsOf, readDer, textOf, timeOf } from './read-der';
import { bits, boolean, generalTime, integer, octets, oid, sequence, setOf, tagged, time, tlv, utf8 } from './write-der';

describe('DER', () => {
  it.each(['1.2.840.113549.1.7.2', '2.16.840.1.101.3.4.2.1', '2.5.4.3', '1.3.14.3.2.26', '2.999.1'])('writes and reads %s', (id) => {
    expect(oidOf(readDer(oid(id)))).toBe(id);
  });

  it.each([
    [0, '020100'],
    [127, '02017f'],
    [128, '02020080'],
    [65_536, '0203010000'],
  ])('writes %i without sign and without blanks', (value, hex) => {
    expect(integer(value).toString('hex')).toBe(hex);
    expect(numberOf(readDer(integer(value)))).toBe(value);
  });

  it('writes a number given by its bytes with as few as it needs', () => {
    expect(integer(Buffer.from('0000ff', 'hex')).toString('hex')).toBe('020200ff');
  });

  it.each([5, 127, 128, 255, 256, 70_000])('writes and reads %i bytes', (length) => {
    expect(octetsOf(readDer(octets(Buffer.alloc(length, 7))))).toHaveLength(length);
  });

  it('sorts the members of a set', () => {
    expect(setOf(integer(2), integer(1)).toString('hex')).toBe('3106020101020102');
  });

  it.each([
    [Date.UTC(2026, 2, 2, 2, 3, 4), '260302020304Z'],
    [Date.UTC(2049, 11, 31, 23, 59, 59), '491231235959Z'],
    [Date.UTC(2050, 0, 1), '20500101000000Z'],
  ])('writes the time %i as %s and reads it', (ms, text) => {
    expect(readDer(time(ms)).content.toString()).toBe(text);
    expect([timeOf(readDer(time(ms))), timeOf(readDer(generalTime(ms)))]).toEqual([ms, ms]);
  });

  it('reads names in UTF-8, BMP and plain', () => {
    const bmp = Buffer.from('Phạm Quang Hưng', 'utf16le').swap16();
    const texts = [utf8('Phạm Quang Hưng'), tlv(0x1e, bmp), tlv(0x13, Buffer.from('Hung'))].map((der) => textOf(readDer(der)));
    expect(texts).toEqual(['Phạm Quang Hưng', 'Phạm Quang Hưng', 'Hung']);
  });

  it('reads lengths without end and bytes in pieces, as Java writes archives', () => {
    const pieces = Buffer.from('2480040141040142000005', 'hex');
    expect(octetsOf(readDer(pieces)).toString()).toBe('AB');
    expect(readDer(pieces).raw).toHaveLength(10);
  });

  it('keeps to what belongs to an element', () => {
    const [first, second] = elementsOf(Buffer.concat([sequence(boolean(true)), tagged(0, bits(Buffer.from([1])))]));
    expect([partsOf(first).length, second?.tag]).toEqual([1, 0xa0]);
  });

  it.each(['', '30', '3005', '30820', '3084ffffffff', '30850000000001', '1f8101', '3080', '3080'.repeat(60)])('refuses %s', (hex) => {
    expect(() => readDer(Buffer.from(hex, 'hex'))).toThrow(DerMalformed);
  });
});
