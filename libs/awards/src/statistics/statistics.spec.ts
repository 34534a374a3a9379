import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStatisticTable } from './read-table';
import type { StatisticTable } from './table';
import { cellWhere, countOf, dimensionsOf, meet, tabulate, type Catalogue, type FactGroup } from './tabulate';

const FOLDER = join(__dirname, '../../../../workflows/statistics');
const SHIPPED = readdirSync(FOLDER).flatMap((id) => readdirSync(join(FOLDER, id)).map((file) => [id, file] as const));
const TEXT = readFileSync(join(FOLDER, 'hinh-thuc/1.yaml'), 'utf8');

function read(text: string): StatisticTable {
  const found = readStatisticTable(text);
  if (!found.ok) {
    throw new Error(JSON.stringify(found.error));
  }
  return found.value;
}

function faults(text: string): string[] {
  const found = readStatisticTable(text);
  return found.ok ? [] : found.error.map(({ path, message }) => `${path}: ${message}`);
}

describe('the shipped tables', () => {
  it.each(SHIPPED)('%s/%s reads, and carries its folder and number', (id, file) => {
    const table = read(readFileSync(join(FOLDER, id, file), 'utf8'));
    expect([table.id, `${String(table.number)}.yaml`]).toEqual([id, file]);
  });

  it('mark the tables of the ministry as unconfirmed, each with what it follows', () => {
    const ministry = SHIPPED.map(([id, file]) => read(readFileSync(join(FOLDER, id, file), 'utf8'))).filter(
      (one) => one.family === 'ministry',
    );
    expect(ministry.length).toBeGreaterThan(2);
    expect(ministry.filter((one) => one.confirmed || one.citation === null)).toEqual([]);
  });
});

describe('readStatisticTable refuses', () => {
  it('a dimension nobody knows', () => {
    expect(faults(TEXT.replace('awardKind: [title]', 'colour: [red]')).join()).toContain('colour');
  });
  it('a value nobody knows', () => {
    expect(faults(TEXT.replace('outcome: [failed]', 'outcome: [lost]')).join()).toContain('không có giá trị lost');
  });
  it('lines for every value of no dimension', () => {
    expect(faults(TEXT.replace('each: award', 'each: prize')).join()).toContain("không có chiều 'prize'");
  });
  it('two columns of one name', () => {
    expect(faults(TEXT.replace('id: dang-xet', 'id: de-xuat')).join()).toContain('id riêng');
  });
  it('a table of the ministry that is confirmed by nothing', () => {
    expect(faults(TEXT.replace('family: own', 'family: ministry')).join()).toContain('phải ghi căn cứ');
  });
});

describe('tabulate', () => {
  const table = read(TEXT);
  const catalogue: Catalogue = {
    awardKinds: { CSTDCS: 'title', LDTT: 'title', GK_XA: 'form' },
    values: {
      award: [
        { value: 'LDTT', label: 'Lao động tiên tiến' },
        { value: 'CSTDCS', label: 'Chiến sĩ thi đua cơ sở' },
        { value: 'GK_XA', label: 'Giấy khen' },
      ],
    },
  };
  const group = (award: string, outcome: string, n: number, more: Record<string, string> = {}): FactGroup => ({
    n,
    at: { award, outcome, reviewed: outcome === 'open' ? 'no' : 'yes', reach: outcome === 'awarded' ? 'own' : 'none', ...more },
  });
  const groups = [
    group('CSTDCS', 'awarded', 2, { reach: 'higher' }),
    group('GK_XA', 'awarded', 3),
    group('GK_XA', 'failed', 1),
    group('GK_XA', 'open', 4),
  ];

  it('asks for no more dimensions than the table has', () => {
    expect(dimensionsOf(table)).toEqual(['award', 'outcome', 'reach', 'reviewed']);
  });

  it('counts every line by every column', () => {
    const lines = tabulate(table, catalogue, groups);
    expect(lines.map(({ number, label, depth, cells }) => [number, label, depth, ...cells])).toEqual([
      [null, 'Tổng số', 0, 10, 4, 6, 1, 0, 5, 2, 0],
      ['A', 'Danh hiệu thi đua', 0, 2, 0, 2, 0, 0, 2, 2, 0],
      ['1', 'Chiến sĩ thi đua cơ sở', 1, 2, 0, 2, 0, 0, 2, 2, 0],
      ['B', 'Hình thức khen thưởng', 0, 8, 4, 4, 1, 0, 3, 0, 0],
      ['1', 'Giấy khen', 1, 8, 4, 4, 1, 0, 3, 0, 0],
    ]);
  });

  it('names what stands behind a cell, as many facts as it says', () => {
    const lines = tabulate(table, catalogue, groups);
    const forms = lines[3];
    const awarded = table.columns.find((column) => column.id === 'dat');
    if (forms === undefined || awarded === undefined) {
      throw new Error('the table has no such cell');
    }
    const where = cellWhere(forms, awarded, catalogue);
    expect(where).toEqual({ award: ['GK_XA'], outcome: ['awarded'] });
    expect(countOf(groups, where)).toBe(3);
  });

  it('keeps a line that always stands, and one of a value without a name', () => {
    const always: Catalogue = { ...catalogue, values: { award: [{ value: 'LDTT', label: 'Lao động tiên tiến', always: true }] } };
    const labels = tabulate(table, always, groups).map((line) => line.label);
    expect(labels).toEqual(['Tổng số', 'Danh hiệu thi đua', 'Lao động tiên tiến', 'CSTDCS', 'Hình thức khen thưởng', 'GK_XA']);
  });

  it('counts a value with those it includes', () => {
    const tree = read(TEXT.replace(/each: award, number: '#', depth: 1, where: \{ awardKind: \[title\] \}/, 'each: award'));
    const whole: Catalogue = { ...catalogue, values: { award: [{ value: 'X', label: 'Cả hai', includes: ['CSTDCS', 'GK_XA'] }] } };
    expect(tabulate(tree, whole, groups).find((line) => line.label === 'Cả hai')?.cells[0]).toBe(10);
  });

  it('finds nothing where two conditions have nothing in common', () => {
    expect(meet({ award: ['A', 'B'], year: ['2026'] }, { award: ['B', 'C'] })).toEqual({ award: ['B'], year: ['2026'] });
    expect(countOf(groups, meet({ outcome: ['open'] }, { outcome: ['awarded'] }))).toBe(0);
  });
});
