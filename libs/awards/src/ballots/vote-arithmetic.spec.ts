import { fraction } from '@thidua/kernel';
import { shippedPack } from '../../../../test/harness/shipped-law';
import type { Threshold } from '../pack/pack';
import { feasibility } from './feasibility';
import { itemOutlook } from './item-outlook';
import { neededVotes } from './needed-votes';
import { tally } from './tally';

const [SMALLEST, LARGEST] = [3, 31];

/** A threshold as law writes it: at least so many of a hundred (or of three), or more than half. */
interface Law {
  readonly name: string;
  readonly threshold: Threshold;
  /** The independent formula: integers only, nothing of the code under test. */
  readonly passes: (yes: number, total: number) => boolean;
}

const WRITTEN_IN_LAW: readonly Law[] = [
  { name: 'quá bán', threshold: { kind: 'majority' }, passes: (yes, total) => yes + yes > total },
  { name: '2/3', threshold: atLeast(2, 3), passes: (yes, total) => yes * 3 >= 2 * total },
  { name: '80%', threshold: atLeast(4, 5), passes: (yes, total) => yes * 100 >= 80 * total },
  { name: '90%', threshold: atLeast(9, 10), passes: (yes, total) => yes * 100 >= 90 * total },
];

/** Every threshold of every shipped pack, read as numbers and put into the same formula. */
const OF_THE_PACKS: readonly Law[] = ['vn-2024-nd98', 'vn-2025-nd152', 'vn-2026-l2026'].flatMap((id) =>
  shippedPack(id).ballots.map(({ id: rule, threshold }): Law => {
    const passes =
      threshold.kind === 'majority'
        ? (yes: number, total: number) => yes > total - yes
        : (yes: number, total: number) => yes * threshold.share.denominator >= threshold.share.numerator * total;
    return { name: `${id} ${rule}`, threshold, passes };
  }),
);

function atLeast(part: number, whole: number): Threshold {
  return { kind: 'at-least', share: fraction(part, whole) };
}

/** Councils of n members with every number of absences, of recusals, and of yes votes of those who are left: C(n + 3, 3) of them. */
function casesOf(n: number): number {
  return ((n + 3) * (n + 2) * (n + 1)) / 6;
}

/** Members who must say yes, found by trying each count: the formula turned round. */
function fewest(law: Law, total: number): number {
  return Array.from({ length: total + 2 }, (_, yes) => yes).find((yes) => law.passes(yes, total)) ?? total + 1;
}

/** What the code says of every case of one council, against the formula; the first difference in words. */
function differing(law: Law, total: number): { readonly cases: number; readonly differing: string | null } {
  let cases = 0;
  const needed = fewest(law, total);
  for (let absent = 0; absent <= total; absent += 1) {
    for (let recused = 0; recused <= total - absent; recused += 1) {
      const voting = total - absent - recused;
      const canPass = law.passes(voting, total);
      const outlook = itemOutlook({ total, recused, absent, inWriting: false }, law);
      const plain = feasibility({ total, out: absent + recused }, law);
      for (let yes = 0; yes <= voting; yes += 1) {
        cases += 1;
        const no = Math.floor((voting - yes) / 2);
        const counted = tally({ yes, no, blank: voting - yes - no, total }, law);
        const right =
          counted.passed === law.passes(yes, total) &&
          counted.needed === needed &&
          counted.missing === absent + recused &&
          counted.sentence.startsWith(law.passes(yes, total) ? 'Đạt (' : 'Không đạt (') &&
          outlook.feasible === canPass &&
          plain.feasible === canPass &&
          // Nobody passes where the line before the ballot said it could not be.
          (canPass || !counted.passed);
        if (!right) {
          return {
            cases,
            differing: `${law.name}: ${total} members, ${absent} absent, ${recused} recused, ${yes} yes: ${counted.sentence}`,
          };
        }
      }
    }
  }
  return { cases, differing: neededVotes(total, law) === needed ? null : `${law.name}: ${total} members need ${needed}` };
}

describe(`vote arithmetic: all councils of ${SMALLEST}–${LARGEST} members × absences × recusals × yes counts`, () => {
  const sizes = Array.from({ length: LARGEST - SMALLEST + 1 }, (_, n) => SMALLEST + n);
  const perThreshold = sizes.reduce((sum, n) => sum + casesOf(n), 0);

  it.each(WRITTEN_IN_LAW.map((law) => [law.name, law] as const))(
    `%s: ${perThreshold} cases agree with the integer formula`,
    (_name, law) => {
      const results = sizes.map((total) => differing(law, total));
      expect(results.flatMap((one) => one.differing ?? [])).toEqual([]);
      expect(results.reduce((sum, one) => sum + one.cases, 0)).toBe(perThreshold);
    },
  );

  it(`every threshold of the shipped packs (${OF_THE_PACKS.length} rows, ${OF_THE_PACKS.length * perThreshold} cases) agrees too`, () => {
    const results = OF_THE_PACKS.flatMap((law) => sizes.map((total) => differing(law, total)));
    expect(results.flatMap((one) => one.differing ?? [])).toEqual([]);
    expect(results.reduce((sum, one) => sum + one.cases, 0)).toBe(OF_THE_PACKS.length * perThreshold);
  });

  it('the enumeration can fail: a threshold one vote too low is found at once', () => {
    const wrong: Law = { name: 'wrong', threshold: atLeast(4, 5), passes: (yes, total) => yes * 100 >= 79 * total };
    expect(sizes.some((total) => differing(wrong, total).differing !== null)).toBe(true);
  });
});
