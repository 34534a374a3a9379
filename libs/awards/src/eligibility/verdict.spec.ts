import { fraction, localDate } from '@thidua/kernel';
import { date } from '../../../../test/harness/shipped-law';
import { COMPLETE, given, NOTHING, packWithDecisions, rated, result, withCriteria } from '../../test/eligibility-facts';
import type { Pack, QuotaRow } from '../pack/pack';
import { likeness } from './likeness';
import { prospects } from './prospects';
import { quotaVerdicts, type QuotaNominee } from './quota-verdicts';
import { overallOf, type CriterionVerdict, type Verdict } from './verdict';
import { criterionVerdicts, verdictsFor } from './verdicts-for';

const shipped = packWithDecisions();
const TODAY = date('2026-03-02');

function line(verdict: Verdict, over: Partial<CriterionVerdict> = {}): CriterionVerdict {
  const id = over.criterionId ?? `E-${verdict}`;
  return {
    criterionId: id,
    ruleId: id,
    verdict,
    text: '',
    citation: '',
    confirmed: true,
    because: [],
    missing: [],
    hard: true,
    group: 'all',
    ...over,
  };
}

describe('the overall verdict', () => {
  const any = (...verdicts: readonly Verdict[]): readonly CriterionVerdict[] =>
    verdicts.map((verdict, index) => line(verdict, { criterionId: `g${index}`, group: 'g' }));

  it.each<[string, readonly CriterionVerdict[], Verdict]>([
    ['nothing is asked', [], 'met'],
    ['all are met', [line('met')], 'met'],
    ['one of all fails', [line('met'), line('not-met')], 'not-met'],
    ['one of all is open', [line('met'), line('missing-data')], 'missing-data'],
    ['a failure outweighs an open one', [line('missing-data'), line('not-met')], 'not-met'],
    ['one of a group is enough', any('not-met', 'met', 'missing-data'), 'met'],
    ['a group fails when all its lines fail', any('not-met', 'not-met'), 'not-met'],
    ['a group stays open while one may be met', any('not-met', 'missing-data'), 'missing-data'],
    ['a soft line never decides', [line('met'), line('not-met', { hard: false })], 'met'],
  ])('%s', (_, verdicts, overall) => {
    expect(overallOf(verdicts).verdict).toBe(overall);
  });

  it('tells what failed, what is open and what only warns', () => {
    const soft = line('not-met', { criterionId: 'soft', hard: false });
    const overall = overallOf([line('not-met', { criterionId: 'a' }), ...any('missing-data', 'not-met'), soft]);
    expect([overall.failed, overall.open, overall.warnings].map((list) => list.map((one) => one.criterionId))).toEqual([
      ['a'],
      ['g0'],
      ['soft'],
    ]);
  });
});

describe('which criteria are asked', () => {
  const pack = withCriteria(shipped, [
    { id: 'E-02-b' },
    { id: 'E-17-b', types: ['merit'] },
    { id: 'E-05-c', kinds: ['collective'] },
    { id: 'E-03-a', award: 'CSTDT' },
    { id: 'E-01-a', effectiveTo: localDate(2025, 12, 31) },
    { id: 'E-77', decision: 'no-such-decision' },
  ]);
  const asked = (over: object): readonly string[] => criterionVerdicts(pack, { ...NOTHING, ...over }, TODAY).map((one) => one.criterionId);

  it('are those of the award, the kind of nominee, the type and the day', () => {
    expect(asked({})).toEqual(['E-02-b', 'E-17-b', 'E-77']);
    expect(asked({ awardType: 'movement' })).toEqual(['E-02-b', 'E-77']);
    expect(asked({ kind: 'collective', awardType: 'movement' })).toEqual(['E-02-b', 'E-05-c', 'E-77']);
  });

  it('are open when their decision is not there', () => {
    expect(criterionVerdicts(pack, NOTHING, TODAY).find((one) => one.criterionId === 'E-77')?.verdict).toBe('missing-data');
  });

  it('carry the row they come from', () => {
    const [first] = criterionVerdicts(pack, { ...NOTHING, ratings: [rated(2025, 'excellent')] }, TODAY);
    expect(first).toMatchObject({ criterionId: 'E-02-b', ruleId: 'E-02', citation: 'Điều 1', because: [{ kind: 'rating', id: 'r-2025' }] });
  });

  it('come with the cross-cutting rules', () => {
    expect(verdictsFor(pack, NOTHING, TODAY).map((one) => one.ruleId)).toEqual(expect.arrayContaining(['E-02', 'R-02', 'R-03', 'R-04']));
  });

  it('are changed by the decisions of the pack alone', () => {
    const kinder = { ...pack, eligibilityDmn: pack.eligibilityDmn.replace('found[1].rating = "excellent"', 'found[1].rating = "good"') };
    const facts = { ...NOTHING, ratings: [rated(2025, 'good')] };
    const verdict = (one: Pack): string | undefined => criterionVerdicts(one, facts, TODAY)[0]?.verdict;
    expect([verdict(pack), verdict(kinder)]).toEqual(['not-met', 'met']);
  });
});

