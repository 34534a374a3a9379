import jsQR from 'jsqr';
import { qrDataUri } from './qr-code';

const SCALE = 4;

/** Draws the cells of the picture as a scanner would see them. */
function pixelsOf(uri: string): { pixels: Uint8ClampedArray; side: number } {
  const svg = Buffer.from(uri.replace('data:image/svg+xml;base64,', ''), 'base64').toString('utf8');
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]) * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let at = 0; at < SCALE * SCALE; at += 1) {
      const offset = ((Number(y) * SCALE + Math.floor(at / SCALE)) * side + Number(x) * SCALE + (at % SCALE)) * 4;
      pixels.fill(0, offset, offset + 3);
    }
  }
  return { pixels, side };
}

describe('a QR code', () => {
  const address = 'https://thidua.haiphong.gov.vn/tra-cuu/q7Zk0d9wRk2mX3yB4nV5cQ';

  it('is read as what was written into it', () => {
    const { pixels, side } = pixelsOf(qrDataUri(address));
    expect(jsQR(pixels, side, side)?.data).toBe(address);
  });

  it('is still read with a stamp over a corner of its data', () => {
    const { pixels, side } = pixelsOf(qrDataUri(address));
    for (let row = Math.floor(side * 0.55); row < side * 0.75; row += 1) {
      pixels.fill(0, (row * side + Math.floor(side * 0.4)) * 4, (row * side + Math.floor(side * 0.6)) * 4);
    }
    expect(jsQR(pixels, side, side)?.data).toBe(address);
  });

  it('is the same picture for the same text, and needs nothing from outside', () => {
    expect(qrDataUri(address)).toBe(qrDataUri(address));
    expect(qrDataUri(address)).toMatch(/^data:image\/svg\+xml;base64,[\w+/=]+$/);
  });
});
