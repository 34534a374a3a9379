import { date } from '../../../../test/harness/shipped-law';
import {
  AGREED,
  cluster,
  COMPLETE,
  given,
  movement,
  NOTHING,
  packWithDecisions,
  people,
  rated,
  ratedAll,
  REFUSED,
  result,
  withCriteria,
} from '../../test/eligibility-facts';
import { decisionsOf } from './decisions-of';
import { eligibilityContext } from './eligibility-context';
import type { EligibilityFacts } from './facts';
import type { CriterionVerdict } from './verdict';
import { criterionVerdicts } from './verdicts-for';

const pack = packWithDecisions();
const TODAY = date('2026-03-02');

type Case = Partial<EligibilityFacts>;
/** Facts under which a criterion is met, not met, and cannot be told; null where the fact is always known. */
type Line = readonly [id: string, met: Case, notMet: Case, missing: Case | null];

const worker = { labour: 'worker' } as const;
const farmer = { labour: 'farmer' } as const;
const movementType = { awardType: 'movement' } as const;
const inMovement = { ...movementType, movement: movement(), review: AGREED };
const noResults: Case = { complete: COMPLETE };
const results = (...list: EligibilityFacts['results']): Case => ({ results: list });
const titles = (award: string, ...years: readonly number[]): EligibilityFacts['history'] => years.map((year) => given(award, year));
const fiveGood = (award: string): Case => ({ history: titles(award, 2019), ratings: ratedAll(2020, 2025, 'good') });

