import { formatLocalDate, isoOf } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { ClusterMeetingRecord, ClusterRecord } from '@thidua/store';
import type { Act, ActContext } from '../../acts/act';
import { instantOfText, textOf, textsOf } from '../../acts/form-data';
import { Refused } from '../../refused';
import { headsOf } from './heads-of';
import { rankMembers } from './rank-members';
import { inTurn } from '../../in-turn';

/** Opens a turn of the vote: every member whose head is there has one vote; a second turn is among those who tied. */
export const moHopCum: Act = async (context) => {
  const { deps, tx, task, data, nowMs, today } = context;
  const { provinceId } = task;
  const cluster = await clusterOfTask(context);
  const closesMs = instantOfText(textOf(data, 'closesAt'));
  if (closesMs === undefined || closesMs <= nowMs) {
    throw new Refused('form-invalid', { problems: [{ field: 'closesAt', code: 'not-in-future' }] });
  }
  const { members, heads } = await headsOf(deps, provinceId, { clusterId: cluster.id, day: formatLocalDate(today) }, tx);
  const absent = textsOf(data, 'absent');
  const roll = heads.filter((head) => !absent.includes(head.orgId)).map(({ orgId, personId }) => ({ orgId, personId }));
  if (roll.length * 3 < members.length * 2) {
    throw new Refused('quorum-not-met', { present: roll.length, total: members.length, needed: Math.ceil((members.length * 2) / 3) });
  }
  const turns = await deps.stores.clusterMeetings.ofRound(provinceId, task.roundId ?? '', tx);
  const meeting = {
    ...{
      id: newId(deps.clock),
      clusterId: cluster.id,
      roundId: task.roundId ?? '',
      turn: turns.length + 1,
      place: textOf(data, 'place') ?? '',
    },
    ...{ total: members.length, closesMs, roll, candidates: (await tiedIn(context, turns)) ?? members.map((member) => member.orgId) },
  };
  await deps.stores.clusterMeetings.open(tx, provinceId, meeting, nowMs);
  const voters = [...new Set(roll.map((one) => `person:${one.personId}`))];
  return {
    variables: { meeting: meeting.id, voters, closesAt: isoOf(closesMs) },
    audit: {
      action: 'cluster-vote-opened',
      facts: { meetingId: meeting.id, turn: meeting.turn, total: meeting.total, voters: voters.length },
    },
  };
};

export async function clusterOfTask({ deps, tx, task }: ActContext): Promise<ClusterRecord> {
  const id = await deps.stores.clusterMeetings.clusterOfInstance(tx, task.provinceId, task.instanceId);
  const cluster = id === undefined ? undefined : await deps.stores.clusters.lock(tx, task.provinceId, id);
  if (cluster === undefined) {
    throw new Refused('not-found', { what: 'cluster' });
  }
  return cluster;
}

/** Those who tied in the turn before; nobody when there was none, or when it was put off for want of members. */
async function tiedIn({ deps, tx, task }: ActContext, turns: readonly ClusterMeetingRecord[]): Promise<readonly string[] | undefined> {
  const votes = await inTurn(turns, async ({ id }) => ({ votes: await deps.stores.clusterMeetings.counts(task.provinceId, id, tx) }));
  const counted = votes.filter((turn) => turn.votes.some(({ n }) => n > 0));
  const { tied } = rankMembers(counted);
  return counted.length === 0 || tied.length === 0 ? undefined : tied;
}
