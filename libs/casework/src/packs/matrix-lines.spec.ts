import type { MatrixLine } from '@thidua/contract';
import { date, shippedPack } from '../../../../test/harness/shipped-law';
import { matrixLines } from './matrix-lines';

const pack = shippedPack('vn-2025-nd152');
const on = (day: string): readonly MatrixLine[] => matrixLines(pack, date(day), (row) => row.names[0]?.short ?? row.award);
const TODAY = on('2026-03-02');
const lines = (award: string, from = TODAY): readonly MatrixLine[] => from.filter((line) => line.award === award);
const ids = (cells: MatrixLine['councils'] | undefined): readonly string[] => (cells ?? []).map((cell) => cell.rowId);

describe('matrix of authority', () => {
  it('has a line for every award and every post that decides it, the lower level first', () => {
    expect(lines('CSTDCS').map((line) => [line.signer?.rowId, line.level])).toEqual([
      ['AU-01', 'UNIT'],
      ['AU-02', 'UNIT'],
      ['AU-05', 'XA'],
    ]);
    expect(new Set(TODAY.map((line) => line.award)).size).toBe(new Set(pack.awards.map((row) => row.award)).size);
  });

  it('gives each level that decides its own council, and not the council of the other', () => {
    expect(lines('CSTDCS').map((line) => ids(line.councils))).toEqual([['CB-02'], ['CB-02'], ['CB-03']]);
  });

  it('leads an award of the province through commune and province, with thresholds, quorum and limits', () => {
    const [line] = lines('BK_TINH');
    expect(line?.councils.map((cell) => [cell.rowId, ...cell.levels])).toEqual([
      ['CB-03', 'XA'],
      ['CB-04', 'TINH'],
    ]);
    expect(ids(line?.thresholds)).toContain('V-13b');
    expect(line?.limits.find((cell) => cell.rowId === 'T-19')?.text).toBe(
      'Cấp tỉnh thẩm định, trình Chủ tịch UBND cấp tỉnh: trong 20 ngày làm việc, từ ngày đủ hồ sơ; bổ sung thì tính lại từ đầu',
    );
    expect(line).toMatchObject({ signer: { text: 'Chủ tịch UBND cấp tỉnh' }, effectiveFrom: '2024-01-01', effectiveTo: null });
  });

  it('names the limits of every level on the way to the Prime Minister', () => {
    expect(ids(lines('BK_TTG')[0]?.limits)).toEqual(expect.arrayContaining(['T-05', 'T-06', 'T-15']));
    expect(lines('BK_TTG')[0]?.thresholds.every((cell) => cell.levels.length > 0)).toBe(true);
  });

  it('is of a day: the district decided until 30/6/2025, the commune has from 1/7', () => {
    const levels = (day: string): readonly (string | null)[] => lines('THONVH', on(day)).map((line) => line.level);
    expect([levels('2025-06-30'), levels('2025-07-01')]).toEqual([['HUYEN'], ['XA']]);
  });

  it('shows an award that nobody decides without a signer', () => {
    const bare = { ...pack, authorities: pack.authorities.filter((row) => row.id !== 'AU-07') };
    const [line] = matrixLines(bare, date('2026-03-02'), (row) => row.award).filter((one) => one.award === 'BK_TINH');
    expect(line).toMatchObject({ signer: null, level: null, limits: [] });
  });
});
