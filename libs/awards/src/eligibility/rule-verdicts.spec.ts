import { localDate } from '@thidua/kernel';
import { date } from '../../../../test/harness/shipped-law';
import { given, NOTHING, packWithDecisions, rated, result } from '../../test/eligibility-facts';
import type { EligibilityFacts, OtherRow } from './facts';
import { ruleVerdicts, severityOf } from './rule-verdicts';
import type { CriterionVerdict } from './verdict';

const pack = packWithDecisions();
const TODAY = date('2026-03-02');
describe('R-02, one achievement, one award', () => {
  const text = 'Chủ trì số hóa hồ sơ một cửa của xã, rút ngắn thời gian giải quyết thủ tục hành chính từ năm ngày còn hai ngày.';
  const mine: EligibilityFacts['achievement'] = {
    text,
    hash: 'aa',
    from: date('2025-01-01'),
    to: date('2025-12-31'),
    evidence: ['tep-1'],
  };
  const other = (over: Partial<OtherRow>): OtherRow => ({
    kind: 'dossier',
    id: 'd1',
    text: 'Hồ sơ HP-TL-2026-0003 (phường Tân Lập)',
    dossierCode: 'HP-TL-2026-0003',
    orgName: 'Phường Tân Lập',
    sameSubject: true,
    achievement: 'Việc khác hẳn.',
    achievementHash: 'bb',
    from: null,
    to: null,
    evidence: [],
    outcome: 'open',
    ...over,
  });

  it.each<[string, Partial<OtherRow>, string]>([
    ['the same text', { achievementHash: 'aa' }, 'not-met'],
    ['the same text of an awarded row', { achievementHash: 'aa', outcome: 'awarded' }, 'not-met'],
    ['the same text of a refused row', { achievementHash: 'aa', outcome: 'refused' }, 'met'],
    ['the same text of a withdrawn row', { achievementHash: 'aa', outcome: 'withdrawn' }, 'met'],
    ['the same text of somebody else', { achievementHash: 'aa', sameSubject: false }, 'met'],
    ['the same evidence', { evidence: ['tep-1'] }, 'not-met'],
    ['the same evidence of somebody else', { evidence: ['tep-1'], sameSubject: false }, 'not-met'],
    ['a like text', { achievement: `${text} Được biểu dương.` }, 'not-met'],
    [
      'a like text without marks',
      { achievement: 'chu tri so hoa ho so mot cua cua xa rut ngan thoi gian giai quyet thu tuc hanh chinh tu nam ngay con hai ngay' },
      'not-met',
    ],
    ['another text', {}, 'met'],
    ['another text of the same time', { from: date('2025-06-01'), to: date('2025-07-01') }, 'met'],
  ])('%s: %#', (_, over, verdict) => {
    expect(rule('R-02', { achievement: mine, others: [other(over)] })?.verdict).toBe(verdict);
  });

  it('names the dossier, its place and in what it is the same', () => {
    const twin = other({ achievementHash: 'aa', evidence: ['tep-1'], from: date('2025-03-01'), to: date('2026-01-31') });
    expect(rule('R-02', { achievement: mine, others: [twin] })?.because).toEqual([
      {
        kind: 'dossier',
        id: 'd1',
        text: 'Hồ sơ HP-TL-2026-0003 (phường Tân Lập): cùng minh chứng, cùng nội dung thành tích, trùng thời gian thành tích',
      },
    ]);
  });

  it('takes the threshold of likeness from the pack', () => {
    const strict = { ...pack, eligibilityDmn: pack.eligibilityDmn.replace('<text>0.6</text>', '<text>0.99</text>') };
    const twin = other({ achievement: `${text} Được biểu dương.` });
    const verdicts = ruleVerdicts(strict, { ...NOTHING, achievement: mine, others: [twin] }, TODAY);
    expect(verdicts.find((one) => one.ruleId === 'R-02')?.verdict).toBe('met');
  });

  it('finds data missing without an achievement', () => {
    expect(rule('R-02', { achievement: { ...mine, hash: null } })?.verdict).toBe('missing-data');
  });
});

