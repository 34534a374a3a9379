import { itemOutlook, type BallotRow, type ItemOutlook } from '@thidua/awards';
import type { RecusalRecord, RollEntry, SessionItem } from '@thidua/store';
import { isRecused } from './voices';

/** Whether an item of an open session can still reach its threshold: roll and recusals as they were frozen. */
export function outlookOf(
  item: Pick<SessionItem, 'rowId' | 'personId' | 'inWriting'>,
  { total, roll, recusals }: { readonly total: number; readonly roll: readonly RollEntry[]; readonly recusals: readonly RecusalRecord[] },
  rule: BallotRow,
): ItemOutlook {
  const recused = roll.filter((member) => isRecused(item, member.personId, recusals));
  const absent = roll.filter((member) => member.attendance !== 'present' && !recused.includes(member));
  return itemOutlook({ total, recused: recused.length, absent: absent.length, inWriting: item.inWriting }, rule);
}
