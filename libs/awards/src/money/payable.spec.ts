import { date, shippedPack } from '../../../../test/harness/shipped-law';
import type { FundRow, Pack } from '../pack/pack';
import { fundBalance } from './fund-balance';
import { payable, type Payable, type RewardItem } from './payable';
import { payerFor } from './payer-for';

const LDTT: RewardItem = { id: 'ldtt', kind: 'title', amount: 710_000, period: '2025', achievement: 'a', settled: false };
const CSTDCS: RewardItem = { ...LDTT, id: 'cstdcs', amount: 2_340_000 };
const CSTDT: RewardItem = { ...LDTT, id: 'cstdt', amount: 7_020_000 };
const GK: RewardItem = { ...LDTT, id: 'gk', kind: 'form' };
const BK: RewardItem = { ...GK, id: 'bk', amount: 3_510_000 };

describe('payable', () => {
  it('pays of several titles of one period only the highest', () => {
    expect(said(payable([LDTT, CSTDT, CSTDCS]))).toEqual([
      ['ldtt', 0, 'higher-title-same-period', 'cstdt'],
      ['cstdt', 7_020_000, 'paid', null],
      ['cstdcs', 0, 'higher-title-same-period', 'cstdt'],
    ]);
  });

  it('pays titles of different periods each', () => {
    expect(said(payable([LDTT, { ...CSTDCS, period: '2024' }]))).toEqual([
      ['ldtt', 710_000, 'paid', null],
      ['cstdcs', 2_340_000, 'paid', null],
    ]);
  });

  it('pays forms for different times or achievements each', () => {
    const pays = payable([GK, { ...BK, achievement: 'b' }, { ...GK, id: 'gk2', period: '2024' }]).map((one) => one.pays);
    expect(pays).toEqual([true, true, true]);
  });

  it('pays of forms for the same time and achievement the higher', () => {
    expect(said(payable([GK, BK]))).toEqual([
      ['gk', 0, 'form-same-achievement', 'bk'],
      ['bk', 3_510_000, 'paid', null],
    ]);
  });

  it('pays a title and a form both', () => {
    expect(payable([LDTT, GK]).map((one) => one.amount)).toEqual([710_000, 710_000]);
  });

  it('pays one of two equal titles, the first', () => {
    expect(payable([LDTT, { ...LDTT, id: 'again' }]).map((one) => one.pays)).toEqual([true, false]);
  });

  it('prefers of two equal titles the one that is settled', () => {
    expect(said(payable([LDTT, { ...LDTT, id: 'again', settled: true }]))).toEqual([
      ['ldtt', 0, 'higher-title-same-period', 'again'],
      ['again', 710_000, 'paid', null],
    ]);
  });

  it('does not pay a lower title when the higher is settled', () => {
    expect(payable([{ ...CSTDT, settled: true }, LDTT])[1]).toMatchObject({ pays: false, because: 'cstdt' });
  });

  it('takes nothing back by itself: a higher title beside a settled lower one is paid and pointed out', () => {
    expect(said(payable([{ ...LDTT, settled: true }, CSTDT]))).toEqual([
      ['ldtt', 710_000, 'paid', null],
      ['cstdt', 7_020_000, 'paid-beside-settled', 'ldtt'],
    ]);
  });

  it('says nothing of nothing', () => {
    expect(payable([])).toEqual([]);
  });

  it('pays in any order of the same awards the same sum, never more than one title of a period', () => {
    const draw = random(7);
    for (let round = 0; round < 200; round += 1) {
      const items = Array.from({ length: 1 + (draw() % 6) }, (_, index) => ({
        id: String(index),
        kind: draw() % 2 === 0 ? ('title' as const) : ('form' as const),
        amount: (1 + (draw() % 5)) * 10_000,
        period: String(2024 + (draw() % 2)),
        achievement: String(draw() % 2),
        settled: false,
      }));
      const total = (list: readonly RewardItem[]): number => payable(list).reduce((sum, one) => sum + one.amount, 0);
      expect(total(items.toReversed())).toBe(total(items));
      const paidTitles = payable(items).filter((one) => one.pays && items[Number(one.id)]?.kind === 'title');
      expect(new Set(paidTitles.map((one) => items[Number(one.id)]?.period)).size).toBe(paidTitles.length);
    }
  });
});

describe('payerFor', () => {
  const shipped = shippedPack('vn-2025-nd152');
  const terms = {
    province: null,
    citation: 'C',
    confirmed: true,
    source: 'S',
    note: null,
    effectiveFrom: date('2025-07-01'),
    effectiveTo: null,
  };
  const row = (id: string, change: Pick<FundRow, 'awards' | 'levels' | 'payer'>): FundRow => ({ ...terms, id, text: id, ...change });
  const pack: Pack = {
    ...shipped,
    funds: [
      row('M-06', { awards: [], levels: ['UNIT', 'XA', 'TINH'], payer: 'decider' }),
      row('M-06-TW', { awards: [], levels: ['TTG', 'CTN'], payer: 'province' }),
      row('M-06-DN', { awards: ['GK_DN'], levels: ['UNIT'], payer: 'enterprise' }),
    ],
  };
  const on = date('2026-03-02');

  it.each([
    ['GK_XA', 'XA', 'decider', 'M-06'],
    ['BK_TINH', 'TINH', 'decider', 'M-06'],
    ['BK_TTG', 'TTG', 'province', 'M-06-TW'],
    ['HCLD3', 'CTN', 'province', 'M-06-TW'],
    ['GK_DN', 'UNIT', 'enterprise', 'M-06-DN'],
    ['GK_UNIT', 'UNIT', 'decider', 'M-06'],
  ] as const)('%s decided by %s is paid by the %s (%s)', (award, level, payer, ruleId) => {
    expect(payerFor(pack, { award, level, date: on })).toMatchObject({ payer, ruleId, confirmed: true });
  });

  it('lets who signs pay, unconfirmed, where the pack says nothing', () => {
    expect(payerFor({ ...pack, funds: [] }, { award: 'GK_XA', level: 'XA', date: on })).toMatchObject({
      payer: 'decider',
      confirmed: false,
    });
  });
});

describe('fundBalance', () => {
  it('keeps allotted = held + committed + left, whatever happens', () => {
    const draw = random(11);
    const kinds = ['allotted', 'hold', 'release', 'commit', 'pay', 'return'] as const;
    const sums = { allotted: 0, hold: 0, release: 0, commit: 0, pay: 0, return: 0 };
    for (let step = 0; step < 500; step += 1) {
      sums[kinds[draw() % kinds.length] ?? 'allotted'] += (draw() % 100) * 10_000;
      const { allotted, held, committed, left, over } = fundBalance(sums);
      expect(held + committed + left).toBe(allotted);
      expect(over).toBe(left < 0);
    }
  });

  it('gives back what was revoked, and does not count payment twice', () => {
    const balance = fundBalance({ allotted: 10, hold: 7, release: 7, commit: 7, pay: 7, return: 3 });
    expect(balance).toEqual({ allotted: 10, held: 0, committed: 4, paid: 7, returned: 3, left: 6, over: false });
  });
});

function said(list: readonly Payable[]): readonly (readonly [string, number, string, string | null])[] {
  return list.map(({ id, amount, reason, because }) => [id, amount, reason, because]);
}

/** Park and Miller's generator: the same draws on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647);
}
