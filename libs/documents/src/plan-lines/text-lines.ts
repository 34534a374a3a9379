import { extractPages } from '../pdf/extract-text';
import { docxLines } from './docx-lines';

/**
 * The lines of a PDF with text, of a Word file or of plain text, as the file breaks them; none where there is no text (a scan). Takes the bytes
 * over. For files that have passed inspection; runs in the process that opens other people's files.
 */
export async function textLines(bytes: Uint8Array, mime: string): Promise<readonly string[]> {
  switch (mime) {
    case 'application/pdf':
      return (await extractPages(new Uint8Array(bytes))).flatMap((page) => page.split('\n'));
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
      return docxLines(bytes);
    case 'text/plain':
      return plainText(bytes).split(/\r\n|\r|\n/u);
    default:
      return [];
  }
}

/** UTF-8, or UTF-16 where a mark says so. */
export function plainText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}
