import { decode as decodeJpeg, encode as encodeJpeg } from 'jpeg-js';
import { PNG } from 'pngjs';
import { MIME_OF, refused, type AttachmentVerdict } from './verdict';
import { jpegHeader } from './jpeg-header';
import { turned, type Pixels } from './turned';

/** A page at 400 dpi, or the camera of a telephone at its usual setting. */
const MOST_PIXELS = 25_000_000;
const LONGEST_SIDE = 20_000;
const QUALITY = 88;

/** A picture is kept as its pixels written anew: what else the file carried (place, camera, another file behind it) is gone. */
export function inspectImage(file: Buffer, kind: 'jpeg' | 'png'): AttachmentVerdict {
  const header = kind === 'png' ? { width: file.readUInt32BE(16), height: file.readUInt32BE(20), orientation: 1 } : jpegHeader(file);
  if (header === undefined || header.width === 0 || header.height === 0) {
    return refused('file-unreadable', { reason: 'picture' });
  }
  const { width, height } = header;
  if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
    return refused('file-bomb', { reason: 'pixels', width, height, most: MOST_PIXELS });
  }
  const pixels = kind === 'png' ? readPng(file) : readJpeg(file);
  if (pixels?.width !== width || pixels.height !== height) {
    return refused('file-unreadable', { reason: 'picture' });
  }
  const upright = turned(pixels, header.orientation);
  const bytes =
    kind === 'png' ? PNG.sync.write(Object.assign(new PNG({ width, height }), { data: upright.data })) : encodeJpeg(upright, QUALITY).data;
  return { ok: true, kind, mime: MIME_OF[kind], bytes, pages: 1, notes: ['re-encoded'] };
}

function readPng(file: Buffer): Pixels | undefined {
  try {
    const { width, height, data } = PNG.sync.read(file);
    return { width, height, data };
  } catch {
    // The decoder throws errors of many kinds on a broken file, and all mean the same.
    return undefined;
  }
}

function readJpeg(file: Buffer): Pixels | undefined {
  try {
    const { width, height, data } = decodeJpeg(file, {
      ...{ useTArray: true, formatAsRGBA: true, tolerantDecoding: false },
      ...{ maxResolutionInMP: MOST_PIXELS / 1_000_000, maxMemoryUsageInMB: 900 },
    });
    return { width, height, data: Buffer.from(data.buffer, data.byteOffset, data.byteLength) };
  } catch {
    // As above.
    return undefined;
  }
}
