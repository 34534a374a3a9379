import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMovement, type Movement } from '@thidua/awards';
import { planDifferences } from './plan-differences';

const PLAN = theirs();
const named = (award: string): string => `tên ${award}`;
const changes = (after: Partial<Movement>): readonly (readonly string[])[] =>
  planDifferences(PLAN, { ...PLAN, ...after }, named).map(({ label, before, after: now }) => [label, before, now]);

describe('what changes from one reading of a plan to the next', () => {
  it('is nothing where the same is said in another order', () => {
    expect(changes({ criteria: PLAN.criteria.toReversed(), roles: PLAN.roles.toReversed() })).toEqual([]);
  });

  it('is the period and a phase, in words', () => {
    expect(changes({ period: { ...PLAN.period, end: '2029-06' } })).toEqual([
      ['Thời gian thực hiện', 'Từ năm 2025 đến hết năm 2030', 'Từ năm 2025 đến hết tháng 6 năm 2029'],
    ]);
    expect(changes({ phases: PLAN.phases.slice(0, 1) })).toEqual([['Giai đoạn 2', 'Từ năm 2027 đến hết năm 2030, tổng kết năm 2030', '']]);
  });

  it('is an award that is no longer offered on an occasion, and one that is new', () => {
    const [first, second] = PLAN.menus;
    const menus = [
      { occasions: first?.occasions ?? [], items: (first?.items ?? []).slice(1) },
      ...(second === undefined ? [] : [{ ...second, occasions: ['final-review' as const], items: second.items.slice(0, 1) }]),
    ];
    const found = changes({ menus });
    expect(found).toContainEqual(['Hình thức khen thưởng, tổng kết', '', 'tên HCLD1']);
    expect(found).toContainEqual(['Hình thức khen thưởng, hằng năm', 'tên GK_XA', '']);
    expect(found).toContainEqual(['Hình thức khen thưởng, sơ kết', 'tên GK_XA', '']);
  });

  it('is a day of reports that moves or is set for the first time', () => {
    const moved = (before: string | null) => PLAN.reportDates.map((one) => ({ ...one, before }));
    expect(changes({ reportDates: moved(null) })[0]?.[2]).toBe('Ủy ban nhân dân xã (qua Phòng Văn hóa - Xã hội)');
    expect(changes({ reportDates: moved('12-01') })[0]?.[2]).toBe('Ủy ban nhân dân xã (qua Phòng Văn hóa - Xã hội), trước ngày 01/12');
  });
});

function theirs(): Movement {
  const read = readMovement(readFileSync(join(__dirname, '../../../../../workflows/movements/gp-dmst-cds-2025-2030.yaml'), 'utf8'));
  if (!read.ok) {
    throw new Error(JSON.stringify(read.error));
  }
  return read.value;
}
