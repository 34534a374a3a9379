import { date, shippedPack } from '../../../../test/harness/shipped-law';
import type { DossierOccasion } from '@thidua/store';
import { awardVerdict, demandOnMenu, proposalVerdict, type MenuAsk, type MenuVerdict, type Proposal, type Proposer } from './menu';

const PACK = shippedPack('vn-2025-nd152');
const OLD = shippedPack('vn-2024-nd98');
const SCHOOL: Proposer = {
  route: 'upper',
  headOf: 'agency',
  government: false,
  levels: new Set(['XA', 'TINH', 'TTG', 'CTN']),
  leaders: new Set(['lead']),
};
const OF_PROVINCE: Proposer = { ...SCHOOL, levels: new Set(['TINH', 'TTG', 'CTN']) };
const VILLAGE: Proposer = { ...SCHOOL, headOf: null };

function ask(occasion: DossierOccasion, proposer: Proposer = SCHOOL, day = '2026-03-02', pack = PACK): MenuAsk {
  return { pack, movement: undefined, occasion, day: date(day), proposer };
}

const why = (verdict: MenuVerdict): string => (verdict.allowed ? 'allowed' : `${verdict.reason} ${verdict.ruleId}`.trim());

function proposal(more: Partial<Proposal>): Proposal {
  return { award: 'BK_TINH', kind: 'individual', name: 'An', awardType: 'merit', posthumous: false, subjectOrgId: null, ...more };
}

describe('the menu of a body', () => {
  it.each([
    ['LDTT', 'annual', 'allowed'],
    ['HCLD1', 'annual', 'allowed'],
    ['HCLD3', 'ad-hoc', 'allowed'],
    ['LDTT', 'ad-hoc', 'yearly R-12'],
    ['GDVH', 'ad-hoc', 'type-of-award AW-GDVH'],
    ['GK_UNIT', 'annual', 'head-decides AU-01'],
    ['GK_DN', 'annual', 'head-decides AU-02'],
    ['XATB', 'annual', 'commune-only AW-XATB'],
    ['BK_TINH', 'interim', 'no-menu-for-occasion AW-BK_TINH'],
    ['GK_ABC', 'annual', 'unknown-award'],
  ] as const)('says of %s on the occasion %s: %s', (award, occasion, said) => {
    expect(why(awardVerdict(ask(occasion), award))).toBe(said);
  });

  it('has nothing that only a commune decides for a body on the road of the province', () => {
    expect(why(awardVerdict(ask('annual', OF_PROVINCE), 'GK_XA'))).toBe('other-ladder AU-04');
    expect(why(awardVerdict(ask('annual', OF_PROVINCE), 'BK_TINH'))).toBe('allowed');
  });

  it('lets a commune propose itself as a typical commune', () => {
    expect(why(awardVerdict(ask('annual', { ...SCHOOL, government: true }), 'XATB'))).toBe('allowed');
  });

  it('follows the dates of the district tier', () => {
    const below = { ...SCHOOL, levels: new Set(['XA', 'HUYEN', 'TINH', 'TTG', 'CTN']) };
    expect(why(awardVerdict(ask('annual', below, '2025-06-30', OLD), 'CSTDCS'))).toBe('allowed');
    expect(why(awardVerdict(ask('annual', below, '2025-06-30', OLD), 'GK_HUYEN'))).toBe('allowed');
    expect(why(awardVerdict(ask('annual', SCHOOL, '2025-06-30', OLD), 'CSTDCS'))).toMatch(/^other-ladder AU-0/);
    expect(why(awardVerdict(ask('annual', below, '2025-07-01', OLD), 'GK_HUYEN'))).toBe('no-decider AU-06');
  });
});

describe("what a unit's head decides", () => {
  const own = (proposer: Proposer): MenuAsk => ask('annual', { ...proposer, route: 'own' });

  it.each([
    [SCHOOL, 'GK_UNIT', 'allowed'],
    [SCHOOL, 'LDTT', 'allowed'],
    [SCHOOL, 'GK_DN', 'not-own-decision AU-02'],
    [{ ...SCHOOL, headOf: 'enterprise' as const }, 'GK_DN', 'allowed'],
    [SCHOOL, 'BK_TINH', 'not-own-decision AU-07'],
    [VILLAGE, 'GK_UNIT', 'no-legal-person AU-01'],
  ] as const)('%#: %s', (proposer, award, said) => {
    expect(why(awardVerdict(own(proposer), award))).toBe(said);
  });
});

describe('a nominee', () => {
  it.each([
    [proposal({ award: 'GDVH' }), 'nominee-kind AW-GDVH'],
    [proposal({ awardType: 'sudden' }), 'type-of-occasion'],
    [proposal({ awardType: 'service' }), 'type-of-award AW-BK_TINH'],
    [proposal({ award: 'BK_TTG', awardType: 'service' }), 'allowed'],
    [proposal({ posthumous: true }), 'allowed'],
    [proposal({ posthumous: true, kind: 'collective' }), 'posthumous R-24'],
    [proposal({ posthumous: true, award: 'LDTT' }), 'posthumous R-24'],
    [proposal({ award: 'COTINH', kind: 'collective', subjectOrgId: 'other' }), 'cluster-only AW-COTINH'],
    [proposal({ award: 'COTINH', kind: 'collective', subjectOrgId: 'lead' }), 'allowed'],
  ])('%#', (asked, said) => {
    expect(why(proposalVerdict(ask('annual'), asked))).toBe(said);
  });

  it('is refused with the row, its citation and what is on the menu instead', () => {
    const refusal = {
      code: 'award-not-on-menu',
      details: { reason: 'yearly', ruleId: 'R-12', citation: 'khoản 1 Điều 34 Nghị định số 98/2023/NĐ-CP' },
    };
    let caught: unknown;
    try {
      demandOnMenu(ask('ad-hoc'), proposal({ award: 'CSTDCS', awardType: 'sudden' }));
    } catch (error) {
      caught = error;
    }
    expect(caught).toMatchObject(refusal);
    expect(caught).toMatchObject({ details: { listed: expect.arrayContaining(['GK_XA', 'BK_TINH']) as unknown } });
  });
});
