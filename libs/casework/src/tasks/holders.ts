import { today } from '@thidua/runtime';
import type { PositionRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';

export interface Waiting {
  readonly candidateGroups: readonly string[];
  readonly assignee?: string | null;
}

/** People who have a task now: those in the posts it stands with, or its assignee. */
export async function holdersOf(
  { stores, clock }: Pick<CaseworkDeps, 'stores' | 'clock'>,
  provinceId: string,
  { candidateGroups, assignee = null }: Waiting,
  tx?: Tx,
): Promise<readonly PositionRecord[]> {
  return stores.people.behind(provinceId, assignee === null ? candidateGroups : [assignee], today(clock), tx);
}

/** 'Trần Văn An, Chủ tịch UBND xã Gia Phúc'; of several the first and how many more. */
export async function holderText(
  deps: Pick<CaseworkDeps, 'stores' | 'clock'>,
  provinceId: string,
  waiting: Waiting,
  tx?: Tx,
): Promise<string> {
  const holders = await holdersOf(deps, provinceId, waiting, tx);
  const [first] = holders;
  const others = new Set(holders.map((holder) => holder.personId)).size - 1;
  return first === undefined ? '' : `${first.fullName}, ${first.title}${others > 0 ? ` và ${others} người khác` : ''}`;
}
