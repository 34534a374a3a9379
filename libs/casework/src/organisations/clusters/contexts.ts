import { dayOf, formatLocalDate, type JsonObject } from '@thidua/kernel';
import type { TaskContext, TaskContextQuery } from '../../task-context';
import { headsOf } from './heads-of';
import { rankMembers } from './rank-members';

/** Members whose heads may be told absent. */
const moHopCum: TaskContextQuery = async (deps, task): Promise<TaskContext> => {
  const { provinceId, instanceId } = task;
  const clusterId = await deps.stores.clusterMeetings.clusterOfInstance(deps.database.reader, provinceId, instanceId);
  const cluster = clusterId === undefined ? undefined : await deps.stores.clusters.byId(provinceId, clusterId);
  if (cluster === undefined) {
    return {};
  }
  const day = formatLocalDate(dayOf(deps.clock.nowMs()));
  const { members, heads } = await headsOf(deps, provinceId, { clusterId: cluster.id, day });
  return {
    options: { members: heads.map((head) => ({ value: head.orgId, label: `${head.name} (${head.fullName}, ${head.title})` })) },
    context: { cluster: cluster.name, total: members.length, needed: Math.ceil((members.length * 2) / 3) },
  };
};

/** Who tied, once the turn is over; before that only how many have voted. */
const kiemPhieuCum: TaskContextQuery = async (deps, task): Promise<TaskContext> => {
  const { provinceId } = task;
  const turns = await deps.stores.clusterMeetings.ofRound(provinceId, task.roundId ?? '');
  const last = turns.at(-1);
  if (last === undefined) {
    return {};
  }
  const roll = await deps.stores.clusterMeetings.roll(provinceId, last.id);
  const voted = roll.filter((one) => one.voted).length;
  const over = voted === roll.length || deps.clock.nowMs() >= last.closesAt.getTime();
  const facts: JsonObject = { meetingId: last.id, turn: last.turn, total: last.total, voted, over };
  if (!over) {
    return { context: facts, options: { tied: [] } };
  }
  const votes = await Promise.all(turns.map(async ({ id }) => ({ votes: await deps.stores.clusterMeetings.counts(provinceId, id) })));
  const { tied } = rankMembers(votes);
  const members = await deps.stores.clusters.members(provinceId, last.clusterId);
  const options = members.filter((member) => tied.includes(member.orgId)).map((member) => ({ value: member.orgId, label: member.name }));
  return { context: facts, options: { tied: options } };
};

/** By form id. */
export const CLUSTER_CONTEXTS: Readonly<Record<string, TaskContextQuery>> = { 'mo-hop-cum': moHopCum, 'kiem-phieu-cum': kiemPhieuCum };
