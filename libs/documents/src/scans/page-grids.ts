import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas';
import { withPdf } from '../attachments/pdf-reader';
import type { Grid } from './likeness';

/** Cells of 1.5 mm on A4: words are seen, letters are not. */
const CELL = { upright: [140, 198], lying: [198, 140] } as const;
/** Pixels of one cell when a page is drawn. */
const FINE = 4;
const MOST_PAGES = 40;

/** The pages of a PDF, PNG or JPEG as grids; what is written after the first forty is not looked at. */
export async function pageGrids(bytes: Uint8Array, mime: string): Promise<readonly Grid[]> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (mime !== 'application/pdf') {
    const image = await loadImage(file);
    const canvas = blank(image.width > image.height);
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return [gridOf(canvas)];
  }
  return withPdf(file, async (document) => {
    const grids: Grid[] = [];
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
      const page = await document.getPage(number);
      const natural = page.getViewport({ scale: 1 });
      const canvas = blank(natural.width > natural.height);
      const viewport = page.getViewport({ scale: Math.min(canvas.width / natural.width, canvas.height / natural.height) });
      // pdfjs knows the canvas of a browser; this one answers to the same calls. Widgets show the number and the date.
      await page.render({ canvas: null, canvasContext: canvas.getContext('2d'), viewport, annotationMode: 1 }).promise;
      grids.push(gridOf(canvas));
      page.cleanup();
    }
    return grids;
  });
}

function blank(lying: boolean): Canvas {
  const [columns, rows] = lying ? CELL.lying : CELL.upright;
  const canvas = createCanvas(columns * FINE, rows * FINE);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Darkness against the paper's own tone, so that a grey scan is as white as a print. */
function gridOf(canvas: Canvas): Grid {
  const [columns, rows] = [canvas.width / FINE, canvas.height / FINE];
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const cells = new Float32Array(columns * rows);
  for (let y = 0; y < canvas.height; y += 1) {
    for (let x = 0; x < canvas.width; x += 1) {
      const at = (y * canvas.width + x) * 4;
      const light = (0.3 * (data[at] ?? 255) + 0.59 * (data[at + 1] ?? 255) + 0.11 * (data[at + 2] ?? 255)) / 255;
      const cell = Math.floor(y / FINE) * columns + Math.floor(x / FINE);
      cells[cell] = (cells[cell] ?? 0) + (1 - light) / (FINE * FINE);
    }
  }
  const tone = cells.toSorted()[Math.floor(cells.length * 0.3)] ?? 0;
  return { columns, rows, cells: cells.map((value) => Math.max(0, value - tone)) };
}
