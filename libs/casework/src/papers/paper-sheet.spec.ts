import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { JsonObject } from '@thidua/kernel';
import { sheets } from '../../../../test/harness/sheets';
import type { Sheet } from '../deps';
import { isList, paperToSheets } from './paper-sheet';

const SAMPLES = join(__dirname, '../../../../workflows/papers/1/samples');
const sample = (kind: string): JsonObject => JSON.parse(readFileSync(join(SAMPLES, `${kind}.json`), 'utf8')) as JsonObject;

async function written(kind: string, change: (data: JsonObject) => JsonObject = (data) => data): Promise<readonly Sheet[]> {
  return sheets.read(await sheets.write(paperToSheets('Danh sách', change(sample(kind))) ?? []));
}

describe('a list as a table', () => {
  it('keeps diacritics, numbers as numbers and days as days', async () => {
    const [rows, about] = await written('to-trinh');
    expect(rows?.rows[0]).toContain('Tóm tắt thành tích');
    expect(rows?.rows[3]?.slice(0, 3)).toEqual([3, 'Nguyễn Thị Ánh Tuyết', 'Cá nhân']);
    expect(about?.rows[1]).toEqual([
      'Danh sách',
      '12/TTr-UBND',
      new Date(Date.UTC(2026, 2, 2)),
      'ỦY BAN NHÂN DÂN XÃ GIA PHÚC',
      'Về việc đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân thành phố',
      'Phạm Quang Hưng',
    ]);
  });

  it('keeps codes of a consolidation as text, a line per nominee with its hồ sơ', async () => {
    const [rows] = await written('bang-tong-hop', (data) => ({
      ...data,
      submissions: (data['submissions'] as readonly JsonObject[]).map((one) => ({ ...one, dossierCode: '000123' })),
    }));
    expect(rows?.rows[0]?.slice(0, 3)).toEqual(['Mã hồ sơ', 'Đơn vị trình', 'Tờ trình']);
    expect(rows?.rows.slice(1).every((row) => row[0] === '000123')).toBe(true);
    expect(rows?.rows[0]).toContain('Ý kiến thẩm định');
  });

  it.each(['=HYPERLINK("http://127.0.0.1")', '+84 225', '-1', '@SUM(A1)', '\t=1+1', '1e5', '00123'])(
    'takes %s for text, never for a formula',
    async (typed) => {
      const data = sample('danh-sach');
      const rows = (data['rows'] as readonly JsonObject[]).map((row) => ({ ...row, name: typed }));
      const bytes = await sheets.write(paperToSheets('Danh sách', { ...data, rows }) ?? []);
      const [sheet] = await sheets.read(bytes);
      expect(sheet?.rows[1]?.[1]).toBe(typed.trim());
      expect(partsOf(Buffer.from(bytes)).filter((part) => /<f[ >]/.test(part))).toEqual([]);
    },
  );

  it('is made of papers that list nominees, and of nothing without rows', () => {
    expect(['danh-sach', 'bang-tong-hop', 'to-trinh', 'quyet-dinh', 'bien-ban-hoi-dong'].map(isList)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(paperToSheets('x', { frame: {} })).toBeUndefined();
  });
});

/** Every part of a zip, unpacked, by its directory. */
function partsOf(zip: Buffer): readonly string[] {
  const parts: string[] = [];
  for (let at = zip.readUInt32LE(zip.lastIndexOf('PK\u0005\u0006') + 16); zip.readUInt32LE(at) === 0x02014b50;) {
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const body = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    parts.push((zip.readUInt16LE(at + 10) === 0 ? body : inflateRawSync(body)).toString('utf8'));
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}
