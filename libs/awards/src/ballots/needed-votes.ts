import type { Threshold } from '../pack/pack';

/** What a vote needs to know of a rule; a BallotRow is one. */
export interface VoteRule {
  readonly threshold: Threshold;
}

/** Yes votes needed among `total` members, present or not: the smallest count that reaches the share, or passes the half. */
export function neededVotes(total: number, rule: VoteRule): number {
  if (rule.threshold.kind === 'majority') {
    return Math.floor(total / 2) + 1;
  }
  const { numerator, denominator } = rule.threshold.share;
  return Math.floor((total * numerator + denominator - 1) / denominator);
}
