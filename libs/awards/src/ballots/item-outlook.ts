import { demandCounts } from './bad-count';
import { feasibility, type Feasibility } from './feasibility';
import type { VoteRule } from './needed-votes';
import { thresholdOf } from './tally';

/** Who will not say yes to one item before its ballot opens; nobody is counted twice. */
export interface MissingVoices {
  readonly total: number;
  /** Declared a conflict, or are the nominee: they stay in the base (V-14). */
  readonly recused: number;
  /** Not present and not recused. */
  readonly absent: number;
  /** Whether an absent member may answer in writing (V-12). */
  readonly inWriting: boolean;
}

export interface ItemOutlook extends Feasibility {
  /** Members who will not vote at all. */
  readonly out: number;
  /** 'Tổng 9; cần 9 phiếu cho ngưỡng 90%; 1 không biểu quyết do xung đột lợi ích: không thể đạt.' */
  readonly line: string;
}

/** Whether an item can still reach its threshold, told before the ballot opens. */
export function itemOutlook(missing: MissingVoices, rule: VoteRule): ItemOutlook {
  const { total, recused, absent, inWriting } = missing;
  demandCounts({ total, recused, absent });
  const out = recused + (inWriting ? 0 : absent);
  const can = feasibility({ total, out }, rule);
  const parts = [
    `Tổng ${total}`,
    `cần ${can.needed} phiếu ${thresholdWords(rule)}`,
    ...(recused === 0 ? [] : [`${recused} không biểu quyết do xung đột lợi ích`]),
    ...(absent === 0 ? [] : [`${absent} vắng mặt${inWriting ? ' (lấy ý kiến bằng văn bản)' : ', không lấy ý kiến bằng văn bản'}`]),
  ];
  return { ...can, out, line: `${parts.join('; ')}: ${can.feasible ? 'có thể đạt' : 'không thể đạt'}.` };
}

/** 'cho ngưỡng 90%', 'để quá bán'. */
function thresholdWords(rule: VoteRule): string {
  return rule.threshold.kind === 'majority' ? 'để quá bán' : `cho ngưỡng ${thresholdOf(rule)}`;
}
