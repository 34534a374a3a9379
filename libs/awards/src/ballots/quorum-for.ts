import type { LocalDate } from '@thidua/kernel';
import type { Level, Pack, QuorumRow } from '../pack/pack';
import { rowsOn } from '../pack/rows';
import { demandCounts } from './bad-count';
import { thresholdOf } from './tally';

export interface Quorum {
  readonly met: boolean;
  readonly present: number;
  readonly total: number;
  /** Members who must be present: the smallest count that reaches the share. */
  readonly needed: number;
  readonly ruleId: string;
  readonly citation: string;
  readonly confirmed: boolean;
  /** 'Có mặt 6/9; phải có ít nhất 8/9 thành viên (80% tổng số thành viên): chưa đủ.' */
  readonly sentence: string;
}

export interface QuorumQuestion {
  readonly level: Level;
  /** Awards of the agenda. */
  readonly awards: readonly string[];
  readonly total: number;
  readonly present: number;
  readonly date?: LocalDate;
}

/** The quorum of a session (V-05, V-13): of all awards on its agenda, the strictest. Undefined where the pack asks for none. */
export function quorumFor(pack: Pack, { level, awards, total, present, date }: QuorumQuestion): Quorum | undefined {
  demandCounts({ total, present });
  const rows = rowsOn(pack.quorums, date).filter((row) => row.levels.includes(level));
  const strictest = awards
    .flatMap((award) => rows.find((row) => row.awards.includes(award)) ?? rows.find((row) => row.awards.length === 0) ?? [])
    .reduce<QuorumRow | undefined>(
      (most, row) => (most === undefined || neededOf(row, total) > neededOf(most, total) ? row : most),
      undefined,
    );
  if (strictest === undefined) {
    return undefined;
  }
  const needed = neededOf(strictest, total);
  const met = present >= needed;
  const share = thresholdOf({ threshold: { kind: 'at-least', share: strictest.share } });
  return {
    ...{ met, present, total, needed },
    ...{ ruleId: strictest.id, citation: strictest.citation, confirmed: strictest.confirmed },
    sentence: `Có mặt ${present}/${total}; phải có ít nhất ${needed}/${total} thành viên (${share} tổng số thành viên): ${met ? 'đủ' : 'chưa đủ'}.`,
  };
}

function neededOf({ share }: QuorumRow, total: number): number {
  return Math.floor((total * share.numerator + share.denominator - 1) / share.denominator);
}