describe('R-03, themed and sudden awards are no basis for merit', () => {
  const themed = given('BK_TINH', 2024, { id: 'bk', text: 'Bằng khen tỉnh năm 2024', type: 'movement' });

  it.each<[string, Partial<EligibilityFacts>, string | undefined]>([
    ['a themed award named as basis', { history: [themed], basis: ['bk'] }, 'not-met'],
    ['a sudden award named as basis', { history: [{ ...themed, type: 'sudden' }], basis: ['bk'] }, 'not-met'],
    ['a merit award named as basis', { history: [{ ...themed, type: 'merit' }], basis: ['bk'] }, 'met'],
    ['an award of unknown type', { history: [{ ...themed, type: null }], basis: ['bk'] }, 'missing-data'],
    ['a themed award that is not named', { history: [themed], basis: [] }, 'met'],
    ['no answer to the question', { history: [themed], basis: null }, 'missing-data'],
    ['a proposal inside a movement', { awardType: 'movement', history: [themed], basis: ['bk'] }, undefined],
  ])('%s', (_, facts, verdict) => {
    expect(rule('R-03', facts)?.verdict).toBe(verdict);
  });

  it('says so in the words of the decree', () => {
    expect(rule('R-03', { history: [themed], basis: ['bk'] })).toMatchObject({
      text: 'Bằng khen tỉnh năm 2024: không dùng làm căn cứ (Đ4.3)',
      because: [{ id: 'bk' }],
      citation: 'khoản 3 Điều 4 Nghị định số 152/2025/NĐ-CP',
    });
  });
});

describe('R-04, hold', () => {
  it.each<[EligibilityFacts['hold'], string]>([
    [{ state: 'none' }, 'met'],
    [{ state: 'open', ground: 'Đơn tố cáo' }, 'not-met'],
    [{ state: 'closed', ground: 'Đơn tố cáo' }, 'met'],
    [null, 'missing-data'],
  ])('%j: %s', (hold, verdict) => {
    expect(rule('R-04', { hold })?.verdict).toBe(verdict);
  });
});

describe('R-05, discipline', () => {
  const discipline = (from: string, to: string | null): EligibilityFacts['disciplines'] => [
    { kind: 'discipline', id: 'k', text: 'Khiển trách', serious: false, from: date(from), to: to === null ? null : date(to) },
  ];

  it.each<[string, EligibilityFacts['disciplines'], string | undefined]>([
    ['still running', discipline('2025-11-01', null), 'not-met'],
    ['running today', discipline('2025-11-01', '2026-10-31'), 'not-met'],
    ['ended inside the achievement', discipline('2024-06-01', '2025-05-31'), 'not-met'],
    ['ended before the achievement', discipline('2023-01-01', '2023-12-31'), 'met'],
    ['none', [], undefined],
  ])('%s', (_, disciplines, verdict) => {
    expect(rule('R-05', { disciplines })?.verdict).toBe(verdict);
  });
});

describe('R-06, maternity leave', () => {
  it('tells the years that were counted and stops nobody', () => {
    expect(rule('R-06', { ratings: [rated(2024, null)] })).toMatchObject({ verdict: 'met', because: [{ id: 'r-2024' }] });
    expect(rule('R-06', { ratings: [rated(2024, 'good')] })).toBeUndefined();
  });
});

describe('R-08, women who lead', () => {
  it('is told where years in post count, and nowhere else', () => {
    expect(rule('R-08', { award: 'HCLD3', awardType: 'service', femaleLeader: true })?.verdict).toBe('met');
    expect(rule('R-08', { award: 'HCLD3', awardType: 'service' })).toBeUndefined();
    expect(rule('R-08', { award: 'HCLD3', femaleLeader: true })).toBeUndefined();
  });
});

describe('R-09, the clock of the next award', () => {
  it('counts from the achievement period written in the last decision', () => {
    const last = given('BK_TINH', 2022, { achievementTo: localDate(2022, 12, 31), decidedOn: localDate(2023, 6, 1) });
    expect(rule('R-09', { award: 'BK_TINH', history: [given('BK_TINH', 2015), last] })).toMatchObject({
      verdict: 'met',
      text: 'Thời gian cho lần khen tiếp theo tính từ 31/12/2022 (thời gian thành tích ghi trong quyết định), đến nay 3 năm.',
    });
  });

  it('counts from the decision where no period is written, and warns of years already rewarded', () => {
    const last = given('BK_TINH', 2025, { achievementTo: null, decidedOn: localDate(2025, 6, 1) });
    const verdict = rule('R-09', { award: 'BK_TINH', history: [last] });
    expect(verdict).toMatchObject({ verdict: 'not-met', hard: false });
    expect(verdict?.text).toContain('01/06/2025 (ngày ban hành quyết định)');
  });

  it('does not speak of an award never given', () => {
    expect(rule('R-09', { award: 'BK_TINH' })).toBeUndefined();
  });
});

