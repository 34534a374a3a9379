import { BadCount, demandCounts } from './bad-count';
import { neededVotes, type VoteRule } from './needed-votes';
import { thresholdOf } from './tally';

export interface Feasibility {
  readonly feasible: boolean;
  readonly needed: number;
  /** Members who can still say yes. */
  readonly available: number;
  /** Members who may be out before the threshold is out of reach. */
  readonly maxOut: number;
  /** The line shown before the ballot opens. */
  readonly sentence: string;
}

/** Whether the threshold can still be met with `out` members recused or absent without opinion; the base stays `total`. */
export function feasibility({ total, out }: { readonly total: number; readonly out: number }, rule: VoteRule): Feasibility {
  demandCounts({ total, out });
  if (total === 0 || out > total) {
    throw new BadCount('more members out than members', { total, out });
  }
  const needed = neededVotes(total, rule);
  const available = total - out;
  const feasible = available >= needed;
  const need = rule.threshold.kind === 'majority' ? 'quá 50%' : `từ ${thresholdOf(rule)}`;
  return {
    feasible,
    needed,
    available,
    maxOut: total - needed,
    sentence: `Cần ${needed}/${total} phiếu đồng ý (${need} tổng số thành viên); ${
      feasible ? `còn ${available} thành viên có thể biểu quyết.` : `chỉ còn ${available} thành viên có thể biểu quyết: không thể đạt.`
    }`,
  };
}
