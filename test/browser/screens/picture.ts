import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

const COLOURS = 128;
/** Of all pixels: less than this is a cursor's blink or the text of a random id, and the old picture stays. */
const SAME = 0.0005;
/** Steps of a channel that the eye does not tell apart. */
const NEAR = 12;

/** Keeps a screenshot as a PNG of few colours; a picture that hardly differs is not written again. @returns bytes of the file */
export function keepPicture(path: string, screenshot: Buffer): number {
  const image = PNG.sync.read(screenshot);
  const drawn = existsSync(path) ? readFileSync(path) : undefined;
  if (drawn !== undefined && looksLike(PNG.sync.read(drawn), image)) {
    return drawn.length;
  }
  const bytes = indexed(image);
  writeFileSync(path, bytes);
  return bytes.length;
}

function looksLike(one: PNG, other: PNG): boolean {
  if (one.width !== other.width || one.height !== other.height) {
    return false;
  }
  let differing = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    const far = [0, 1, 2].some((channel) => Math.abs((one.data[at + channel] ?? 0) - (other.data[at + channel] ?? 0)) > NEAR);
    differing += far ? 1 : 0;
  }
  return differing <= (one.data.length / 4) * SAME;
}

/** The most used colours, every other pixel as the nearest of them: screens have large plain areas and few hues. */
function indexed(image: PNG): Buffer {
  const palette = paletteOf(image);
  const nearest = new Map<number, number>(palette.map((colour, index) => [colour, index]));
  const rows = Buffer.alloc((image.width + 1) * image.height);
  for (let y = 0; y < image.height; y += 1) {
    for (let x = 0; x < image.width; x += 1) {
      const colour = colourAt(image, (y * image.width + x) * 4);
      let index = nearest.get(colour);
      if (index === undefined) {
        index = nearestOf(palette, colour);
        nearest.set(colour, index);
      }
      rows[y * (image.width + 1) + 1 + x] = index;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(image.width, 0);
  head.writeUInt32BE(image.height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    ...[chunk('IHDR', head), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))],
  ]);
}

function paletteOf(image: PNG): readonly number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < image.data.length; at += 4) {
    const colour = colourAt(image, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([a, many], [b, more]) => more - many || a - b)
    .slice(0, COLOURS)
    .map(([colour]) => colour);
}

const colourAt = ({ data }: PNG, at: number): number => ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);

function nearestOf(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, one] of palette.entries()) {
    const away =
      ((one >> 16) - (colour >> 16)) ** 2 + (((one >> 8) & 255) - ((colour >> 8) & 255)) ** 2 + ((one & 255) - (colour & 255)) ** 2;
    if (away < least) {
      [best, least] = [index, away];
    }
  }
  return best;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** zlib.crc32 came with Node 20.15 and 22.2: too late for every Node we run on. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
  }
  return (crc ^ 0xffffffff) >>> 0;
}
