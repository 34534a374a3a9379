import { PNG } from 'pngjs';
import { SignatureImageUnusable } from '../../errors';

/** Colours and opacity apart, row by row from the top. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Buffer;
  readonly alpha: Buffer;
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** 600 dpi of a seal of 42 mm is one million. */
const MAX_PIXELS = 4_000_000;

/** A PNG of a signature or a seal. Where nothing of it is transparent, white is taken for paper. @throws SignatureImageUnusable */
export function readPng(bytes: Uint8Array): Pixels {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(0, 8).equals(SIGNATURE) || file.length < 33) {
    throw unusable('it is no PNG');
  }
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  if (width === 0 || height === 0 || width * height > MAX_PIXELS) {
    throw unusable(`it has ${width} × ${height} points`);
  }
  const { data } = decode(file);
  const rgb = Buffer.alloc(width * height * 3);
  const alpha = Buffer.alloc(width * height);
  for (let at = 0; at < alpha.length; at += 1) {
    data.copy(rgb, at * 3, at * 4, at * 4 + 3);
    alpha[at] = data[at * 4 + 3] ?? 255;
  }
  if (alpha.every((value) => value === 255)) {
    liftFromPaper(rgb, alpha);
  }
  return { width, height, rgb, alpha };
}

function decode(file: Buffer): PNG {
  try {
    return PNG.sync.read(file);
  } catch (error) {
    throw unusable(error instanceof Error ? error.message : String(error));
  }
}

/** The colour that, laid on white with this opacity, gives what was seen. */
function liftFromPaper(rgb: Buffer, alpha: Buffer): void {
  for (let at = 0; at < alpha.length; at += 1) {
    const colour = [rgb[at * 3] ?? 255, rgb[at * 3 + 1] ?? 255, rgb[at * 3 + 2] ?? 255];
    const opacity = 255 - Math.min(...colour);
    alpha[at] = opacity;
    colour.forEach((value, channel) => {
      rgb[at * 3 + channel] = opacity === 0 ? 255 : Math.max(0, Math.round(255 - ((255 - value) * 255) / opacity));
    });
  }
}

function unusable(reason: string): SignatureImageUnusable {
  return new SignatureImageUnusable(`the image of the signature cannot be used: ${reason}`, { reason });
}
