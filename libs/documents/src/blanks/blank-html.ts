import { fontFaces } from '../templates/font-faces';
import { qrDataUri } from '../templates/qr-code';
import { LINE_HEIGHT, type BlankLayout, type LaidField } from './blank';

/** One page to be: its text laid out, its code to be looked up. */
export interface SheetToBe {
  readonly fields: readonly LaidField[];
  /** Address in the code; '' for none. */
  readonly verifyUrl: string;
}

export interface BlankHtmlOptions {
  /** Millimetre grid, corner marks and the boxes of the fields, for a test print. */
  readonly grid?: boolean;
  /** data: URI of the blank's picture, beneath everything. */
  readonly picture?: string;
}

/** Pages of exactly the blank's size with nothing but the fields: the rest is on the pre-printed sheet. */
export function blankHtml(layout: BlankLayout, sheets: readonly SheetToBe[], options: BlankHtmlOptions = {}): string {
  const pages = sheets.map((sheet) => pageOf(layout, sheet, options)).join('');
  const { widthMm, heightMm } = layout;
  const html = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>In trên phôi</title><style>
@page { size: ${widthMm}mm ${heightMm}mm; margin: 0; }
/*fonts*/
* { box-sizing: border-box; }
html, body { margin: 0; }
body { font-family: Tinos, 'Times New Roman', 'Liberation Serif', serif; font-kerning: none; font-variant-ligatures: none; -webkit-print-color-adjust: exact; }
.page { break-after: page; height: ${heightMm - 0.02}mm; overflow: hidden; position: relative; width: ${widthMm}mm; }
.page:last-child { break-after: auto; }
.field { line-height: ${LINE_HEIGHT}; position: absolute; }
.field div { white-space: pre; }
.field img { display: block; width: 100%; }
.box { outline: .1mm dashed #c4161c; }
.whole { height: 100%; left: 0; position: absolute; top: 0; width: 100%; }
</style></head><body>${pages}</body></html>`;
  return html.replace('/*fonts*/', () => fontFaces(html));
}

function pageOf(layout: BlankLayout, sheet: SheetToBe, { grid = false, picture }: BlankHtmlOptions): string {
  const under = picture === undefined ? '' : `<img class="whole" alt="" src="${picture}">`;
  return `<div class="page">${under}${grid ? gridOf(layout) : ''}${sheet.fields.map((laid) => fieldOf(laid, sheet.verifyUrl, grid)).join('')}</div>`;
}

function fieldOf({ field, lines, sizePt }: LaidField, verifyUrl: string, boxed: boolean): string {
  const { xMm, yMm, widthMm, align, bold, italic, colour } = field;
  const place = `left:${xMm}mm;top:${yMm}mm;width:${widthMm}mm`;
  const box = boxed ? ' box' : '';
  if (field.source === 'verifyQr') {
    return verifyUrl === '' ? '' : `<div class="field${box}" style="${place}"><img alt="" src="${qrDataUri(verifyUrl)}"></div>`;
  }
  if (lines.length === 0) {
    return '';
  }
  const type = `color:${colour};font-size:${sizePt}pt;font-style:${italic ? 'italic' : 'normal'};font-weight:${bold ? 700 : 400};text-align:${align}`;
  return `<div class="field${box}" style="${place};${type}">${lines.map((line) => `<div>${escaped(line)}</div>`).join('')}</div>`;
}

/** Lines every millimetre, heavier every 5 and 10 with the number, and marks in the four corners to lay the sheet by. */
function gridOf({ widthMm, heightMm }: BlankLayout): string {
  const lines = (step: number, but: number): string => {
    const across = places(widthMm, step, but).map((x) => `M${x} 0V${heightMm}`);
    const down = places(heightMm, step, but).map((y) => `M0 ${y}H${widthMm}`);
    return [...across, ...down].join('');
  };
  const numbers = [
    ...places(widthMm, 10, 0).map((x) => `<text x="${x + 0.4}" y="2.6">${x}</text>`),
    ...places(heightMm, 10, 0).map((y) => `<text x="0.4" y="${y - 0.4}">${y}</text>`),
  ].join('');
  const corners = [
    `M5 15V5H15`,
    `M${widthMm - 15} 5H${widthMm - 5}V15`,
    `M${widthMm - 5} ${heightMm - 15}V${heightMm - 5}H${widthMm - 15}`,
    `M15 ${heightMm - 5}H5V${heightMm - 15}`,
  ].join('');
  return (
    `<svg class="whole" viewBox="0 0 ${widthMm} ${heightMm}" xmlns="http://www.w3.org/2000/svg" fill="none">` +
    `<path stroke="#cfdcea" stroke-width=".05" d="${lines(1, 5)}"/><path stroke="#a3bfdd" stroke-width=".1" d="${lines(5, 10)}"/><path stroke="#6a93c2" stroke-width=".16" d="${lines(10, 0)}"/>` +
    `<path stroke="#000" stroke-width=".3" d="${corners}"/>` +
    `<g fill="#1f4e80" font-family="Tinos" font-size="2.6">${numbers}</g></svg>`
  );
}

/** Every `step` millimetres inside the sheet, leaving out the multiples of `but`. */
function places(length: number, step: number, but: number): readonly number[] {
  const all = Array.from({ length: Math.ceil(length / step) }, (_, at) => at * step).slice(1);
  return all.filter((place) => place < length && (but === 0 || place % but !== 0));
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
