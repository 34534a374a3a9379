import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintLayout, PAPER_KINDS, PaperMaker, type PaperDataOf, type PaperKind } from '@thidua/documents';
import { expectationsOf } from '../../apps/worker/src/papers/expectations';
import { BUILT } from './built';
import { goldensOf, PAPERS, type Golden } from './goldens';
import { LINT_PROFILES } from './lint-profiles';

const ROOT = join(__dirname, '../..');
const TEXTS = join(__dirname, 'text');
/** GOLDEN_UPDATE=1 writes the texts anew, GOLDEN_PDF=<folder> keeps the papers to be looked at. */
const { GOLDEN_UPDATE, GOLDEN_PDF } = process.env;
const maker = new PaperMaker({
  papersDir: PAPERS,
  cacheDir: join(ROOT, 'node_modules/.cache/thidua/chromium'),
  chromiumPath: 'bundled',
});
const goldens = [...PAPER_KINDS.flatMap(goldensOf), ...BUILT];
const nameOf = ({ kind, variant }: Golden): string => `${kind}.${variant}`;

jest.setTimeout(30_000);
beforeAll(() => maker.warmUp(), 60_000);
afterAll(() => maker.close());

/** Frozen data are plain JSON; the templates refuse a field that is missing. */
function make({ kind, data }: Golden): ReturnType<PaperMaker['make']> {
  return maker.make({ kind, version: 1, data: data as unknown as PaperDataOf<PaperKind>, expect: expectationsOf(kind, data) });
}

function pagesOf(text: string): string {
  return `${text.split('\f').join('\n──\n')}\n`;
}

describe('golden papers', () => {
  it.each(goldens.map((golden) => [nameOf(golden), golden] as const))(
    '%s lies on the sheet as the decree has it and says what was read and agreed',
    async (name, golden) => {
      const { bytes, text } = await make(golden);
      if (GOLDEN_PDF !== undefined) {
        mkdirSync(GOLDEN_PDF, { recursive: true });
        writeFileSync(join(GOLDEN_PDF, `${name}.pdf`), bytes);
      }
      expect(await lintLayout(bytes, { paper: LINT_PROFILES[golden.kind] })).toEqual([]);
      const file = join(TEXTS, `${name}.txt`);
      if (GOLDEN_UPDATE === '1') {
        writeFileSync(file, pagesOf(text));
      }
      expect(pagesOf(text)).toBe(
        existsSync(file) ? readFileSync(file, 'utf8') : `no golden ${name}: look at the paper, then GOLDEN_UPDATE=1`,
      );
    },
  );

  it('keeps no text of a paper that is no more', () => {
    const kept = readdirSync(TEXTS).map((file) => file.replace(/\.txt$/, ''));
    expect(kept.filter((name) => !goldens.some((golden) => nameOf(golden) === name))).toEqual([]);
  });

  it('says of every kind by which rules its layout is judged', () => {
    expect(Object.keys(LINT_PROFILES).toSorted()).toEqual(PAPER_KINDS.toSorted());
  });
});