describe('R-10, freshness of a State-level dossier', () => {
  const state = (to: string | null, submittedOn: string | null): Partial<EligibilityFacts> => ({
    award: 'BK_TTG',
    achievement: { ...NOTHING.achievement, to: to === null ? null : date(to) },
    submittedOn: submittedOn === null ? null : date(submittedOn),
  });

  it.each<[string, Partial<EligibilityFacts>, string | undefined]>([
    ['six months to the day', state('2025-09-02', '2026-03-02'), 'met'],
    ['a day more', state('2025-09-01', '2026-03-02'), 'not-met'],
    ['no end of the achievement', state(null, '2026-03-02'), 'missing-data'],
    ['no day of submission', state('2025-12-31', null), 'missing-data'],
    ['a provincial award', { ...state('2020-01-01', '2026-03-02'), award: 'BK_TINH' }, undefined],
  ])('%s', (_, facts, verdict) => {
    expect(rule('R-10', facts)?.verdict).toBe(verdict);
  });
});

describe('R-11, an initiative is used once', () => {
  const named = (used: 'title' | 'form' | null): Partial<EligibilityFacts> => ({
    results: [result('initiative', 'unit', { id: 'sk', used: used === null ? null : { kind: used, text: 'đã dùng cho HP-2025-0001' } })],
    achievement: { ...NOTHING.achievement, evidence: ['sk'] },
  });

  it.each([
    ['a free one for a title', 'CSTDCS', null, 'met'],
    ['one spent on a form for a title', 'CSTDCS', 'form', 'not-met'],
    ['one spent on a title for a form', 'BK_TINH', 'title', 'not-met'],
    ['one spent on a title for a title', 'CSTDCS', 'title', 'met'],
  ] as const)('%s', (_, award, used, verdict) => {
    expect(rule('R-11', { award, ...named(used) })?.verdict).toBe(verdict);
  });

  it('does not speak of proposals without one', () => {
    expect(rule('R-11', {})).toBeUndefined();
  });
});

describe('R-12, yearly titles', () => {
  it('are given once for a year', () => {
    expect(rule('R-12', { history: [given('CSTDCS', 2025)] })?.verdict).toBe('not-met');
    expect(rule('R-12', { history: [given('CSTDCS', 2024)] })?.verdict).toBe('met');
  });

  it('does not bind forms', () => {
    expect(rule('R-12', { award: 'BK_TINH', history: [given('BK_TINH', 2025)] })).toBeUndefined();
  });
});

describe('R-15, two State-level awards in a year', () => {
  it('only warns', () => {
    const same = given('BK_TTG', 2025, { decidedOn: localDate(2026, 1, 20) });
    expect(rule('R-15', { award: 'HCLD3', history: [same] })).toMatchObject({ verdict: 'not-met', hard: false });
    expect(rule('R-15', { award: 'HCLD3', history: [{ ...same, decidedOn: localDate(2025, 12, 20) }] })?.verdict).toBe('met');
  });
});

describe('how hard a rule binds', () => {
  it('is said by the pack, and otherwise follows whether its row is confirmed', () => {
    expect(severityOf(pack, { id: 'R-03', confirmed: true }, TODAY)).toBe('hard');
    expect(severityOf(pack, { id: 'R-02', confirmed: true }, TODAY)).toBe('override');
    const silent = { ...pack, eligibilityDmn: '' };
    expect(severityOf(silent, { id: 'R-02', confirmed: true }, TODAY)).toBe('override');
    expect(severityOf(silent, { id: 'R-11', confirmed: false }, TODAY)).toBe('warn');
  });
});

function rule(id: string, facts: Partial<EligibilityFacts>): CriterionVerdict | undefined {
  return ruleVerdicts(pack, { ...NOTHING, ...facts }, TODAY).find((one) => one.ruleId === id);
}
