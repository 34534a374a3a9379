import { DISTRICT_PLAN } from '../../test/district-plan';
import { NOTHING } from '../../test/eligibility-facts';
import type { EligibilityFacts, OwedReport, PlanFacts, RatingGrade, YearRating } from './facts';
import { planRuleVerdicts } from './plan-rule-verdicts';

const PLAN: PlanFacts = { rules: DISTRICT_PLAN.rules, plan: '56/KH-UBND', audience: 'agency', from: 2025, to: 2030, reports: null };

interface Case extends Omit<Partial<EligibilityFacts>, 'plan'> {
  readonly plan?: Partial<PlanFacts>;
}

function facts({ plan = {}, ...over }: Case): EligibilityFacts {
  const base = { ...NOTHING, award: 'BK_TINH', awardType: 'movement' as const, kind: 'collective' as const, year: 2030, occasion: 'final' };
  return { ...base, ...over, plan: { ...PLAN, ...plan } };
}

const rating = (year: number, grade: RatingGrade | null, maternity = false): YearRating => ({
  kind: 'rating',
  id: `r-${year}`,
  text: `Xếp loại năm ${year}`,
  year,
  rating: grade,
  maternity,
});
const report = (year: number, onTime: boolean | null): OwedReport => ({
  kind: 'report',
  id: `b-${year}`,
  text: `Báo cáo ${year}`,
  year,
  onTime,
});
const cluster = (leads: boolean | null): EligibilityFacts['cluster'] => ({ kind: 'cluster', id: 'c', text: 'Cụm 1', runBy: 'TINH', leads });
const ratings = (...grades: readonly (RatingGrade | null)[]): YearRating[] =>
  grades.flatMap((grade, index) => (grade === null ? [] : [rating(2030 - index, grade)]));

const said = (one: EligibilityFacts): Record<string, string> =>
  Object.fromEntries(planRuleVerdicts(one).map(({ criterionId, verdict }) => [criterionId, verdict]));

describe('the rules of a plan', () => {
  it('say nothing outside of movements, of other awards, occasions and audiences', () => {
    expect(planRuleVerdicts({ ...facts({}), plan: null })).toEqual([]);
    expect(said(facts({ award: 'GK_XA' }))).toEqual({});
    expect(said(facts({ occasion: 'interim' }))).toEqual({});
    expect(said(facts({ plan: { audience: 'enterprise' } }))).toEqual({});
    expect(Object.keys(said(facts({ occasion: 'annual' })))).toEqual(['KH-01', 'KH-03']);
    expect(Object.keys(said(facts({ award: 'COTINH' })))).toEqual(['KH-02', 'KH-03', 'KH-06']);
    expect(Object.keys(said(facts({ plan: { audience: 'front' } })))).toEqual(['KH-04', 'KH-05']);
    expect(Object.keys(said(facts({ kind: 'individual', plan: { audience: 'individual' } })))).toEqual(['KH-07', 'KH-08']);
    expect(said(facts({ kind: 'individual', plan: { audience: 'other' } }))).toEqual({});
  });

  it('cite the plan with its lines and words', () => {
    expect(planRuleVerdicts(facts({}))[0]).toMatchObject({
      criterionId: 'KH-02',
      text: 'Có ít nhất 02 lần được đánh giá hoàn thành xuất sắc nhiệm vụ trong 5 năm.',
      citation: 'Kế hoạch 56/KH-UBND, dòng 271–273: “trong 5 năm có ít nhất 02 lần”',
      hard: true,
      group: 'all',
    });
  });

  it('never fail anybody of whom nothing is known', () => {
    for (const occasion of ['annual', 'final']) {
      for (const audience of ['agency', 'front', 'individual'] as const) {
        const kind = audience === 'individual' ? 'individual' : 'collective';
        const verdicts = Object.values(said(facts({ award: 'COTINH', occasion, kind, plan: { audience } })));
        expect(verdicts.filter((verdict) => verdict !== 'missing-data')).toEqual([]);
      }
    }
  });

  it('do not fail whom nobody has counted among an audience of the plan', () => {
    const [first] = planRuleVerdicts(facts({ occasion: 'annual', ratings: ratings('done'), plan: { audience: null } }));
    expect(first).toMatchObject({ verdict: 'missing-data', missing: ['Nhóm đối tượng của kế hoạch'] });
    expect(said(facts({ occasion: 'annual', ratings: ratings('excellent'), plan: { audience: null } }))).toMatchObject({ 'KH-01': 'met' });
  });
});

describe('rated excellent in the year', () => {
  it.each([
    ['excellent', 'met'],
    ['good', 'not-met'],
    ['not-done', 'not-met'],
    [null, 'missing-data'],
  ] as const)('%s: %s', (grade, verdict) => {
    expect(said(facts({ occasion: 'annual', ratings: ratings(grade) }))['KH-01']).toBe(verdict);
  });

  it('looks at the year of the award alone, and leaves a year of maternity leave open', () => {
    expect(said(facts({ occasion: 'annual', ratings: [rating(2029, 'excellent')] }))['KH-01']).toBe('missing-data');
    expect(said(facts({ occasion: 'annual', ratings: [rating(2030, null, true)] }))['KH-01']).toBe('missing-data');
  });
});