const INDIVIDUAL: readonly Line[] = [
  ['E-01-a', { ratings: [rated(2025, 'good')] }, { ratings: [rated(2025, 'done')] }, {}],
  ['E-01-b', { review: AGREED }, { review: REFUSED }, {}],
  ['E-01-c', { ...farmer, review: AGREED }, { labour: 'official', review: AGREED }, { review: AGREED }],
  ['E-02-a', { ratings: [rated(2025, 'good')] }, { ratings: [rated(2025, 'not-done')], complete: COMPLETE, labour: 'official' }, {}],
  ['E-02-b', { ratings: [rated(2025, 'excellent')] }, { ratings: [rated(2025, 'good')] }, {}],
  ['E-02-c', results(result('initiative', 'unit')), noResults, {}],
  ['E-02-d', results(result('topic', 'province')), { ...noResults, ...results(result('initiative', 'unit')) }, {}],
  ['E-02-e', results(result('combat-merit', 'unit')), noResults, {}],
  [
    'E-03-a',
    { history: titles('CSTDCS', 2023, 2024, 2025) },
    { history: titles('CSTDCS', 2022, 2023, 2025), complete: COMPLETE },
    { history: titles('CSTDCS', 2023, 2025) },
  ],
  [
    'E-03-b',
    results(result('initiative', 'province')),
    { ...noResults, ...results(result('initiative', 'commune')) },
    results(result('initiative', 'commune')),
  ],
  [
    'E-04-a',
    { history: titles('CSTDT', 2022, 2025) },
    { history: titles('CSTDT', 2018, 2025), complete: COMPLETE },
    { history: titles('CSTDT', 2025) },
  ],
  [
    'E-04-b',
    results(result('initiative', 'province', { scope: 'nation' })),
    { ...noResults, ...results(result('initiative', 'province', { scope: 'province' })) },
    {},
  ],
  ['E-13-a', { ratings: [rated(2025, 'good')] }, { ratings: [rated(2025, 'not-done')], review: REFUSED }, {}],
  ['E-13-b', inMovement, { review: AGREED }, { movement: movement() }],
  ['E-13-c', results(result('achievement', 'unit')), { ...noResults, review: REFUSED }, {}],
  ['E-14-a', inMovement, { movement: movement({ launcher: 'XA' }), review: AGREED }, { movement: movement() }],
  ['E-14-b', results(result('achievement', 'province')), { ...noResults, ...results(result('achievement', 'commune')) }, {}],
  ['E-14-c', results(result('contribution', 'commune')), noResults, {}],
  [
    'E-14-d',
    { history: titles('CSTDCS', 2024, 2025) },
    { history: titles('CSTDCS', 2023, 2025), complete: COMPLETE },
    { history: titles('CSTDCS', 2025) },
  ],
  [
    'E-14-e',
    { ratings: ratedAll(2024, 2025, 'excellent'), results: [result('initiative', 'unit'), result('topic', 'commune')] },
    {
      ratings: [rated(2023, 'good'), rated(2024, 'good'), rated(2025, 'excellent')],
      results: [result('initiative', 'unit'), result('topic', 'commune')],
    },
    { ratings: ratedAll(2024, 2025, 'excellent'), results: [result('initiative', 'unit')] },
  ],
  [
    'E-14-f',
    { ...worker, ...results(result('model', 'commune')) },
    { labour: 'leader', ...results(result('model', 'commune')) },
    results(result('model', 'commune')),
  ],
  ['E-17-a', inMovement, { review: AGREED }, { movement: movement() }],
  [
    'E-17-b',
    { history: [...titles('BK_TINH', 2019), ...titles('CSTDCS', 2021, 2023, 2025)], ratings: ratedAll(2020, 2025, 'good') },
    { history: [...titles('BK_TINH', 2022), ...titles('CSTDCS', 2023, 2024, 2025)], ratings: ratedAll(2020, 2025, 'good') },
    {
      history: [...titles('BK_TINH', 2019), ...titles('CSTDCS', 2021, 2023, 2025)],
      ratings: [...ratedAll(2020, 2022, 'good'), ...ratedAll(2024, 2025, 'good')],
    },
  ],
  ['E-17-c', results(result('prize', 'nation', { scope: 'region' })), noResults, {}],
  ['E-17-d', results(result('contribution', 'province')), { ...noResults, ...results(result('contribution', 'commune')) }, {}],
  [
    'E-18',
    { ...worker, ...results(result('initiative', 'commune')) },
    { ...farmer, ...results(result('initiative', 'commune')) },
    { ...worker },
  ],
  [
    'E-19',
    { ...farmer, ...results(result('model', 'commune', { year: 2024 })) },
    { ...farmer, ...noResults, ...results(result('model', 'commune')) },
    { ...farmer },
  ],
  [
    'E-21-a',
    {
      history: [...titles('BK_TTG', 2019), ...titles('CSTDCS', 2021, 2023, 2025)],
      ratings: [rated(2020, 'excellent'), ...ratedAll(2021, 2025, 'good')],
    },
    { history: [...titles('BK_TTG', 2019), ...titles('CSTDCS', 2021, 2023, 2025)], ratings: ratedAll(2020, 2025, 'good') },
    { history: titles('CSTDCS', 2021, 2023, 2025) },
  ],
  [
    'E-21-b',
    { ...worker, ...inMovement, occasion: 'final' },
    { ...worker, ...inMovement, movement: movement({ years: 3 }), occasion: 'final' },
    { ...worker, ...inMovement, movement: movement({ years: null }), occasion: 'final' },
  ],
  ['E-21-c', results(result('invention', 'nation')), noResults, {}],
  [
    'E-22-a',
    {
      history: [...titles('HCLD3', 2019), ...titles('CSTDT', 2023)],
      ratings: [...ratedAll(2020, 2021, 'excellent'), ...ratedAll(2022, 2025, 'good')],
    },
    {
      history: titles('HCLD3', 2019),
      complete: COMPLETE,
      ratings: [...ratedAll(2020, 2021, 'excellent'), ...ratedAll(2022, 2025, 'good')],
    },
    { history: titles('HCLD3', 2019), ratings: [...ratedAll(2020, 2021, 'excellent'), ...ratedAll(2022, 2025, 'good')] },
  ],
  ['E-22-b', results(result('achievement', 'province')), noResults, {}],
  [
    'E-23-a',
    { history: [...titles('HCLD2', 2019), ...titles('CSTDT', 2023)], ratings: ratedAll(2020, 2025, 'excellent') },
    { ...fiveGood('HCLD2'), complete: COMPLETE },
    {},
  ],
  ['E-23-b', results(result('contribution', 'nation')), { ...noResults, ...results(result('contribution', 'province')) }, {}],
  [
    'E-25',
    { award: 'HCLD3', ...results(result('prize', null, { scope: 'continent', grade: 'silver' })) },
    { award: 'HCLD3', ...noResults },
    { award: 'HCLD3' },
  ],
  ['E-26', { award: 'HCLD3', service: [term('director', 8)] }, { award: 'HCLD3', service: [term('director', 3)] }, { award: 'HCLD3' }],
];

