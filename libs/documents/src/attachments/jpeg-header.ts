export interface JpegHeader {
  readonly width: number;
  readonly height: number;
  /** EXIF, 1 to 8. */
  readonly orientation: number;
}

/** The frame a JPEG announces and how its camera was held, read from the segments before the picture; undefined: there is no frame. */
export function jpegHeader(file: Buffer): JpegHeader | undefined {
  let orientation = 1;
  let at = 2;
  while (at + 9 < file.length && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0;
    const length = file.readUInt16BE(at + 2);
    if (isFrame(marker)) {
      return { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7), orientation };
    }
    if (marker === 0xe1 && file.toString('latin1', at + 4, at + 10) === 'Exif\0\0') {
      orientation = orientationIn(file.subarray(at + 10, at + 2 + length)) ?? orientation;
    }
    at += marker === 0xff ? 1 : 2 + Math.max(length, 2);
  }
  return undefined;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function orientationIn(tiff: Buffer): number | undefined {
  if (tiff.length < 14) {
    return undefined;
  }
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < short(first); entry += 1) {
    const at = first + 2 + entry * 12;
    if (short(at) === 0x0112) {
      const value = short(at + 8);
      return value >= 1 && value <= 8 ? value : undefined;
    }
  }
  return undefined;
}
