import type { Actor } from '@thidua/access';
import { mayAdminister, mayPrepareFor } from '@thidua/access';
import type { ClusterMeetingView, ClusterView } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { ClusterMeetingRecord, ClusterRecord, RecordedScore } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { isId } from '../../papers/sight';
import { Refused } from '../../refused';

/** Clusters one's bodies lead or belong to, with their results; administrators, who set them up, see those of the whole province. */
export const clusters: Handler<'clusters'> = async (deps, { actor }) => {
  const orgIds = actor.positions.map((position) => position.orgId);
  const found = mayAdminister(actor).allowed
    ? await deps.stores.clusters.all(actor.provinceId)
    : await deps.stores.clusters.ofOrgs(actor.provinceId, orgIds);
  return { clusters: await Promise.all(found.map((cluster) => clusterView(deps, actor, cluster))) };
};

async function clusterView(deps: CaseworkDeps, actor: Actor, cluster: ClusterRecord): Promise<ClusterView> {
  const { id, name, level, year, leadOrgId, leadName } = cluster;
  const { provinceId } = actor;
  const [members, results, meetings, scores] = await Promise.all([
    deps.stores.clusters.members(provinceId, id),
    deps.stores.clusters.results(provinceId, id),
    deps.stores.clusterMeetings.ofCluster(provinceId, id),
    deps.stores.scores.recorded(provinceId, { clusterId: id }),
  ]);
  return {
    ...{ id, name, level, year, leadOrgId, leadName },
    members: members.map((member) => ({ orgId: member.orgId, name: member.name })),
    results: results.map(({ orgId, orgName, rank, yes, total, leader, numberText }) => ({
      orgId,
      orgName,
      rank,
      yes,
      total,
      leader,
      numberText,
    })),
    scores: scoresBeside(scores, year),
    meetingId: meetings.at(-1)?.id ?? null,
    roundId: meetings.at(-1)?.roundId ?? null,
    mayCall: meetings.length === 0 && results.length === 0 && mayPrepareFor(actor, leadOrgId).allowed,
  };
}

/** The points of the cluster's year, from the table recorded last: they suggest, the vote decides. */
function scoresBeside(recorded: readonly RecordedScore[], year: number): ClusterView['scores'] {
  const ofYear = recorded.filter((one) => one.year === year);
  const last = ofYear[0]?.boardId;
  return ofYear
    .filter(({ boardId }) => boardId === last)
    .map(({ orgId, total, rank, tied, boardId }) => ({ orgId, total, rank, tied, boardId }));
}

/** A turn of the vote as a member sees it: who has voted at any time, the votes only when it is over. */
export const clusterMeeting: Handler<'clusterMeeting'> = async (deps, { actor, params }): Promise<ClusterMeetingView> => {
  const { provinceId } = actor;
  const id = params['id'] ?? '';
  const meeting = isId(id) ? await deps.stores.clusterMeetings.byId(provinceId, id) : undefined;
  const cluster = meeting === undefined ? undefined : await deps.stores.clusters.byId(provinceId, meeting.clusterId);
  const members = cluster === undefined ? [] : await deps.stores.clusters.members(provinceId, cluster.id);
  const mine = actor.positions.some(({ orgId }) => orgId === cluster?.leadOrgId || members.some((member) => member.orgId === orgId));
  if (meeting === undefined || cluster === undefined || !mine) {
    throw new Refused('not-found', { what: 'cluster-meeting' });
  }
  const roll = await deps.stores.clusterMeetings.roll(provinceId, id);
  const own = roll.filter((one) => one.personId === actor.personId);
  const nameOf = new Map(members.map((member) => [member.orgId, member.name]));
  return {
    ...{ id, clusterId: cluster.id, clusterName: cluster.name, roundId: meeting.roundId, turn: meeting.turn, status: meeting.status },
    ...{
      place: meeting.place,
      total: meeting.total,
      openedAt: isoOf(meeting.openedAt.getTime()),
      closesAt: isoOf(meeting.closesAt.getTime()),
    },
    roll: roll.map(({ orgName, fullName, voted }) => ({ orgName, fullName, voted })),
    candidates: meeting.candidates.map((orgId) => ({ orgId, name: nameOf.get(orgId) ?? '', own: own.some((one) => one.orgId === orgId) })),
    votes: await votesOf(deps, provinceId, meeting, nameOf),
    myBallot: own.length === 0 ? 'not-member' : own.every((one) => one.voted) ? 'cast' : meeting.status === 'open' ? 'open' : 'closed',
    myTaskId: await ballotTaskOf(deps, actor, meeting.roundId),
  };
};

async function votesOf(
  { stores }: CaseworkDeps,
  provinceId: string,
  meeting: ClusterMeetingRecord,
  nameOf: ReadonlyMap<string, string>,
): Promise<ClusterMeetingView['votes']> {
  if (meeting.status === 'open') {
    return null;
  }
  const counts = await stores.clusterMeetings.counts(provinceId, meeting.id);
  return counts.map(({ orgId, n }) => {
    const line = meeting.ranking?.lines.find((one) => one.orgId === orgId);
    return { orgId, name: nameOf.get(orgId) ?? '', yes: n, rank: line?.rank ?? null, leader: line?.leader ?? false };
  });
}

async function ballotTaskOf({ stores }: CaseworkDeps, { provinceId, personId }: Actor, roundId: string): Promise<string | null> {
  const tasks = await stores.tasks.ofRound(provinceId, roundId);
  return tasks.find((task) => task.status === 'open' && task.assignee === `person:${personId}`)?.id ?? null;
}