describe('two excellent years of five', () => {
  it.each([
    ['met', ['excellent', 'good', 'good', 'good', 'excellent']],
    ['not-met', ['excellent', 'good', 'good', 'good', 'good']],
    ['missing-data', ['excellent', 'good', 'good', 'good', null]],
    ['missing-data', [null, null, 'good', 'good', 'good']],
    ['not-met', [null, 'good', 'good', 'good', 'good']],
    ['not-met', ['good', 'good', 'good', 'good', 'excellent', 'excellent']],
  ] as const)('%s: %j', (verdict, grades) => {
    expect(said(facts({ ratings: ratings(...grades) }))['KH-02']).toBe(verdict);
  });

  it('names the years nobody rated', () => {
    expect(planRuleVerdicts(facts({ ratings: ratings('excellent', 'good', null, 'good', 'good') }))[0]?.missing).toEqual([
      'Kết quả xếp loại năm 2028',
    ]);
  });

  it('counts over the whole movement where the plan names no number of years', () => {
    const front = { plan: { audience: 'front' as const } };
    const six = ratings('excellent', 'good', 'good', 'good', 'good', 'excellent');
    expect(said(facts({ ...front, ratings: six }))['KH-05']).toBe('met');
    expect(said(facts({ plan: { audience: 'front', from: null }, ratings: six }))['KH-05']).toBe('missing-data');
  });
});

describe('continuously good', () => {
  const person = { kind: 'individual' as const, plan: { audience: 'individual' as const } };

  it.each([
    ['met', ['good', 'good', 'excellent', 'good', 'good', 'good']],
    ['not-met', ['good', 'good', 'done', 'good', 'good', 'good']],
    ['not-met', ['good', null, 'done', null, 'good', 'good']],
    ['missing-data', ['good', 'good', null, 'good', 'good', 'good']],
  ] as const)('%s: %j', (verdict, grades) => {
    expect(said(facts({ ...person, ratings: ratings(...grades) }))['KH-07']).toBe(verdict);
  });

  it('counts maternity leave as time', () => {
    const years = [...ratings('good', 'good', null, 'good', 'good', 'good'), rating(2028, null, true)];
    expect(said(facts({ ...person, ratings: years }))['KH-07']).toBe('met');
  });

  it('asks for no year before the movement, nor after the award', () => {
    const years = [rating(2024, 'not-done'), rating(2025, 'good'), rating(2026, 'good'), rating(2027, 'done')];
    expect(said(facts({ ...person, year: 2026, ratings: years }))['KH-07']).toBe('met');
  });
});

describe('a recognised result', () => {
  const person = (over: Case): EligibilityFacts => facts({ kind: 'individual', ...over, plan: { audience: 'individual', ...over.plan } });
  const result = (year: number, recognisedBy: string | null): EligibilityFacts['results'][number] => ({
    kind: 'initiative',
    id: 'i',
    text: 'Sáng kiến',
    year,
    result: 'initiative',
    scope: null,
    grade: null,
    recognisedBy,
    used: null,
  });

  it('is one that somebody recognised while the movement ran', () => {
    expect(said(person({ results: [result(2027, 'UBND xã')] }))['KH-08']).toBe('met');
    expect(said(person({ results: [result(2027, null)] }))['KH-08']).toBe('missing-data');
    expect(said(person({ results: [result(2024, 'UBND xã')] }))['KH-08']).toBe('missing-data');
  });

  it('is missed only where the register is declared complete for those years', () => {
    const until = (to: number): EligibilityFacts['complete'] => [{ covers: 'initiatives', from: 2025, to }];
    expect(said(person({ complete: until(2030) }))['KH-08']).toBe('not-met');
    expect(said(person({ complete: until(2029) }))['KH-08']).toBe('missing-data');
    expect(said(person({ complete: [{ covers: 'awards', from: 2025, to: 2030 }] }))['KH-08']).toBe('missing-data');
  });
});

describe('reports in full and on time', () => {
  const owed = (occasion: string, ...reports: readonly OwedReport[]): string | undefined =>
    said(facts({ occasion, plan: { reports } }))['KH-03'];

  it('asks at tổng kết for all of them and yearly for those of the year', () => {
    expect(owed('final', report(2029, true), report(2030, true))).toBe('met');
    expect(owed('final', report(2029, false), report(2030, true))).toBe('not-met');
    expect(owed('annual', report(2029, false), report(2030, true))).toBe('met');
    expect(owed('annual', report(2029, true), report(2030, false))).toBe('not-met');
  });

  it('fails nobody whose reports were never asked for, or whose day has not come', () => {
    expect(owed('annual')).toBe('missing-data');
    expect(owed('annual', report(2029, true))).toBe('missing-data');
    expect(owed('final', report(2029, true), report(2030, null))).toBe('missing-data');
    expect(owed('final', report(2029, false), report(2030, null))).toBe('not-met');
  });
});

it.each([
  [cluster(true), 'met'],
  [cluster(false), 'not-met'],
  [cluster(null), 'missing-data'],
  [null, 'missing-data'],
] as const)('the vote of the cụm, khối for the provincial flag: %#', (one, verdict) => {
  expect(said(facts({ award: 'COTINH', cluster: one }))['KH-06']).toBe(verdict);
});
