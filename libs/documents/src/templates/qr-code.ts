import qrcode from 'qrcode-generator';

/** White cells round the code that a reader needs (ISO/IEC 18004). */
const QUIET = 4;

/**
 * A QR code as an SVG picture in a data: URI, sharp at every size. Level Q: still read with a quarter of it under a stamp or a fold.
 * Throws when the text is too long for a code.
 */
export function qrDataUri(text: string): string {
  const code = qrcode(0, 'Q');
  code.addData(text, 'Byte');
  code.make();
  const size = code.getModuleCount();
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      path += code.isDark(row, column) ? `M${column + QUIET} ${row + QUIET}h1v1h-1z` : '';
    }
  }
  const side = size + 2 * QUIET;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path d="${path}"/></svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
