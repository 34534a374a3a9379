import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { PaperTemplates } from '../papers/load-templates';
import type { PaperDataOf } from '../papers/paper-data';
import { makeDocx } from './make-docx';

const PAPERS = join(__dirname, '../../../../workflows/papers');
const squeeze = (text: string): string => text.replace(/\s+/g, '');

describe.each(['to-trinh', 'danh-sach'] as const)('%s in Word', (kind) => {
  it('holds the same text as the page that is printed, in the same order', async () => {
    const data = JSON.parse(readFileSync(join(PAPERS, '1/samples', `${kind}.json`), 'utf8')) as PaperDataOf<typeof kind>;
    const { html } = new PaperTemplates(PAPERS).fill(kind, 1, data);
    const bytes = Buffer.from(await makeDocx(html));
    expect(squeeze(plain(entryOf(bytes, 'word/document.xml')))).toBe(squeeze(plain(html.slice(html.indexOf('<body')))));
  });
});

function plain(markup: string): string {
  return markup
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

/** One entry of a zip, found by its local header (the library writes sizes into the central directory). */
function entryOf(zip: Buffer, name: string): string {
  for (let at = zip.readUInt32LE(zip.lastIndexOf('PK\u0005\u0006') + 16); zip.readUInt32LE(at) === 0x02014b50;) {
    const [nameLength, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const local = zip.readUInt32LE(at + 42);
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const body = zip.subarray(from, from + zip.readUInt32LE(at + 20));
      return (zip.readUInt16LE(at + 10) === 0 ? body : inflateRawSync(body)).toString('utf8');
    }
    at += 46 + nameLength + extra + comment;
  }
  throw new Error(`${name} is not in the file`);
}
