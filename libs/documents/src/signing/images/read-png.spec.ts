import { PNG } from 'pngjs';
import { inkPng } from '../../../../../test/harness/signed-papers';
import { SignatureImageUnusable } from '../../errors';
import { readPng } from './read-png';
import { isoTime, pdfTime, spokenTime } from './visible-image';

describe('the picture of a signature', () => {
  it('keeps what is transparent', () => {
    const { alpha } = readPng(inkPng('signature', 60, 20));
    expect(new Set(alpha)).toEqual(new Set([0, 255]));
  });

  it('is lifted from white paper when it was scanned without transparency', () => {
    const scan = new PNG({ width: 2, height: 1 });
    scan.data.set([255, 255, 255, 255, 255, 128, 128, 255]);
    const { rgb, alpha } = readPng(PNG.sync.write(scan));
    expect([...alpha]).toEqual([0, 127]);
    expect([...rgb.subarray(3)]).toEqual([255, 0, 0]);
  });

  it.each([
    ['no picture', Buffer.from('GIF89a')],
    ['one cut off', Buffer.from(inkPng('seal', 50, 50)).subarray(0, 60)],
    ['one that claims to be huge', huge()],
  ])('is refused: %s', (_what, bytes) => {
    expect(() => readPng(bytes)).toThrow(SignatureImageUnusable);
  });
});

describe('the time of a signature', () => {
  it('is that of Viet Nam in every form', () => {
    const ms = Date.UTC(2026, 2, 1, 17, 5, 7);
    expect([isoTime(ms), spokenTime(ms), pdfTime(ms)]).toEqual([
      '2026-03-02T00:05:07+07:00',
      '02/03/2026 00:05:07 +07:00',
      "D:20260302000507+07'00'",
    ]);
  });
});

function huge(): Buffer {
  const bytes = Buffer.from(inkPng('seal', 10, 10));
  bytes.writeUInt32BE(60_000, 16);
  bytes.writeUInt32BE(60_000, 20);
  return bytes;
}
