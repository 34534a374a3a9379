import { chainOf, withAbove, withChoices, type Movement, type PlanDecision, type PlanSource } from '@thidua/awards';
import type { DossierOccasion } from '@thidua/store';
import { date, shippedPackWithDecisions } from '../../../../test/harness/shipped-law';
import type { MovementStanding } from '../deps';
import { chainAsk } from './chain-ask';
import { awardVerdict, type MenuAsk, type Proposer } from './menu';

const PACK = shippedPackWithDecisions('vn-2025-nd152');
const DAY = date('2026-03-02');
const PROPOSER: Proposer = {
  route: 'upper',
  headOf: 'agency',
  government: false,
  levels: new Set(['XA', 'TINH', 'TTG', 'CTN']),
  leaders: new Set(),
};
const at = (quote: string, from: number): PlanSource => ({ quote, line: { from, to: from } });
const NATION = { name: 'Cả nước thi đua', level: 'TTG' as const, body: 'Thủ tướng Chính phủ', start: '2025', end: '2030' };
const COCP: PlanDecision = { path: 'menus[1].items[0]', code: 'law-narrower', quote: 'Cờ thi đua của Chính phủ', picked: [] };

/** A plan under a movement of a thị xã that names 'Bằng khen' without a level at sơ kết and the Government's flag at tổng kết. */
const PLAN = {
  id: 'hp',
  plan: { seed: '', title: 'Kế hoạch', issuer: '', number: '56/KH-UBND', date: '2025-06-13' },
  name: { value: 'Phong trào', ...at('Phong trào', 1) },
  launcher: { level: 'HUYEN', body: 'UBND thị xã Mỹ Hào', ...at('Kế hoạch số 145/KH-UBND', 28) },
  parents: [],
  period: { start: '2025', end: '2030', ...at('2025 - 2030', 20) },
  menus: [
    { occasions: ['interim-review'], items: [{ award: 'BK_TINH', basis: 'level-open', ...at('Bằng khen', 190) }] },
    {
      occasions: ['final-review'],
      items: [
        { award: 'COCP', basis: 'listed', ...at('Cờ thi đua của Chính phủ', 198) },
        { award: 'BK_TINH', basis: 'listed', ...at('Bằng khen của Chủ tịch UBND tỉnh', 204) },
      ],
    },
  ],
} as unknown as Movement;
const PRINTED = withAbove(PLAN, [
  { symbol: '923/QĐ-TTg', date: '2025-05-14', issuer: '', launches: NATION, ...at('Quyết định số 923/QĐ-TTg', 87) },
]);

function standing(decisions: readonly PlanDecision[]): MovementStanding {
  return { printed: PRINTED, read: withChoices(PRINTED, decisions), links: chainOf(PRINTED), decisions, state: 'in-force' };
}

function said(
  award: string,
  occasion: DossierOccasion,
  { decisions = [], under }: { readonly decisions?: readonly PlanDecision[]; readonly under?: string } = {},
): string {
  const known = standing(decisions);
  const chain = chainAsk(known, under, { pack: PACK, day: DAY });
  const ask: MenuAsk = { pack: PACK, movement: known.read, chain, occasion, day: DAY, proposer: PROPOSER };
  const verdict = awardVerdict(ask, award);
  return verdict.allowed ? 'allowed' : `${verdict.reason} ${verdict.ruleId}: ${verdict.citation}`;
}

describe('an award of the plan that plan and law leave open', () => {
  it('waits for a person, with both citations', () => {
    expect(said('COCP', 'final')).toBe(
      'choice-open E-11-a: Điều 25 Luật Thi đua, khen thưởng năm 2022: Phong trào thi đua do Thủ tướng Chính phủ phát động. ' +
        '56/KH-UBND: Kế hoạch, dòng 198: “Cờ thi đua của Chính phủ”',
    );
    expect(said('BK_TINH', 'interim')).toBe('choice-open : 56/KH-UBND: Kế hoạch, dòng 190: “Bằng khen”');
  });

  it('may be proposed under the movement of the chain that the law opens it under', () => {
    expect(said('COCP', 'final', { under: 'hp#923/QĐ-TTg' })).toBe('allowed');
  });

  it('is proposed only there once a person decided so', () => {
    const decisions = [{ ...COCP, picked: ['under:hp#923/QĐ-TTg'] }];
    expect(said('COCP', 'final', { decisions })).toMatch(/^movement-launcher E-11-a/);
    expect(said('COCP', 'final', { decisions, under: 'hp#923/QĐ-TTg' })).toBe('allowed');
  });

  it('goes on to the appraisal where a person kept it, and is off the menu where he left it out', () => {
    expect(said('COCP', 'final', { decisions: [{ ...COCP, picked: ['keep'] }] })).toBe('allowed');
    expect(said('COCP', 'final', { decisions: [{ ...COCP, picked: ['leave-out'] }] })).toMatch(/^not-on-menu : 56\/KH-UBND/);
  });

  it('has its level once that is decided', () => {
    const level: PlanDecision = { path: 'menus[0].items[0]', code: 'level-open', quote: 'Bằng khen', picked: ['BK_TINH'] };
    expect(said('BK_TINH', 'interim', { decisions: [level] })).toBe('allowed');
  });
});

describe('an award the plan does not list', () => {
  it('is refused with every line the plan has for the occasion', () => {
    expect(said('BK_TTG', 'final')).toBe(
      'not-on-menu : 56/KH-UBND: Kế hoạch, dòng 198–204: “Cờ thi đua của Chính phủ”; “Bằng khen của Chủ tịch UBND tỉnh”',
    );
  });

  it('is refused with the plan alone where it has no list for the occasion', () => {
    expect(said('BK_TINH', 'annual')).toBe('no-menu-for-occasion : 56/KH-UBND: Kế hoạch');
  });
});

it('a movement of another chain is nobody’s to choose', () => {
  let caught: unknown;
  try {
    said('COCP', 'final', { under: 'vx#1683/QĐ-UBND' });
  } catch (error) {
    caught = error;
  }
  expect(caught).toMatchObject({ code: 'award-not-on-menu', details: { reason: 'movement-unknown' } });
});
