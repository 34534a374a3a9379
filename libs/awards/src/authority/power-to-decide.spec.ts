import { date, shippedPack } from '../../../../test/harness/shipped-law';
import { powerToDecide, type Office, type PowerQuestion } from './power-to-decide';

const pack = shippedPack('vn-2025-nd152');
const old = shippedPack('vn-2024-nd98');

const COMMUNE: Office = { level: 'XA', kind: 'commune', orgKind: 'agency', legalPerson: true, role: 'chair' };
const SCHOOL: Office = { level: 'UNIT', kind: 'unit', orgKind: 'school', legalPerson: true, role: 'head' };
const FIRM: Office = { level: 'UNIT', kind: 'enterprise', orgKind: 'enterprise', legalPerson: true, role: 'head' };
const DEPARTMENT: Office = { level: 'TINH', kind: 'department', orgKind: 'agency', legalPerson: true, role: 'director' };

function ask(award: string, office: Office, capacity: PowerQuestion['capacity'] = 'self', law = pack, day = '2026-03-02'): object {
  return powerToDecide(law, { award, office, capacity, date: date(day) });
}

describe('powerToDecide', () => {
  it.each([
    ['GK_XA', COMMUNE, 'AU-04'],
    ['CSTDCS', COMMUNE, 'AU-05'],
    ['CSTDCS', SCHOOL, 'AU-01'],
    ['GK_UNIT', DEPARTMENT, 'AU-01'],
    ['GK_DN', FIRM, 'AU-02'],
    ['GK_DN', { ...FIRM, role: 'board-chair' }, 'AU-03'],
    ['BK_TINH', { ...COMMUNE, level: 'TINH', kind: 'province' }, 'AU-07'],
  ] as const)('gives %s to the post of %j', (award, office, id) => {
    expect(ask(award, office)).toMatchObject({ allowed: true, row: { id } });
  });

  it.each([
    ['BK_TINH', COMMUNE, 'AU-07'],
    ['GK_XA', { ...COMMUNE, role: 'deputy-chair' }, 'AU-04'],
    ['GK_XA', { ...COMMUNE, kind: 'front', orgKind: 'front' }, 'AU-04'],
    ['GK_XA', { ...COMMUNE, kind: 'party', orgKind: 'party' }, 'AU-04'],
    ['CSTDCS', { ...FIRM, role: 'board-chair' }, 'AU-02'],
    ['GK_UNIT', FIRM, 'AU-01'],
    ['GK_UNIT', { ...SCHOOL, orgKind: 'village' }, 'AU-01'],
    ['GK_UNIT', { ...DEPARTMENT, role: 'appraiser' }, 'AU-01'],
    ['HCLD1', { ...COMMUNE, level: 'TW', kind: 'ministry', role: 'president' }, 'AU-09'],
  ] as const)('refuses %s to the post of %j and names the row', (award, office, ruleId) => {
    expect(ask(award, office)).toMatchObject({ allowed: false, reason: 'not-competent', ruleId });
  });

  it('asks a unit for legal personality', () => {
    expect(ask('GK_UNIT', { ...SCHOOL, legalPerson: false })).toMatchObject({
      allowed: false,
      reason: 'no-legal-person',
      ruleId: 'AU-01',
    });
  });

  it.each([
    ['KT', true],
    ['Q', true],
    ['TL', false],
    ['TUQ', false],
  ] as const)('lets a decision be signed %s.: %s', (capacity, allowed) => {
    expect(ask('GK_XA', COMMUNE, capacity)).toMatchObject({ allowed });
  });

  it.each([
    ['2025-06-30', false, 'AU-06'],
    ['2025-07-01', true, undefined],
  ] as const)('lets a commune decide Chiến sĩ thi đua cơ sở on %s: %s', (day, allowed, ruleId) => {
    const law = day < '2025-07-01' ? old : pack;
    expect(ask('CSTDCS', COMMUNE, 'self', law, day)).toMatchObject({ allowed, ...(ruleId === undefined ? {} : { ruleId }) });
  });
});
