import type { Proof } from './facts';

/** đạt · chưa đạt · thiếu dữ liệu. What is not known never fails. */
export type Verdict = 'met' | 'not-met' | 'missing-data';

/** How one criterion (E-*) or cross-cutting rule (R-*) stands for one proposal. */
export interface CriterionVerdict {
  /** Row of the pack: 'E-14-d', 'R-03'. */
  readonly criterionId: string;
  /** What the law reference calls it: 'E-14', 'R-03'. */
  readonly ruleId: string;
  readonly verdict: Verdict;
  readonly text: string;
  readonly citation: string;
  readonly confirmed: boolean;
  /** What the verdict rests on. */
  readonly because: readonly Proof[];
  /** What would have to be known, in words. */
  readonly missing: readonly string[];
  /** Not met stops the proposal; otherwise it only warns. */
  readonly hard: boolean;
  /** 'all', or a name of which one criterion is enough. */
  readonly group: string;
}

export interface Overall {
  readonly verdict: Verdict;
  /** Groups and single criteria that stop the proposal. */
  readonly failed: readonly CriterionVerdict[];
  readonly open: readonly CriterionVerdict[];
  readonly warnings: readonly CriterionVerdict[];
}

/**
 * Every criterion of group 'all' counts for itself; of a named group one that is met is enough, one that may still be met keeps it open.
 * Soft criteria never decide.
 */
export function overallOf(verdicts: readonly CriterionVerdict[]): Overall {
  const hard = verdicts.filter((one) => one.hard);
  const keyOf = (one: CriterionVerdict): string => (one.group === 'all' ? `all ${one.criterionId}` : one.group);
  const groups = [...new Set(hard.map(keyOf))].map((key) => hard.filter((one) => keyOf(one) === key));
  const failed = groups.filter((group) => group.every((one) => one.verdict === 'not-met')).flat();
  const open = groups
    .filter((group) => !group.some((one) => one.verdict === 'met') && group.some((one) => one.verdict === 'missing-data'))
    .flatMap((group) => group.filter((one) => one.verdict === 'missing-data'));
  return {
    verdict: failed.length > 0 ? 'not-met' : open.length > 0 ? 'missing-data' : 'met',
    failed,
    open,
    warnings: verdicts.filter((one) => !one.hard && one.verdict === 'not-met'),
  };
}
