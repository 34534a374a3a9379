import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scanOf, type ScanFlaws } from '../../../../test/harness/paper-scan';
import { PaperMaker } from '../paper-maker';
import type { AwardDecision } from '../papers/quyet-dinh';
import { compareScan, type ScanFindings } from './compare-scan';

const ROOT = join(__dirname, '../../../..');
const PAPERS = join(ROOT, 'workflows/papers');
const NUMBER = '57/QĐ-UBND';

jest.setTimeout(60_000);

describe('the scan of a signed print', () => {
  const maker = new PaperMaker({ papersDir: PAPERS, cacheDir: join(ROOT, 'node_modules/.cache/thidua/chromium'), chromiumPath: 'bundled' });
  let print: Uint8Array;
  const decision = JSON.parse(readFileSync(join(PAPERS, '1/samples/quyet-dinh.json'), 'utf8')) as AwardDecision;

  const made = async (data: AwardDecision): Promise<Uint8Array> =>
    (await maker.make({ kind: 'quyet-dinh', version: 1, data, expect: { mustContain: [], minPages: 1, maxPages: 9 } })).bytes;
  const compared = async (of: Uint8Array, flaws?: ScanFlaws): Promise<ScanFindings> =>
    compareScan({ scan: await scanOf(of, flaws), scanMime: 'application/pdf', print, number: NUMBER });

  beforeAll(async () => {
    print = await made(decision);
  });
  afterAll(() => maker.close());

  it.each<[string, ScanFlaws]>([
    ['straight', {}],
    ['turned by a degree', { degrees: 1 }],
    ['turned the other way and pushed aside', { degrees: -0.7, shiftMm: 4 }],
  ])('is known as its print when it lay %s', async (_how, flaws) => {
    const findings = await compared(print, flaws);
    expect(findings).toMatchObject({ pages: 2, pagesEqual: true, textShare: null, numberSeen: null, verdict: 'alike' });
  });

  it('is not when a page is missing', async () => {
    expect(await compared(print, { without: [1] })).toMatchObject({ pagesEqual: false, verdict: 'different' });
  });

  it('is not when it is of another paper', async () => {
    const letter = await maker.make({
      kind: 'to-trinh',
      version: 1,
      data: JSON.parse(readFileSync(join(PAPERS, '1/samples/to-trinh.json'), 'utf8')) as never,
      expect: { mustContain: [], minPages: 1, maxPages: 9 },
    });
    const { pictureShare, verdict } = await compared(letter.bytes);
    expect(verdict).not.toBe('alike');
    expect(pictureShare).toBeLessThan(0.6);
  });

  it('is left to a person when the text was changed before it was printed again', async () => {
    const other = {
      ...decision,
      achievement: 'đã có thành tích đột xuất trong phòng, chống thiên tai và cứu nạn, cứu hộ trên địa bàn xã trong nhiều năm liền',
      rows: decision.rows.slice(0, 2).map((row) => ({ ...row, name: 'Tên Khác Hẳn', achievement: 'Việc khác hẳn' })),
    };
    expect((await compared(await made(other))).verdict).not.toBe('alike');
  });

  it('by its words when the scanner reads text', async () => {
    const own = await compareScan({ scan: print, scanMime: 'application/pdf', print, number: NUMBER });
    expect(own).toMatchObject({ textShare: 1, numberSeen: true, verdict: 'alike' });
    const other = await compareScan({ scan: print, scanMime: 'application/pdf', print, number: '58/QĐ-UBND' });
    expect(other).toMatchObject({ numberSeen: false, verdict: 'unsure' });
  });

  it('is left to a person when it can be neither read nor drawn', async () => {
    const broken = await compareScan({ scan: Buffer.from('%PDF-1.4 broken\n%%EOF'), scanMime: 'application/pdf', print, number: NUMBER });
    expect(broken).toMatchObject({ pages: null, pictureShare: null, verdict: 'unsure' });
  });
});
