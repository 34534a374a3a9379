import { date, shippedPack } from '../../../../test/harness/shipped-law';
import type { NomineeKind, Pack, RoundingOrder } from '../pack/pack';
import { dong, rewardFor } from './reward-for';

const main = shippedPack('vn-2025-nd152');
const [BEFORE, AFTER] = ['2026-06-30', '2026-07-01'];

/** law.md section 9: award, kind, at 2.340.000, at 2.530.000, and where it differs the amounts of roundFirst. */
const WORKED: readonly (readonly [string, NomineeKind, number, number, number | null, number | null])[] = [
  ['LDTT', 'individual', 710_000, 760_000, null, null],
  ['GK_XA', 'individual', 710_000, 760_000, null, null],
  ['GK_XA', 'collective', 1_410_000, 1_520_000, 1_420_000, null],
  ['GK_XA', 'household', 1_060_000, 1_140_000, 1_070_000, null],
  ['GK_UNIT', 'individual', 710_000, 760_000, null, null],
  ['GK_UNIT', 'household', 1_060_000, 1_140_000, 1_070_000, null],
  ['BK_TINH', 'individual', 3_510_000, 3_800_000, null, null],
  ['BK_TINH', 'collective', 7_020_000, 7_590_000, null, 7_600_000],
  ['BK_TINH', 'household', 5_270_000, 5_700_000, null, null],
  ['TTLDTT', 'collective', 1_880_000, 2_030_000, null, null],
  ['TTLDXS', 'collective', 3_510_000, 3_800_000, null, null],
  ['THONVH', 'collective', 3_510_000, 3_800_000, null, null],
  ['XATB', 'collective', 4_680_000, 5_060_000, null, null],
  ['CSTDCS', 'individual', 2_340_000, 2_530_000, null, null],
  ['CSTDT', 'individual', 7_020_000, 7_590_000, null, null],
  ['CSTDTQ', 'individual', 10_530_000, 11_390_000, null, null],
  ['COTINH', 'collective', 18_720_000, 20_240_000, null, null],
  ['COCP', 'collective', 28_080_000, 30_360_000, null, null],
  ['BK_TTG', 'individual', 8_190_000, 8_860_000, null, null],
  ['BK_TTG', 'collective', 16_380_000, 17_710_000, null, 17_720_000],
  ['BK_TTG', 'household', 12_290_000, 13_290_000, null, null],
  ['HCLD3', 'individual', 10_530_000, 11_390_000, null, null],
  ['HCLD3', 'collective', 21_060_000, 22_770_000, null, 22_780_000],
  ['HCLD2', 'individual', 17_550_000, 18_980_000, null, null],
  ['HCLD2', 'collective', 35_100_000, 37_950_000, null, 37_960_000],
  ['HCLD1', 'individual', 21_060_000, 22_770_000, null, null],
  ['HCLD1', 'collective', 42_120_000, 45_540_000, null, null],
];

describe('the worked amounts', () => {
  it.each(WORKED)('%s %s: %i, then %i', (award, kind, before, after) => {
    expect([amount(main, award, kind, BEFORE), amount(main, award, kind, AFTER)]).toEqual([before, after]);
  });

  it.each(WORKED)('%s %s rounded first', (...[award, kind, before, after, roundedBefore, roundedAfter]) => {
    const pack = ordered('roundFirst');
    expect([amount(pack, award, kind, BEFORE), amount(pack, award, kind, AFTER)]).toEqual([roundedBefore ?? before, roundedAfter ?? after]);
  });
});

describe('rewardFor', () => {
  it('shows the formula', () => {
    const reward = rewardFor(main, { award: 'BK_TINH', nomineeKind: 'household', decisionDate: date(BEFORE) });
    expect(reward.ok && reward.value.formula).toBe('2,25 × 2.340.000 đồng = 5.265.000 đồng, làm tròn lên 5.270.000 đồng');
  });

  it('shows the formula of the other order', () => {
    const reward = rewardFor(ordered('roundFirst'), { award: 'GK_UNIT', nomineeKind: 'household', decisionDate: date(BEFORE) });
    expect(reward.ok && reward.value.formula).toBe(
      '1,5 × 710.000 đồng (0,3 × 2.340.000 đồng, làm tròn) = 1.065.000 đồng, làm tròn lên 1.070.000 đồng',
    );
  });

  it('says nothing of rounding where nothing is rounded', () => {
    const reward = rewardFor(main, { award: 'BK_TINH', nomineeKind: 'individual', decisionDate: date(BEFORE) });
    expect(reward.ok && reward.value.formula).toBe('1,5 × 2.340.000 đồng = 3.510.000 đồng');
  });

  it.each([
    ['BK_TINH', 'individual', BEFORE, true],
    ['BK_TINH', 'individual', AFTER, false],
    ['GK_XA', 'individual', BEFORE, false],
    ['GK_UNIT', 'household', BEFORE, false],
    ['BK_TINH', 'collective', BEFORE, true],
  ] as const)('%s %s on %s rests on confirmed rows: %s', (award, nomineeKind, day, confirmed) => {
    const reward = rewardFor(main, { award, nomineeKind, decisionDate: date(day) });
    expect(reward.ok && reward.value.confirmed).toBe(confirmed);
  });

  it.each([
    ['GK_DN', 'individual', BEFORE, 'no-coefficient'],
    ['LDTT', 'collective', BEFORE, 'no-coefficient'],
    ['GDVH', 'household', BEFORE, 'no-coefficient'],
    ['BK_TINH', 'individual', '2024-01-01', 'no-coefficient'],
  ] as const)('refuses %s %s on %s with %s', (award, nomineeKind, day, code) => {
    expect(rewardFor(main, { award, nomineeKind, decisionDate: date(day) })).toMatchObject({ ok: false, error: { code } });
  });

  it('keeps the old giấy khen of NĐ 98 in its own pack', () => {
    expect(amount(shippedPack('vn-2024-nd98'), 'GK_XA', 'individual', '2025-06-30')).toBe(360_000);
  });
});

it.each([
  [0, '0 đồng'],
  [710_000, '710.000 đồng'],
  [42_120_000, '42.120.000 đồng'],
])('writes %i as %s', (value, text) => {
  expect(dong(value)).toBe(text);
});

function amount(pack: Pack, award: string, nomineeKind: NomineeKind, day: string): number | string {
  const reward = rewardFor(pack, { award, nomineeKind, decisionDate: date(day) });
  return reward.ok ? reward.value.amount : reward.error.code;
}

function ordered(order: RoundingOrder): Pack {
  return { ...main, rounding: main.rounding.map((row) => ({ ...row, order })) };
}