const COLLECTIVE: readonly Line[] = [
  ['E-05-a', { ratings: [rated(2025, 'good')] }, { ratings: [rated(2025, 'not-done')] }, {}],
  ['E-05-b', { review: AGREED }, { review: REFUSED }, {}],
  ['E-05-c', { collectives: [people()] }, { collectives: [people({ ldtt: 13 })] }, { collectives: [people({ ldtt: null })] }],
  ['E-05-d', { collectives: [people()] }, { collectives: [people({ disciplined: 1 })] }, { collectives: [people({ disciplined: null })] }],
  ['E-05-e', { review: AGREED }, { review: REFUSED }, {}],
  ['E-06-a', { ratings: [rated(2025, 'excellent')] }, { ratings: [rated(2025, 'good')] }, {}],
  ['E-06-b', { collectives: [people()] }, { collectives: [people({ completed: 19 })] }, {}],
  ['E-06-c', { collectives: [people()] }, { collectives: [people({ ldtt: 13 })] }, {}],
  ['E-06-d', { collectives: [people()] }, { collectives: [people({ cstdcs: 0 })] }, { collectives: [people({ cstdcs: null })] }],
  ['E-06-e', { review: AGREED }, { review: REFUSED }, {}],
  ['E-07-a', { cluster: cluster() }, { cluster: cluster({ leads: false }) }, {}],
  ['E-07-b', { ratings: [rated(2025, 'excellent')] }, { ratings: [rated(2025, 'good')] }, {}],
  [
    'E-07-c',
    { collectives: [people()] },
    { collectives: [people({ massRating: 'good' })] },
    { collectives: [people({ partyRating: null })] },
  ],
  ['E-07-d', { review: AGREED }, { review: REFUSED }, {}],
  ['E-08-a', { movement: movement() }, { movement: movement({ launcher: 'XA' }) }, null],
  ['E-08-b', { movement: movement({ years: 3 }) }, { movement: movement({ years: 2 }) }, { movement: movement({ years: null }) }],
  ['E-08-c', { movement: movement(), occasion: 'final' }, { movement: movement(), occasion: 'annual' }, null],
  ['E-08-d', { movement: movement() }, { movement: movement({ leads: false }) }, { movement: movement({ leads: null }) }],
  [
    'E-09',
    { cluster: cluster(), ratings: [rated(2025, 'excellent')], collectives: [people()] },
    { cluster: cluster({ leads: false }), ratings: [rated(2025, 'excellent')], collectives: [people()] },
    { cluster: cluster(), ratings: [rated(2025, 'excellent')] },
  ],
  ['E-10', { cluster: cluster({ runBy: 'TW' }) }, { cluster: cluster() }, {}],
  ['E-11-a', { movement: movement({ launcher: 'TTG' }) }, { movement: movement() }, null],
  ['E-11-b', { movement: movement({ years: 5 }) }, { movement: movement({ years: 4 }) }, { movement: movement({ years: null }) }],
  ['E-11-c', { movement: movement(), occasion: 'interim' }, { movement: movement(), occasion: 'annual' }, null],
  ['E-11-d', { movement: movement() }, { movement: movement({ leads: false }) }, { movement: movement({ leads: null }) }],
  ['E-12-a', { tier: 'xa', cluster: cluster() }, { tier: 'don-vi', cluster: cluster() }, { tier: 'xa' }],
  ['E-12-b', { ratings: [rated(2025, 'excellent')] }, { ratings: [rated(2025, 'good')] }, {}],
  ['E-13-d', { review: AGREED }, { review: REFUSED }, {}],
  ['E-15-a', inMovement, { movement: movement({ launcher: 'XA' }), review: AGREED }, { movement: movement() }],
  ['E-15-b', results(result('achievement', 'province')), noResults, {}],
  ['E-15-c', results(result('contribution', 'commune')), noResults, {}],
  [
    'E-15-d',
    { ratings: ratedAll(2024, 2025, 'excellent') },
    { ratings: ratedAll(2023, 2025, 'good'), complete: COMPLETE },
    { ratings: [rated(2025, 'excellent')] },
  ],
  ['E-20-a', inMovement, { review: AGREED }, { movement: movement() }],
  ['E-20-b', results(result('achievement', 'province')), noResults, {}],
  ['E-20-c', results(result('contribution', 'province')), noResults, {}],
  [
    'E-20-d',
    { history: [...titles('BK_TINH', 2019), ...titles('TTLDXS', 2024)], ratings: ratedAll(2020, 2025, 'good') },
    { history: [...titles('BK_TINH', 2019), ...titles('TTLDXS', 2024)], ratings: [...ratedAll(2020, 2024, 'good'), rated(2025, 'done')] },
    { history: titles('BK_TINH', 2019), ratings: ratedAll(2020, 2025, 'good') },
  ],
  [
    'E-24-a',
    { award: 'HCLD1', ...results(result('achievement', 'nation')) },
    { award: 'HCLD1', ...noResults, ...results(result('achievement', 'province')) },
    { award: 'HCLD1' },
  ],
  ['E-24-b', { award: 'HCLD3', ...results(result('contribution', 'province')) }, { award: 'HCLD3', ...noResults }, { award: 'HCLD3' }],
  [
    'E-24-c',
    { award: 'HCLD1', ...inMovement, movement: movement({ launcher: 'TTG' }), occasion: 'final' },
    { award: 'HCLD1', ...inMovement, occasion: 'final' },
    { award: 'HCLD1', ...movementType, movement: movement({ launcher: 'TTG' }), occasion: 'final' },
  ],
  [
    'E-24-d',
    { award: 'HCLD2', history: titles('HCLD3', 2019), ratings: ratedAll(2020, 2025, 'excellent') },
    {
      award: 'HCLD2',
      history: titles('HCLD3', 2019),
      ratings: [...ratedAll(2020, 2024, 'excellent'), rated(2025, 'good')],
      complete: COMPLETE,
    },
    { award: 'HCLD2', history: titles('HCLD3', 2019), ratings: ratedAll(2020, 2024, 'excellent') },
  ],
];

