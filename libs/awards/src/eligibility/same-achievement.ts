import { compareDates, type JsonValue, type LocalDate } from '@thidua/kernel';
import type { EligibilityFacts, OtherRow, Proof } from './facts';
import { likeness } from './likeness';
import type { Verdict } from './verdict';

export type Sameness = 'evidence' | 'text' | 'likeness' | 'period';

const WORDS: Readonly<Record<Sameness, string>> = {
  evidence: 'cùng minh chứng',
  text: 'cùng nội dung thành tích',
  likeness: 'nội dung thành tích gần giống',
  period: 'trùng thời gian thành tích',
};

/** In what another proposal is the same: by evidence, by its text, or for the same nominee by a like text or an overlapping period. */
export function samenessOf(facts: EligibilityFacts, other: OtherRow, threshold: number): readonly Sameness[] {
  const { achievement } = facts;
  const evidence = other.evidence.some((id) => achievement.evidence.includes(id));
  const text = other.sameSubject && achievement.hash !== null && other.achievementHash === achievement.hash;
  const alike = other.sameSubject && !text && likeness(achievement.text, other.achievement) >= threshold;
  const found: readonly (readonly [Sameness, boolean])[] = [
    ['evidence', evidence],
    ['text', text],
    ['likeness', alike],
    ['period', other.sameSubject && (text || alike || evidence) && overlap(achievement, other)],
  ];
  return found.flatMap(([name, is]) => (is ? [name] : []));
}

/**
 * R-02, one achievement, one award: other open or awarded proposals of the same nominee that rest on the same achievement, in whatever
 * dossier and commune. The same evidence under another name is told too: one paper proves one achievement.
 */
export function sameAchievement(
  facts: EligibilityFacts,
  threshold: JsonValue,
): { readonly verdict: Verdict; readonly because: readonly Proof[]; readonly missing?: readonly string[] } {
  if (facts.achievement.hash === null) {
    return { verdict: 'missing-data', because: [], missing: ['Nội dung thành tích'] };
  }
  const enough = typeof threshold === 'number' ? threshold : 1;
  const because = facts.others
    .filter((other) => other.outcome === 'open' || other.outcome === 'awarded')
    .flatMap((other): readonly Proof[] => {
      const same = samenessOf(facts, other, enough);
      return same.length === 0
        ? []
        : [{ kind: other.kind, id: other.id, text: `${other.text}: ${same.map((one) => WORDS[one]).join(', ')}` }];
    });
  return { verdict: because.length > 0 ? 'not-met' : 'met', because };
}

function overlap(one: { from: LocalDate | null; to: LocalDate | null }, other: { from: LocalDate | null; to: LocalDate | null }): boolean {
  if (one.from === null || one.to === null || other.from === null || other.to === null) {
    return false;
  }
  return compareDates(one.from, other.to) <= 0 && compareDates(other.from, one.to) <= 0;
}
