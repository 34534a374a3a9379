import { reaches } from '@thidua/kernel';
import { BadCount, demandCounts } from './bad-count';
import { neededVotes, type VoteRule } from './needed-votes';

export interface Counts {
  readonly yes: number;
  readonly no: number;
  readonly blank: number;
  /** All members of the council: absent and recused members stay in it. */
  readonly total: number;
}

export interface Tally extends Counts {
  readonly passed: boolean;
  readonly needed: number;
  /** Members without a ballot or a written opinion. */
  readonly missing: number;
  /** Yes share of all members: '88,9%'. */
  readonly shareText: string;
  /** '90%' or '50%'. */
  readonly thresholdText: string;
  /** 'Đạt (88,9% ≥ 80%)' or 'Không đạt (88,9% < 90%)'. */
  readonly sentence: string;
}

/** Counts a ballot in integers on ALL members (ND152 art. 33.5). Throws BadCount when the counts cannot be. */
export function tally(counts: Counts, rule: VoteRule): Tally {
  const { yes, no, blank, total } = counts;
  demandCounts({ yes, no, blank, total });
  if (total === 0 || yes + no + blank > total) {
    throw new BadCount('more ballots than members', { yes, no, blank, total });
  }
  const needed = neededVotes(total, rule);
  const passed = yes >= needed;
  const shareText = yesShare(counts, rule, passed);
  const thresholdText = thresholdOf(rule);
  return {
    yes,
    no,
    blank,
    total,
    passed,
    needed,
    missing: total - yes - no - blank,
    shareText,
    thresholdText,
    sentence: `${passed ? 'Đạt' : 'Không đạt'} (${shareText} ${sign(rule, passed)} ${thresholdText})`,
  };
}

function sign(rule: VoteRule, passed: boolean): string {
  if (rule.threshold.kind === 'majority') {
    return passed ? '>' : '≤';
  }
  return passed ? '≥' : '<';
}

/** '80%', '66,7%' of the rule itself. */
export function thresholdOf(rule: VoteRule): string {
  return rule.threshold.kind === 'majority' ? '50%' : percent(halfUp(rule.threshold.share.numerator, rule.threshold.share.denominator));
}

/** One decimal, half up; cut instead where rounding would show a lost vote as if it had reached the threshold. */
function yesShare({ yes, total }: Counts, rule: VoteRule, passed: boolean): string {
  const rounded = halfUp(yes, total);
  const misleads = rule.threshold.kind === 'at-least' && !passed && reaches(rounded, 1000, rule.threshold.share);
  return percent(misleads ? Math.floor((yes * 1000) / total) : rounded);
}

/** Tenths of a per cent. */
function halfUp(part: number, whole: number): number {
  return Math.floor((part * 2000 + whole) / (2 * whole));
}

function percent(tenths: number): string {
  const rest = tenths % 10;
  return `${Math.floor(tenths / 10)}${rest === 0 ? '' : `,${rest}`}%`;
}
