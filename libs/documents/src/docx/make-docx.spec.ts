import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PaperTemplates } from '../papers/load-templates';
import type { PaperDataOf } from '../papers/paper-data';
import { docxText } from './document-text';
import { makeDocx } from './make-docx';

const PAPERS = join(__dirname, '../../../../workflows/papers');
const squeeze = (text: string): string => text.replace(/\s+/g, '');

describe.each(['to-trinh', 'danh-sach'] as const)('%s in Word', (kind) => {
  it('holds the same text as the page that is printed, in the same order', async () => {
    const data = JSON.parse(readFileSync(join(PAPERS, '1/samples', `${kind}.json`), 'utf8')) as PaperDataOf<typeof kind>;
    const { html } = new PaperTemplates(PAPERS).fill(kind, 1, data);
    expect(squeeze(docxText(await makeDocx(html)))).toBe(squeeze(plain(html.slice(html.indexOf('<body')))));
  });
});

function plain(markup: string): string {
  return markup
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
