import { rewardFor, type Pack } from '@thidua/awards';
import type { RowView } from '@thidua/contract';
import type { LocalDate } from '@thidua/kernel';
import type { RoundRowRecord } from '@thidua/store';
import { deciderTitle, decidingRow } from '../law/deciding-row';

/** Who decides the award of a row on a day, by its pack. */
export function deciderOf(
  pack: Pack,
  award: string,
  day: LocalDate,
  titles: Readonly<Partial<Record<string, string>>>,
): RowView['decider'] {
  const row = decidingRow(pack, award, day);
  return row === undefined
    ? { title: '', ruleId: 'AU-00', citation: pack.citation, confirmed: false }
    : { title: deciderTitle(row.level, titles), ruleId: row.id, citation: row.citation, confirmed: row.confirmed };
}

/** Reward money of a row decided on a day; nulls where the pack sets none. */
export function rewardOf(
  pack: Pack,
  row: Pick<RoundRowRecord, 'award' | 'kind'>,
  decisionDate: LocalDate,
): Pick<RowView, 'rewardAmount' | 'rewardFormula'> {
  const reward = rewardFor(pack, { award: row.award, nomineeKind: row.kind, decisionDate });
  return reward.ok
    ? { rewardAmount: reward.value.amount, rewardFormula: reward.value.formula }
    : { rewardAmount: null, rewardFormula: null };
}
