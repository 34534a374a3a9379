import { date, shippedPack } from '../../../../test/harness/shipped-law';
import { findingsFor, type Finding, type OtherRow, type RowFacts } from './findings-for';

const pack = shippedPack('vn-2025-nd152');
const TODAY = date('2026-03-02');

const CLEAN: RowFacts = {
  award: 'BK_TINH',
  awardType: 'movement',
  achievementHash: 'aa',
  others: [],
  basis: [],
  hold: { state: 'none' },
  achievementTo: date('2025-12-31'),
  submittedOn: TODAY,
};

describe('R-02, one achievement, one award', () => {
  const other = (outcome: OtherRow['outcome'], achievementHash = 'aa'): OtherRow => ({
    rowId: 'r1',
    dossierCode: 'GP-2026-004',
    achievementHash,
    outcome,
  });

  it.each([
    ['no other row', [], 'met'],
    ['an open row on the same achievement', [other('open')], 'not-met'],
    ['an awarded row on the same achievement', [other('awarded')], 'not-met'],
    ['a refused row on the same achievement', [other('refused')], 'met'],
    ['a withdrawn row on the same achievement', [other('withdrawn')], 'met'],
    ['an open row on another achievement', [other('open', 'bb')], 'met'],
  ] as const)('%s: %s', (_, others, verdict) => {
    expect(finding({ ...CLEAN, others }, 'R-02')?.verdict).toBe(verdict);
  });

  it('names the other dossier and the article', () => {
    expect(finding({ ...CLEAN, others: [other('open')] }, 'R-02')).toMatchObject({
      because: ['GP-2026-004'],
      citation: 'điểm c khoản 2 Điều 5 Luật Thi đua, khen thưởng năm 2022',
      confirmed: true,
    });
  });

  it('finds data missing without the achievement', () => {
    expect(finding({ ...CLEAN, achievementHash: null }, 'R-02')?.verdict).toBe('missing-data');
  });
});

describe('R-03, themed and sudden awards are no basis for merit', () => {
  it.each([
    ['movement', 'not-met'],
    ['sudden', 'not-met'],
    ['merit', 'met'],
  ] as const)('a merit proposal resting on a %s award: %s', (awardType, verdict) => {
    const facts: RowFacts = { ...CLEAN, awardType: 'merit', basis: [{ reference: 'QĐ 12/QĐ-UBND', awardType }] };
    expect(finding(facts, 'R-03')?.verdict).toBe(verdict);
  });

  it('finds data missing without the history', () => {
    expect(finding({ ...CLEAN, awardType: 'merit', basis: null }, 'R-03')?.verdict).toBe('missing-data');
  });

  it('does not apply inside a movement', () => {
    expect(finding({ ...CLEAN, basis: [{ reference: 'QĐ', awardType: 'movement' }] }, 'R-03')).toBeUndefined();
  });
});

describe('R-04, hold', () => {
  it.each([
    [{ state: 'none' }, 'met'],
    [{ state: 'open', ground: 'Đơn tố cáo' }, 'not-met'],
    [{ state: 'closed', ground: 'Đơn tố cáo' }, 'met'],
    [null, 'missing-data'],
  ] as const)('%j: %s', (hold, verdict) => {
    expect(finding({ ...CLEAN, hold }, 'R-04')?.verdict).toBe(verdict);
  });
});

describe('R-10, freshness of a State-level dossier', () => {
  it.each([
    ['2025-09-02', 'met'],
    ['2025-09-01', 'not-met'],
  ])('content up to %s, submitted 2026-03-02: %s', (achievementTo, verdict) => {
    expect(finding({ ...CLEAN, award: 'BK_TTG', achievementTo: date(achievementTo) }, 'R-10')?.verdict).toBe(verdict);
  });

  it.each([
    [{ achievementTo: null }, 'missing-data'],
    [{ submittedOn: null }, 'missing-data'],
  ] as const)('with %j: %s', (missing, verdict) => {
    expect(finding({ ...CLEAN, award: 'HCLD3', ...missing }, 'R-10')?.verdict).toBe(verdict);
  });

  it('does not apply to a provincial award', () => {
    expect(finding({ ...CLEAN, achievementTo: date('2020-01-01') }, 'R-10')).toBeUndefined();
  });
});

function finding(facts: RowFacts, rule: Finding['rule']): Finding | undefined {
  return findingsFor(pack, facts, TODAY).find((candidate) => candidate.rule === rule);
}
