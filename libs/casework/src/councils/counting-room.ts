import { ballotRuleFor, type BallotRow, type Pack } from '@thidua/awards';
import type { CouncilSessionRecord, RecusalRecord, RollEntry, RoundRecord, SessionItem, Tx, WrittenOpinionRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { packOfRound } from '../rounds/round-law';
import { asked } from './voices';

/** A session as it stands at the count, read under its lock. */
export interface CountingRoom {
  readonly session: CouncilSessionRecord;
  readonly round: RoundRecord;
  readonly pack: Pack;
  readonly items: readonly SessionItem[];
  readonly roll: readonly RollEntry[];
  readonly recusals: readonly RecusalRecord[];
  readonly opinions: readonly WrittenOpinionRecord[];
}

export async function tallyRoom(
  deps: CaseworkDeps,
  tx: Tx,
  of: { readonly provinceId: string; readonly session: CouncilSessionRecord; readonly round: RoundRecord },
): Promise<CountingRoom> {
  const { provinceId, session, round } = of;
  const { sessions, recusals, writtenOpinions } = deps.stores;
  return {
    ...{ session, round, pack: await packOfRound(deps, round) },
    items: await sessions.items(provinceId, session.id, tx),
    roll: await sessions.roll(provinceId, session.id, tx),
    recusals: await recusals.ofRound(provinceId, session.roundId, tx),
    opinions: await writtenOpinions.ofSession(provinceId, session.id, tx),
  };
}

/** It closes when everybody asked has voted or answered in writing, or at the announced time (decision 25). How many are awaited still. */
export function ballotNotOver(
  { session, items, roll, recusals }: Omit<CountingRoom, 'round' | 'pack' | 'opinions'>,
  nowMs: number,
): number {
  const silent = roll.filter((member) => !member.voted && member.attendance !== 'written');
  return nowMs >= session.closesAt.getTime() ? 0 : asked(silent, items, recusals).length;
}

/** The rule the item was put to the vote under. */
export function ruleOfItem(pack: Pack, round: Pick<RoundRecord, 'level'>, item: Pick<SessionItem, 'ruleId' | 'award'>): BallotRow {
  const rule =
    pack.ballots.find((row) => row.id === item.ruleId && row.awards.includes(item.award) && row.levels.includes(round.level)) ??
    pack.ballots.find((row) => row.id === item.ruleId) ??
    ballotRuleFor(pack, item.award, round.level);
  if (rule === undefined) {
    throw new Error(`pack ${pack.id} has no ballot rule ${item.ruleId} for ${item.award}`);
  }
  return rule;
}