describe('likeness of texts', () => {
  it.each([
    ['the same text', 'một hai ba bốn năm', 'một hai ba bốn năm', 1],
    ['marks and case', 'Một HAI ba, bốn năm!', 'mot hai ba bon nam', 1],
    ['decomposed letters', 'đổi mới công tác thi đua'.normalize('NFD'), 'Đổi mới công tác thi đua', 1],
    ['nothing in common', 'một hai ba bốn', 'năm sáu bảy tám', 0],
    ['half', 'một hai ba bốn năm', 'một hai ba bốn sáu', 1 / 3],
    ['short texts', 'một hai', 'một hai', 1],
    ['no text', '', '', 0],
  ])('%s', (_, one, other, share) => {
    expect(likeness(one, other)).toBeCloseTo(share, 10);
  });
});

describe('prospects', () => {
  const pack = withCriteria(shipped, [
    { id: 'E-02-b', award: 'CSTDCS', group: 'achievement' },
    { id: 'E-02-c', award: 'CSTDCS', group: 'achievement' },
    { id: 'E-03-a', award: 'CSTDT' },
    { id: 'E-03-b', award: 'CSTDT' },
    { id: 'E-16', award: 'BK_TINH', kinds: ['household'] },
  ]);
  const facts = {
    ...NOTHING,
    history: [given('CSTDCS', 2024), given('CSTDCS', 2025)],
    ratings: [rated(2025, 'excellent')],
    results: [result('initiative', 'province')],
  };
  const lines = prospects(pack, facts, [2025, 2026], TODAY);
  const of = (award: string, year: number): (typeof lines)[number] | undefined =>
    lines.find((one) => one.award === award && one.year === year);

  it('tell what is open now, what next year may bring, and what is missing for it', () => {
    expect(of('CSTDT', 2025)).toMatchObject({ verdict: 'missing-data', missing: ['Chiến sĩ thi đua cơ sở năm 2023'] });
    expect(of('CSTDT', 2026)).toMatchObject({ verdict: 'missing-data', missing: ['Chiến sĩ thi đua cơ sở năm 2026'] });
  });

  it('tell what can be had and what it rests on', () => {
    const three = { ...facts, history: [given('CSTDCS', 2023), ...facts.history] };
    const [line] = prospects(pack, three, [2025], TODAY).filter((one) => one.award === 'CSTDT');
    expect(line).toMatchObject({ verdict: 'met', failed: [], met: [{ criterionId: 'E-03-a' }, { criterionId: 'E-03-b' }] });
  });

  it('tell what stands against it', () => {
    const closed = { ...facts, complete: COMPLETE };
    expect(prospects(pack, closed, [2025], TODAY).find((one) => one.award === 'CSTDT')).toMatchObject({
      verdict: 'not-met',
      failed: [{ criterionId: 'E-03-a' }],
    });
  });

  it('are the awards of that kind of nominee, the nearest first, a yearly title that was given already last', () => {
    expect(lines.every((one) => one.award !== 'BK_TINH')).toBe(true);
    expect(lines.map((one) => `${one.year} ${one.award}`)).toEqual(['2025 CSTDT', '2025 CSTDCS', '2026 CSTDCS', '2026 CSTDT']);
  });
});

describe('quotas', () => {
  const row: QuotaRow = {
    id: 'R-17',
    award: 'COCP',
    limit: 'at-most',
    share: fraction(1, 5),
    of: 'cluster-leaders',
    who: 'all',
    text: 'Không quá 20% số tập thể dẫn đầu',
    effectiveFrom: localDate(2025, 7, 1),
    effectiveTo: null,
    province: null,
    citation: 'khoản 1 Điều 7',
    confirmed: true,
    source: 'P1',
    note: null,
  };
  const direct: QuotaRow = {
    ...row,
    id: 'R-DL',
    award: 'BK_TINH',
    limit: 'at-least',
    share: fraction(1, 2),
    of: 'awarded-in-round',
    who: 'direct-workers',
  };
  const pack = { ...shipped, quotas: [row, direct] };
  const nominees = (award: string, ...kinds: readonly (boolean | null)[]): readonly QuotaNominee[] =>
    kinds.map((isDirect, index) => ({ id: `n${index}`, text: `Người ${index}`, award, direct: isDirect }));

  it.each([
    [2, 10, 'met'],
    [3, 10, 'not-met'],
    [1, 4, 'not-met'],
    [1, 5, 'met'],
  ])('%i flags of %i leaders: %s', (flags, leaders, verdict) => {
    const list = nominees('COCP', ...Array.from({ length: flags }, () => null));
    expect(quotaVerdicts(pack, list, { 'cluster-leaders': leaders }, TODAY)).toMatchObject([{ ruleId: 'R-17', verdict, hard: false }]);
  });

  it('are open where nobody counted the leaders', () => {
    expect(quotaVerdicts(pack, nominees('COCP', null), {}, TODAY)).toMatchObject([{ verdict: 'missing-data' }]);
  });

  it.each<[readonly (boolean | null)[], Verdict]>([
    [[true, true, false], 'met'],
    [[true, false, false], 'not-met'],
    [[true, null, false, false], 'missing-data'],
  ])('a share of those who work directly, %j: %s', (kinds, verdict) => {
    expect(quotaVerdicts(pack, nominees('BK_TINH', ...kinds), {}, TODAY)).toMatchObject([{ ruleId: 'R-DL', verdict }]);
  });

  it('say nothing of awards that are not on the list', () => {
    expect(quotaVerdicts(pack, nominees('LDTT', true), {}, TODAY)).toEqual([]);
  });
});