const HOUSEHOLD: readonly Line[] = [
  ['E-13-e', results(result('contribution', 'commune')), { ...noResults, review: REFUSED }, {}],
  ['E-13-f', inMovement, { review: AGREED }, { movement: movement() }],
  ['E-16', results(result('contribution', 'commune')), noResults, {}],
];

const LINES = [...INDIVIDUAL, ...COLLECTIVE, ...HOUSEHOLD];
const kindOf = (id: string): EligibilityFacts['kind'] =>
  COLLECTIVE.some(([one]) => one === id) ? 'collective' : HOUSEHOLD.some(([one]) => one === id) ? 'household' : 'individual';

describe('the criteria of the shipped pack', () => {
  it.each(LINES.map(([id, met]) => [id, met] as const))('%s is met', (id, facts) => {
    expect(verdictOf(id, facts)).toMatchObject({ verdict: 'met', missing: [] });
  });

  it.each(LINES.map(([id, , notMet]) => [id, notMet] as const))('%s is not met', (id, facts) => {
    expect(verdictOf(id, facts)).toMatchObject({ verdict: 'not-met', missing: [] });
  });

  it.each(LINES.flatMap(([id, , , missing]) => (missing === null ? [] : [[id, missing] as const])))(
    '%s is open and tells what is missing',
    (id, facts) => {
      const verdict = verdictOf(id, facts);
      expect(verdict.verdict).toBe('missing-data');
      expect(verdict.missing.length).toBeGreaterThan(0);
    },
  );

  it.each(LINES.map(([id, met]) => [id, met] as const))('%s names what it rests on', (id, facts) => {
    expect(verdictOf(id, facts).because.length).toBeGreaterThan(0);
  });

  it.each(LINES.map(([id]) => id))('%s never fails for want of data', (id) => {
    const open = LINES.find(([one]) => one === id)?.[3] !== null;
    expect(verdictOf(id, {}).verdict === 'not-met').toBe(
      !open || ['E-13-b', 'E-13-f', 'E-14-a', 'E-15-a', 'E-17-a', 'E-20-a', 'E-24-c', 'E-08-b', 'E-11-b', 'E-21-b'].includes(id),
    );
  });

  it('evaluate without a warning, whatever is known', () => {
    const decisions = decisionsOf(pack);
    const warned = LINES.flatMap(([id, ...cases]) =>
      cases.flatMap((over) => {
        const context = eligibilityContext(pack, factsOf(id, over ?? {}), TODAY);
        return (decisions?.decision(id)?.evaluate(context, { nowMs: 0 }).warnings ?? ['no such decision']).map((text) => `${id}: ${text}`);
      }),
    );
    expect(warned).toEqual([]);
  });

  it.each(['vn-2024-nd98', 'vn-2025-nd152', 'vn-2026-l2026', 'vn-2027-next-mo-phong'])('of %s and its decisions name each other', (id) => {
    const one = packWithDecisions(id);
    const named = new Set(one.criteria.map((row) => row.decision));
    const decided = new Set(decisionsOf(one)?.ids.filter((decision) => decision.startsWith('E-')));
    expect({
      without: [...named].filter((decision) => !decided.has(decision)),
      unused: [...decided].filter((decision) => !named.has(decision)),
    }).toEqual({
      without: [],
      unused: [],
    });
  });

  it.each([
    [3, false, 'not-met'],
    [4, false, 'not-met'],
    [4, true, 'met'],
    [6, false, 'met'],
    [10, false, 'not-met'],
  ] as const)('%i years as a director, a woman who leads: %s, HCLD3 by long service: %s', (years, femaleLeader, verdict) => {
    expect(verdictOf('E-26', { award: 'HCLD3', awardType: 'service', femaleLeader, service: [term('director', years)] }).verdict).toBe(
      verdict,
    );
  });

  it('are all tried here', () => {
    const figures = ['likeness', 'severity'];
    const tried = new Set([...LINES.map(([id]) => id), ...figures]);
    expect(decisionsOf(pack)?.ids.filter((id) => id.startsWith('E-') && !tried.has(id))).toEqual([]);
  });
});

function verdictOf(id: string, over: Case): CriterionVerdict {
  const facts = factsOf(id, over);
  const [verdict] = criterionVerdicts(withCriteria(pack, [{ id, award: facts.award }]), facts, TODAY);
  if (verdict === undefined) {
    throw new Error(id);
  }
  return verdict;
}

function factsOf(id: string, over: Case): EligibilityFacts {
  return { ...NOTHING, kind: kindOf(id), ...over };
}

function term(post: string, years: number): EligibilityFacts['service'][number] {
  return { kind: 'service', id: post, text: `Giữ chức vụ ${years} năm`, post, from: date(`${2026 - years}-01-01`), to: null };
}
