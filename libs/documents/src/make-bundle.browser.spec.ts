import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeArchive } from './archive/make-archive';
import { contentsTable } from './archive/contents-table';
import { makeBundle, type MadeBundle } from './make-bundle';
import { PaperMaker } from './paper-maker';
import type { PaperDataOf } from './papers/paper-data';

const ROOT = join(__dirname, '../../..');
const PAPERS = join(ROOT, 'workflows/papers');
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('a bound file and its archive', () => {
  const open = (): PaperMaker =>
    new PaperMaker({ papersDir: PAPERS, cacheDir: join(ROOT, 'node_modules/.cache/thidua/chromium'), chromiumPath: 'bundled' });
  const makers = [open(), open()] as const;
  afterAll(() => Promise.all(makers.map((maker) => maker.close())));

  const sample = JSON.parse(readFileSync(join(PAPERS, '1/samples/muc-luc.json'), 'utf8')) as PaperDataOf<'muc-luc'>;
  const part = { title: 'Tờ trình', number: '12/TTr-UBND', date: '2026-03-02' };

  it('are the same bytes when another browser makes them of the same rows', async () => {
    const { frame, dossierCode, submitter, subject } = sample;
    const make = (maker: PaperMaker, bytes: Uint8Array): Promise<MadeBundle> =>
      makeBundle(maker, { version: 1, contents: { frame, dossierCode, submitter, subject }, parts: [{ ...part, bytes }] });
    const paper = await makers[0].make({
      kind: 'muc-luc',
      version: 1,
      data: sample,
      expect: { mustContain: [], minPages: 1, maxPages: 9 },
    });
    const [first, second] = [await make(makers[0], paper.bytes), await make(makers[1], paper.bytes)];
    expect(first.sha256).toBe(second.sha256);
    expect(Buffer.compare(first.contents, second.contents)).toBe(0);
    const papers = [
      {
        ...part,
        kind: 'to-trinh',
        state: 'issued',
        pages: 1,
        templateVersion: '1',
        dataHash: 'x',
        signed: null,
        bound: true,
        file: { bytes: paper.bytes, mime: 'application/pdf' },
        docx: { bytes: Buffer.from('PK'), mime: DOCX },
      },
    ];
    const archive = async ({ contents }: MadeBundle): Promise<Uint8Array> =>
      makeArchive({ code: 'X', kind: 'bo-ho-so', title: 'Bộ hồ sơ', papers, contents, table: await contentsTable(papers) });
    expect(Buffer.compare(await archive(first), await archive(second))).toBe(0);
  }, 30_000);
});
