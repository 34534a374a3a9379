import { date, shippedPack } from '../../../../../test/harness/shipped-law';
import { formNumber, reportForm, reportYears } from './report-form';

const pack = shippedPack('vn-2025-nd152');
const day = date('2026-03-02');
const asked = (award: string, awardType = 'merit', kind: 'individual' | 'collective' | 'household' = 'individual') => ({
  award,
  awardType,
  kind,
});

describe('the form of an achievement report', () => {
  it.each([
    ['CSTDCS', 'merit', 'individual', 'Mẫu 05'],
    ['CSTDTQ', 'merit', 'individual', 'Mẫu 03'],
    ['COCP', 'merit', 'collective', 'Mẫu 02'],
    ['BK_TINH', 'merit', 'collective', 'Mẫu 04'],
    ['BK_TINH', 'merit', 'household', 'Mẫu 04'],
    ['BK_TINH', 'merit', 'individual', 'Mẫu 05'],
    ['BK_TINH', 'sudden', 'individual', 'Mẫu 06'],
    ['BK_TINH', 'movement', 'collective', 'Mẫu 08'],
    ['HCLD3', 'service', 'individual', 'Mẫu 07'],
    ['BK_TTG', 'external', 'individual', 'Mẫu 12'],
    ['BK_TTG', 'external', 'collective', 'Mẫu 11'],
  ] as const)('of %s for %s of %s is %s, as the pack names it', (award, awardType, kind, form) => {
    expect(formNumber(pack, asked(award, awardType, kind), day)).toBe(form);
  });

  it('has no number where the law names none', () => {
    expect(formNumber(pack, asked('LDTT'), day)).toBe('');
  });

  it('follows the type of the award', () => {
    expect(['merit', 'sudden', 'movement', 'service', 'tenure', 'external'].map((awardType) => reportForm({ awardType }))).toEqual([
      'merit',
      'sudden',
      'movement',
      'service',
      'service',
      'external',
    ]);
  });

  it.each([
    ['BK_TTG', [2021, 2022, 2023, 2024, 2025]],
    ['BK_TINH', [2024, 2025]],
    ['COTINH', [2025]],
    ['GK_XA', [2025]],
  ])('of %s tells of all the years its criterion looks back on', (award, years) => {
    expect(reportYears(pack, { award }, { day, last: 2025 })).toEqual(years);
  });
});
