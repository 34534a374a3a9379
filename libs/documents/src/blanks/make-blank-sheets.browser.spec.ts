import { join } from 'node:path';
import { readLayout } from '../layout/read-layout';
import { PaperMaker } from '../paper-maker';
import type { BlankField, BlankLayout } from './blank';
import { makeBlankSheets, misfitsOf } from './make-blank-sheets';
import { textWidthMm } from './tinos-widths';

const ROOT = join(__dirname, '../../../..');
const maker = new PaperMaker({
  papersDir: join(ROOT, 'workflows/papers'),
  cacheDir: join(ROOT, 'node_modules/.cache/thidua/chromium'),
  chromiumPath: 'bundled',
});

beforeAll(() => maker.warmUp(), 60_000);
afterAll(() => maker.close());

const FIELD: BlankField = {
  key: 'recipient',
  source: 'recipient',
  text: '',
  xMm: 40,
  yMm: 90,
  widthMm: 200,
  sizePt: 24,
  minPt: 14,
  lines: 1,
  bold: true,
  italic: false,
  align: 'left',
  colour: '#c4161c',
  upper: false,
};
const LAYOUT: BlankLayout = {
  widthMm: 297,
  heightMm: 210,
  fields: [
    FIELD,
    { ...FIELD, key: 'title', source: 'title', yMm: 105, sizePt: 16, minPt: 12, bold: false, align: 'center', colour: '#000000' },
    { ...FIELD, key: 'code', source: 'verifyQr', xMm: 250, yMm: 170, widthMm: 22 },
  ],
};
const VALUES = { recipient: 'Bà Nguyễn Thị Ánh Tuyết', title: 'Giáo viên, Trường Tiểu học Gia Phúc' };
const mm = (points: number): number => (points * 25.4) / 72;

async function firstPage(layout: BlankLayout, options = {}): Promise<Awaited<ReturnType<typeof readLayout>>['pages'][number]> {
  const sheet = { title: 'thử', values: VALUES, verifyUrl: 'https://thidua.gov.vn/tra-cuu/abc' };
  const bytes = await makeBlankSheets(maker, { layout, sheets: [sheet], ...options });
  const [page] = (await readLayout(bytes)).pages;
  if (page === undefined) {
    throw new Error('no page');
  }
  return page;
}
const lineOf = (page: Awaited<ReturnType<typeof firstPage>>, text: string): (typeof page.lines)[number] => {
  const line = page.lines.find((one) => one.text.includes(text));
  if (line === undefined) {
    throw new Error(`no line ${text}`);
  }
  return line;
};

describe('a sheet printed on a blank', () => {
  it('has the size of the blank, and each field where it was put', async () => {
    const page = await firstPage(LAYOUT);
    expect({ width: mm(page.width), height: mm(page.height) }).toMatchObject({
      width: expect.closeTo(297, 0) as number,
      height: expect.closeTo(210, 0) as number,
    });
    const name = lineOf(page, 'Ánh Tuyết');
    expect(mm(name.x0)).toBeCloseTo(40, 0.9);
    expect(name).toMatchObject({ colour: '#c4161c', size: expect.closeTo(24, 1) as number });
    const title = lineOf(page, 'Giáo viên');
    expect(mm((title.x0 + title.x1) / 2)).toBeCloseTo(140, 0.9);
  });

  it('moves a text by as much as its field was moved', async () => {
    const moved = { ...LAYOUT, fields: LAYOUT.fields.map((field) => ({ ...field, xMm: field.xMm + 5, yMm: field.yMm + 5 })) };
    const [before, after] = [await firstPage(LAYOUT), await firstPage(moved)];
    for (const text of ['Ánh Tuyết', 'Giáo viên']) {
      const [from, to] = [lineOf(before, text), lineOf(after, text)];
      expect([mm(to.x0 - from.x0), mm(to.y - from.y)]).toEqual([expect.closeTo(5, 1), expect.closeTo(5, 1)]);
    }
  });

  it('is as wide as it was measured', async () => {
    const line = lineOf(await firstPage(LAYOUT), 'Ánh Tuyết');
    expect(mm(line.x1 - line.x0)).toBeCloseTo(textWidthMm(VALUES.recipient, 24, FIELD), 0);
  });

  it('carries a millimetre grid with its numbers and corner marks only when it is a test', async () => {
    const [plain, test] = [await firstPage(LAYOUT), await firstPage(LAYOUT, { grid: true })];
    expect(plain.lines.map((line) => line.text)).not.toContain('100');
    expect(test.lines.map((line) => line.text).join(' ')).toMatch(/\b100\b.*\b290\b/s);
    expect(test.drawn.length).toBeGreaterThan(plain.drawn.length);
  });

  it('is a page each, in order, and tells how far it is', async () => {
    const told: string[] = [];
    const sheets = Array.from({ length: 12 }, (_, at) => ({ title: `${at}`, values: { recipient: `Người thứ ${at + 1}`, title: '<b>&' } }));
    const onProgress = (done: number, total: number): Promise<void> => Promise.resolve(void told.push(`${done}/${total}`));
    const { pages } = await readLayout(await makeBlankSheets(maker, { layout: LAYOUT, sheets, onProgress }));
    expect(pages.map((page) => page.lines[0]?.text)).toEqual(sheets.map((_, at) => `Người thứ ${at + 1}`));
    expect(pages[0]?.lines[1]?.text).toBe('<b>&');
    expect(told).toEqual(['5/12', '10/12', '12/12']);
  });

  it('is told to be too long before anything is printed', () => {
    const name = 'Công ty cổ phần đầu tư xây dựng và phát triển nông nghiệp công nghệ cao vùng đồng bằng Bắc Bộ Gia Phúc - Hải Phòng';
    const sheets = [
      { title: 'a', values: VALUES },
      { title: 'b', values: { ...VALUES, recipient: `${name}, ${name}` } },
    ];
    expect(misfitsOf(LAYOUT, sheets)).toEqual([expect.objectContaining({ title: 'b', key: 'recipient', widthMm: 200 })]);
  });
});
