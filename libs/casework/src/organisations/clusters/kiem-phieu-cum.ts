import type { ClusterMeetingRecord } from '@thidua/store';
import type { Act, ActContext } from '../../acts/act';
import { textOf } from '../../acts/form-data';
import { Refused } from '../../refused';
import { rankMembers } from './rank-members';
import { inTurn } from '../../in-turn';

/** Counts a turn: ranks and a leader, a tie to be voted on again or settled with a reason, or too few votes. */
export const kiemPhieuCum: Act = async (context) => {
  const { deps, tx, task, data, nowMs } = context;
  const { provinceId } = task;
  const { clusterMeetings } = deps.stores;
  const turns = await clusterMeetings.ofRound(provinceId, task.roundId ?? '', tx);
  const last = turns.at(-1);
  const turn = last === undefined ? undefined : await clusterMeetings.lock(tx, provinceId, last.id);
  if (turn === undefined) {
    throw new Refused('session-closed', { roundId: task.roundId });
  }
  const voted = await demandOver(context, turn);
  const votes = await inTurn(turns, async ({ id }) => ({ votes: await clusterMeetings.counts(provinceId, id, tx) }));
  const quorum = voted * 3 >= turn.total * 2;
  const { leader, tieReason } = choiceOf(context);
  const counted = votes.filter((one, at) => at === votes.length - 1 || one.votes.some(({ n }) => n > 0));
  const { lines, tied } = rankMembers(counted, leader);
  demandChoice(leader, tied);
  const ranking = quorum && lines !== null ? { lines, tieReason, notes: textOf(data, 'notes') ?? null } : null;
  await clusterMeetings.close(tx, provinceId, turn.id, { atMs: nowMs, ranking });
  return {
    variables: { quorum, tied: quorum && ranking === null },
    audit: { action: 'cluster-votes-counted', facts: { meetingId: turn.id, turn: turn.turn, voted, total: turn.total, tied: tied.length } },
  };
};

/** Everybody has voted, or the time is over. Answers how many voted. @throws Refused state-conflict */
async function demandOver({ deps, tx, task, nowMs }: ActContext, turn: ClusterMeetingRecord): Promise<number> {
  const roll = await deps.stores.clusterMeetings.roll(task.provinceId, turn.id, tx);
  const voted = roll.filter((one) => one.voted).length;
  if (voted < roll.length && nowMs < turn.closesAt.getTime()) {
    throw new Refused('state-conflict', { reason: 'vote-still-open', voted, of: roll.length });
  }
  return voted;
}

/** Who leads by the meeting's own choice among equals, with the ground. */
function choiceOf({ data }: ActContext): { readonly leader: string | null; readonly tieReason: string | null } {
  const leader = textOf(data, 'leader') ?? null;
  const tieReason = textOf(data, 'tieReason') ?? null;
  if (leader !== null && tieReason === null) {
    throw new Refused('form-invalid', { problems: [{ field: 'tieReason', code: 'required' }] });
  }
  return { leader, tieReason: leader === null ? null : tieReason };
}

function demandChoice(leader: string | null, tied: readonly string[]): void {
  if (leader !== null && tied.length > 0) {
    throw new Refused('form-invalid', { problems: [{ field: 'leader', code: 'not-a-choice' }] });
  }
}
