import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { docxText, makeDocx, PAPER_KINDS, PaperTemplates, type PaperDataOf, type PaperKind } from '@thidua/documents';
import { isInWord } from '../../apps/worker/src/papers/in-word';
import { bare, bareGolden } from './bare-text';
import { BUILT } from './built';
import { goldensOf, PAPERS } from './goldens';

const templates = new PaperTemplates(PAPERS);
const goldens = [...PAPER_KINDS.flatMap(goldensOf), ...BUILT];
const ofWord = goldens.filter(({ kind }) => isInWord(kind));

/** GOLDEN_DOCX=<folder> keeps the files: `npm run check:docx` opens them with LibreOffice. */
function keep(name: string, bytes: Uint8Array): void {
  const { GOLDEN_DOCX } = process.env;
  if (GOLDEN_DOCX !== undefined) {
    mkdirSync(GOLDEN_DOCX, { recursive: true });
    writeFileSync(join(GOLDEN_DOCX, `${name}.docx`), bytes);
  }
}

describe('the Word file of a paper', () => {
  it.each(ofWord.map((golden) => [`${golden.kind}.${golden.variant}`, golden] as const))(
    '%s says what its PDF says',
    async (name, { kind, data }) => {
      const file = join(__dirname, 'text', `${name}.txt`);
      const { html } = templates.fill(kind, 1, data as unknown as PaperDataOf<PaperKind>); // frozen data are plain JSON
      const bytes = await makeDocx(html);
      keep(name, bytes);
      expect(existsSync(file)).toBe(true);
      expect(bare(docxText(bytes))).toBe(bareGolden(readFileSync(file, 'utf8')));
    },
  );

  it('is made of every Tờ trình and every list', () => {
    expect(new Set(ofWord.map(({ kind }) => kind))).toEqual(new Set(['to-trinh', 'to-trinh-huy-bo', 'danh-sach', 'danh-sach-vinh-danh']));
  });
});
