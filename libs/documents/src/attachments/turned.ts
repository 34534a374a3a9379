export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row. */
  readonly data: Buffer;
}

/** Where a pixel of the upright picture comes from, for each EXIF orientation (1 stands as it is). */
const FROM: Readonly<Record<number, (x: number, y: number, w: number, h: number) => readonly [number, number]>> = {
  2: (x, y, w) => [w - 1 - x, y],
  3: (x, y, w, h) => [w - 1 - x, h - 1 - y],
  4: (x, y, _w, h) => [x, h - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y, _w, h) => [y, h - 1 - x],
  7: (x, y, w, h) => [w - 1 - y, h - 1 - x],
  8: (x, y, w) => [w - 1 - y, x],
};

/** The picture as its camera was held: the mark that says so does not outlive the re-encoding. */
export function turned(pixels: Pixels, orientation: number): Pixels {
  const from = FROM[orientation];
  if (from === undefined) {
    return pixels;
  }
  const { width: w, height: h } = pixels;
  const [width, height] = orientation >= 5 ? [h, w] : [w, h];
  const data = Buffer.alloc(pixels.data.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [fx, fy] = from(x, y, w, h);
      pixels.data.copy(data, (y * width + x) * 4, (fy * w + fx) * 4, (fy * w + fx) * 4 + 4);
    }
  }
  return { width, height, data };
}
