import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PaperMaker } from '../../paper-maker';
import type { PaperDataOf } from '../../papers/paper-data';
import { checkPdf } from '../../pdf/check-pdf';
import { closeTextReader, readPdfText } from '../../pdf/text-reader';
import { PdfFile } from '../file/pdf-file';
import { fillFields } from './fill-fields';
import { findGaps } from './find-gaps';
import { fieldsOf } from './form';

const ROOT = join(__dirname, '../../../../..');
const PAPERS = join(ROOT, 'workflows/papers');
const maker = new PaperMaker({
  papersDir: PAPERS,
  cacheDir: join(ROOT, 'node_modules/.cache/thidua/chromium'),
  chromiumPath: 'bundled',
});
const sample = JSON.parse(readFileSync(join(PAPERS, '1/samples/quyet-dinh.json'), 'utf8')) as PaperDataOf<'quyet-dinh'>;
const values = { so: '57', ngay: '02', thang: '3', nam: '2026' };
let draft: Uint8Array;

beforeAll(async () => {
  draft = await make({ number: null, date: null }, true);
}, 60_000);
afterAll(async () => {
  await maker.close();
  await closeTextReader();
});

async function make(head: { number: string | null; date: string | null }, fields: boolean): Promise<Uint8Array> {
  const data = { ...sample, frame: { ...sample.frame, ...head } };
  const expect = { mustContain: ['QUYẾT ĐỊNH'], minPages: 1, maxPages: 3 };
  return (await maker.make({ kind: 'quyet-dinh', version: 1, data, expect, fields })).bytes;
}

function bare(pages: readonly string[]): string {
  return pages.join('\f').replace(/\s+/g, ' ');
}

describe('a draft with gaps', () => {
  it('has number and date as one field each, shown in the head and in the annex, and rooms for signature and seal', () => {
    const fields = fieldsOf(PdfFile.open(draft));
    expect(fields.map(({ name, widgets }) => [name, widgets.length])).toEqual([
      ['so', 2],
      ['ngay', 2],
      ['thang', 2],
      ['nam', 2],
      ['ky', 1],
      ['dau', 1],
    ]);
  });

  it('is set in the type of its line: 13 pt upright for the number, 14 pt italic for the date', () => {
    const looks = fieldsOf(PdfFile.open(draft)).map(({ widgets }) => widgets[0]?.dict.get('DA'));
    const text = looks.map((look) => (look as { bytes: Buffer } | null)?.bytes.toString('latin1'));
    expect(text.slice(0, 2)).toEqual([
      expect.stringMatching(/^\/TinosN 1[23]\.?\d* Tf/),
      expect.stringMatching(/^\/TinosI 1[34]\.?\d* Tf/),
    ]);
  });

  it('leaves no link behind', () => {
    expect(findGaps(PdfFile.open(draft))).toEqual([]);
  });
});

describe('a filled draft', () => {
  it('reads like the paper printed with its number and date', async () => {
    const printed = await make({ number: '57', date: '2026-03-02' }, false);
    expect(bare(await readPdfText(await fillFields(draft, values)))).toBe(bare(await readPdfText(printed)));
  });

  it('reads the same when it is flattened for printing, and then has no field', async () => {
    const flat = await fillFields(draft, values, { flatten: true });
    expect(bare(await readPdfText(flat))).toBe(bare(await readPdfText(await fillFields(draft, values))));
    expect(fieldsOf(PdfFile.open(flat))).toEqual([]);
  });

  it('passes the check of a finished paper', async () => {
    const mustContain = ['Số: 57/QĐ-UBND', 'ngày 02 tháng 3 năm 2026', 'số 57/QĐ-UBND ngày 02/3/2026'];
    const checked = await checkPdf(await fillFields(draft, values), { mustContain, minPages: 2, maxPages: 2 });
    expect(checked.text).toContain('Số: 57/QĐ-UBND');
  });

  it('keeps a long number inside its place', async () => {
    const long = await fillFields(draft, { ...values, so: '12345678' });
    expect(bare(await readPdfText(long))).toContain('Số: 12345678/QĐ-UBND');
  });
});

describe('a paper nobody signs in its file', () => {
  it('keeps no link and no field', async () => {
    const file = PdfFile.open(await make({ number: null, date: null }, false));
    expect([findGaps(file), fieldsOf(file)]).toEqual([[], []]);
  });
});
