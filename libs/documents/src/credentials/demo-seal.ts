import { readFileSync } from 'node:fs';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';

const SIDE = 600;
const RED = '#d0141c';
const FAMILY = ['TinosSealVietnamese', 'TinosSealLatin'];

/** A round red seal on a transparent ground that says it is a demonstration's: a ring, a star, the body's name round it. PNG. */
export function drawDemoSeal(name: string): Promise<Uint8Array> {
  registerFonts();
  const canvas = createCanvas(SIDE, SIDE);
  const context = canvas.getContext('2d');
  context.translate(SIDE / 2, SIDE / 2);
  context.strokeStyle = RED;
  context.fillStyle = RED;
  ring(context, 290, 12);
  ring(context, 178, 5);
  star(context, 92);
  around(context, name.toLocaleUpperCase('vi'), { radius: 210, upright: true });
  around(context, 'MÔ PHỎNG', { radius: 258, upright: false });
  return Promise.resolve(canvas.toBuffer('image/png'));
}

function registerFonts(): void {
  for (const [index, subset] of ['vietnamese', 'latin'].entries()) {
    const family = FAMILY[index] ?? '';
    if (!GlobalFonts.has(family)) {
      GlobalFonts.register(readFileSync(require.resolve(`@fontsource/tinos/files/tinos-${subset}-700-normal.woff2`)), family);
    }
  }
}

function ring(context: SKRSContext2D, radius: number, width: number): void {
  context.lineWidth = width;
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.stroke();
}

function star(context: SKRSContext2D, radius: number): void {
  context.beginPath();
  for (let point = 0; point < 10; point += 1) {
    const reach = point % 2 === 0 ? radius : radius * 0.382;
    const angle = -Math.PI / 2 + (point * Math.PI) / 5;
    context.lineTo(reach * Math.cos(angle), reach * Math.sin(angle));
  }
  context.closePath();
  context.fill();
}

/** Letter by letter: over the top from the left (`upright`), or along the bottom. A long name is set smaller until it fits. */
function around(context: SKRSContext2D, text: string, { radius, upright }: { readonly radius: number; readonly upright: boolean }): void {
  let size = 54;
  const widthOf = (): number => {
    context.font = `${size}px ${FAMILY.join(', ')}`;
    return context.measureText(text).width;
  };
  while (size > 16 && widthOf() / radius > (upright ? Math.PI * 1.25 : Math.PI * 0.6)) {
    size -= 2;
  }
  const letters = Array.from(text.normalize('NFC'));
  let angle = -widthOf() / radius / 2;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  for (const letter of letters) {
    const wide = context.measureText(letter).width / radius;
    context.save();
    context.rotate((upright ? 1 : -1) * (angle + wide / 2));
    context.fillText(letter, 0, upright ? -radius : radius);
    context.restore();
    angle += wide;
  }
}
