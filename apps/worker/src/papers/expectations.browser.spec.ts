import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAPER_KINDS, PaperCheckFailed, PaperMaker, type PaperKind } from '@thidua/documents';
import type { JsonObject } from '@thidua/kernel';
import { expectationsOf } from './expectations';

const ROOT = join(__dirname, '../../../..');
const papersDir = join(ROOT, 'workflows/papers');
const maker = new PaperMaker({
  papersDir,
  cacheDir: join(ROOT, 'node_modules/.cache/thidua/chromium'),
  chromiumPath: 'bundled',
});
const sample = (kind: PaperKind): JsonObject =>
  JSON.parse(readFileSync(join(papersDir, '1/samples', `${kind}.json`), 'utf8')) as JsonObject;

beforeAll(() => maker.warmUp(), 60_000);
afterAll(() => maker.close());

describe('what a paper is expected to say', () => {
  it.each(PAPER_KINDS)('stands in the PDF of %s', async (kind) => {
    const data = sample(kind);
    const pdf = await maker.make({ kind, version: 1, data: data as never, expect: expectationsOf(kind, data) });
    expect(pdf.pages).toBeGreaterThan(0);
  });

  it('is more than the template says: a paper of other data fails', async () => {
    const data = sample('quyet-dinh');
    const expect_ = expectationsOf('quyet-dinh', { ...data, rows: [{ name: 'Một Người Khác', award: 'Giấy khen' }] });
    const order = { kind: 'quyet-dinh', version: 1, data: data as never, expect: expect_ } as const;
    await expect(maker.make(order)).rejects.toThrow(PaperCheckFailed);
  });

  it('holds number, date, award, every name and the signer', () => {
    const { mustContain } = expectationsOf('quyet-dinh', {
      frame: { number: '5', symbol: 'QĐ-UBND', date: '2026-03-02', signature: { lines: [], name: 'Phạm Văn Hùng' } },
      award: 'Giấy khen',
      rows: [{ name: 'Nguyễn Văn An', award: 'Giấy khen' }],
    });
    expect(mustContain).toEqual(['Nguyễn Văn An', 'Giấy khen', 'Giấy khen', '05/QĐ-UBND', 'ngày 02 tháng 3 năm 2026', 'Phạm Văn Hùng']);
  });
});
