import { PDFDocument } from '@cantoo/pdf-lib';
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { withPdf } from '../../libs/documents/src/attachments/pdf-reader';

const DPI = 110;
const SCALE = DPI / 72;

export interface ScanFlaws {
  /** How far the sheet lay turned on the glass. */
  readonly degrees?: number;
  /** How far it was pushed aside, in millimetres. */
  readonly shiftMm?: number;
  /** With a signature in blue and a round red stamp on the last page. */
  readonly signed?: boolean;
  /** Pages that fell out, from 0. */
  readonly without?: readonly number[];
}

/** What an office scanner makes of a printed paper: grey, grainy, not straight, pictures only. */
export async function scanOf(
  pdf: Uint8Array,
  { degrees = 0, shiftMm = 0, signed = true, without = [] }: ScanFlaws = {},
): Promise<Uint8Array> {
  const out = await PDFDocument.create();
  await withPdf(pdf, async (document) => {
    for (let number = 1; number <= document.numPages; number += 1) {
      if (without.includes(number - 1)) {
        continue;
      }
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale: SCALE });
      const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
      const context = canvas.getContext('2d');
      context.fillStyle = '#ffffff';
      context.fillRect(0, 0, canvas.width, canvas.height);
      await page.render({ canvas: null, canvasContext: context, viewport, annotationMode: 1 }).promise;
      const scanned = createCanvas(canvas.width, canvas.height);
      const glass = scanned.getContext('2d');
      glass.fillStyle = '#efeee9';
      glass.fillRect(0, 0, scanned.width, scanned.height);
      glass.translate(scanned.width / 2 + (shiftMm / 25.4) * DPI, scanned.height / 2);
      glass.rotate((degrees * Math.PI) / 180);
      glass.globalAlpha = 0.92;
      glass.drawImage(canvas, -canvas.width / 2, -canvas.height / 2);
      if (signed && number === document.numPages) {
        sign(glass);
      }
      const image = await out.embedJpg(scanned.toBuffer('image/jpeg', 60));
      out
        .addPage([viewport.width / SCALE, viewport.height / SCALE])
        .drawImage(image, { x: 0, y: 0, width: viewport.width / SCALE, height: viewport.height / SCALE });
    }
  });
  return out.save({ useObjectStreams: false });
}

function sign(glass: SKRSContext2D): void {
  glass.strokeStyle = '#1a3fa0';
  glass.lineWidth = 3;
  glass.beginPath();
  glass.moveTo(80, 120);
  glass.bezierCurveTo(120, 20, 160, 220, 200, 90);
  glass.bezierCurveTo(220, 60, 240, 160, 280, 110);
  glass.stroke();
  glass.strokeStyle = '#c4161c';
  glass.lineWidth = 4;
  glass.beginPath();
  glass.arc(60, 110, 75, 0, 2 * Math.PI);
  glass.stroke();
}
