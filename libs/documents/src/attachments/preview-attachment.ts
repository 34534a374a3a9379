import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { decode as decodeJpeg } from 'jpeg-js';
import { PNG } from 'pngjs';
import { withPdf } from './pdf-reader';
import type { Pixels } from './turned';

const WIDTH = 900;
const TALLEST = 1600;

/** A page or the picture as a PNG of at most 900 × 1600, of a file that has passed inspection; undefined where there is nothing to draw. */
export async function previewAttachment(bytes: Uint8Array, mime: string, page = 1): Promise<Uint8Array | undefined> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (mime) {
    case 'application/pdf':
      return pageOf(file, page);
    case 'image/png':
      return shrunk(PNG.sync.read(file));
    case 'image/jpeg': {
      const { width, height, data } = decodeJpeg(file, { useTArray: true, formatAsRGBA: true, maxMemoryUsageInMB: 900 });
      return shrunk({ width, height, data: Buffer.from(data.buffer, data.byteOffset, data.byteLength) });
    }
    default:
      return undefined;
  }
}

function pageOf(file: Buffer, number: number): Promise<Uint8Array | undefined> {
  return withPdf(file, async (document) => {
    if (number > document.numPages) {
      return undefined;
    }
    const page = await document.getPage(number);
    const natural = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: scaleOf(natural.width, natural.height) });
    const canvas = createCanvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)));
    // pdfjs knows the canvas of a browser; this one answers to the same calls.
    const asked = { canvas: null, canvasContext: canvas.getContext('2d'), viewport, annotationMode: 0 };
    await page.render(asked).promise;
    return png(canvas);
  });
}

/** Halved until near the size, each pixel the mean of four: a thin pen stroke must not vanish. */
function shrunk(pixels: Pixels): Uint8Array {
  let small = pixels;
  while (small.width / 2 >= WIDTH || small.height / 2 >= TALLEST) {
    small = halved(small);
  }
  const source = createCanvas(small.width, small.height);
  const image = source.getContext('2d').createImageData(small.width, small.height);
  image.data.set(small.data);
  source.getContext('2d').putImageData(image, 0, 0);
  const scale = Math.min(1, scaleOf(small.width, small.height));
  const canvas = createCanvas(Math.max(1, Math.round(small.width * scale)), Math.max(1, Math.round(small.height * scale)));
  canvas.getContext('2d').drawImage(source, 0, 0, canvas.width, canvas.height);
  return png(canvas);
}

function halved({ width: w, height: h, data }: Pixels): Pixels {
  const [width, height] = [Math.max(1, w >> 1), Math.max(1, h >> 1)];
  const out = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = (Math.min(2 * y, h - 1) * w + Math.min(2 * x, w - 1)) * 4;
      const [right, down] = [2 * x + 1 < w ? 4 : 0, 2 * y + 1 < h ? w * 4 : 0];
      for (let c = 0; c < 4; c += 1) {
        out[(y * width + x) * 4 + c] =
          ((data[from + c] ?? 0) + (data[from + right + c] ?? 0) + (data[from + down + c] ?? 0) + (data[from + right + down + c] ?? 0)) >>
          2;
      }
    }
  }
  return { width, height, data: out };
}

function scaleOf(width: number, height: number): number {
  return Math.min(WIDTH / width, TALLEST / height);
}

function png(canvas: Canvas): Uint8Array {
  return canvas.toBuffer('image/png');
}
