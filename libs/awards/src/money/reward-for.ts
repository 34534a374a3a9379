import { err, formatLocalDate, fraction, ok, type Fraction, type LocalDate, type Result } from '@thidua/kernel';
import type { NomineeKind, Pack, RoundingRow } from '../pack/pack';
import { rowsOn } from '../pack/rows';

export interface RewardQuestion {
  readonly award: string;
  readonly nomineeKind: NomineeKind;
  /** The base salary is the one in force on the day of the decision (ND152 art. 49.1). */
  readonly decisionDate: LocalDate;
}

export interface Reward {
  /** đồng. */
  readonly amount: number;
  /** '0,3 × 2.340.000 đồng = 702.000 đồng, làm tròn lên 710.000 đồng'. */
  readonly formula: string;
  readonly coefficientRowId: string;
  readonly baseSalaryRowId: string;
  readonly citation: string;
  /** False when any row used is sample data. */
  readonly confirmed: boolean;
}

export interface NoReward {
  readonly code: 'no-coefficient' | 'no-base-salary' | 'no-rounding-rule';
  readonly award: string;
  readonly date: string;
}

/** Reward money of one nominee (law.md section 9), in integers; a returned refusal when the pack sets none. */
export function rewardFor(pack: Pack, { award, nomineeKind, decisionDate }: RewardQuestion): Result<Reward, NoReward> {
  const refuse = (code: NoReward['code']): Result<Reward, NoReward> => err({ code, award, date: formatLocalDate(decisionDate) });
  const coefficient = rowsOn(pack.coefficients, decisionDate).find((row) => row.award === award);
  const factor = coefficient?.factors[nomineeKind];
  const salary = rowsOn(pack.baseSalaries, decisionDate)[0];
  const rounding = rowsOn(pack.rounding, decisionDate)[0];
  if (coefficient === undefined || factor === undefined) {
    return refuse('no-coefficient');
  }
  if (salary === undefined) {
    return refuse('no-base-salary');
  }
  if (rounding === undefined) {
    return refuse('no-rounding-rule');
  }
  const paid = compute(coefficient.base, factor, salary.amount, rounding);
  const otherOrder = compute(coefficient.base, factor, salary.amount, { ...rounding, order: OTHER_ORDER[rounding.order] });
  return ok({
    ...paid,
    coefficientRowId: coefficient.id,
    baseSalaryRowId: salary.id,
    citation: coefficient.citation,
    confirmed: coefficient.confirmed && salary.confirmed && (rounding.confirmed || paid.amount === otherOrder.amount),
  });
}

/** What the open order of rounding and multiplying (M-03) cannot change is not made doubtful by it. */
const OTHER_ORDER = { multiplyFirst: 'roundFirst', roundFirst: 'multiplyFirst' } as const;

function compute(base: Fraction, factor: Fraction, salary: number, { step, order }: RoundingRow): Pick<Reward, 'amount' | 'formula'> {
  if (order === 'multiplyFirst' || isOne(factor)) {
    const coefficient = fraction(base.numerator * factor.numerator, base.denominator * factor.denominator);
    return rounded(coefficient, salary, step, `${decimal(coefficient)} × ${dong(salary)}`);
  }
  const single = rounded(base, salary, step, '');
  return rounded(factor, single.amount, step, `${decimal(factor)} × ${dong(single.amount)} (${decimal(base)} × ${dong(salary)}, làm tròn)`);
}

function rounded(factor: Fraction, sum: number, step: number, text: string): Pick<Reward, 'amount' | 'formula'> {
  const top = factor.numerator * sum;
  const amount = Math.floor((top + factor.denominator * step - 1) / (factor.denominator * step)) * step;
  const exact = top % factor.denominator === 0 ? dong(top / factor.denominator) : `${dong(Math.floor(top / factor.denominator))} có lẻ`;
  return { amount, formula: `${text} = ${amount * factor.denominator === top ? dong(amount) : `${exact}, làm tròn lên ${dong(amount)}`}` };
}

function isOne({ numerator, denominator }: Fraction): boolean {
  return numerator === denominator;
}

/** '2.340.000 đồng'. */
export function dong(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`;
}

/** '0,45' of an exact number with at most four decimals. */
function decimal({ numerator, denominator }: Fraction): string {
  const scaled = Math.floor((numerator * 10_000) / denominator);
  const places = String(scaled % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return `${Math.floor(scaled / 10_000)}${places === '' ? '' : `,${places}`}`;
}
