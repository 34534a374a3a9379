import { blind } from '../../councils/cast-ballot';
import { endBallotTask } from '../../councils/end-ballot-task';
import type { Handler } from '../../handler';
import { once } from '../../once';
import { isId } from '../../papers/sight';
import { Refused } from '../../refused';

/**
 * One head's vote for the body that shall lead the cluster. The roll is marked and the counter goes up in one transaction; what was chosen
 * stands nowhere else. A body is not voted for by its own head, and the base stays all members.
 */
export const castClusterBallot: Handler<'castClusterBallot'> = async (deps, { actor, params, body, key }) => {
  const { provinceId, personId } = actor;
  const id = params['id'] ?? '';
  const { clusterMeetings } = deps.stores;
  const seen = isId(id) ? await clusterMeetings.byId(provinceId, id) : undefined;
  const mine = seen === undefined ? [] : (await clusterMeetings.roll(provinceId, id)).filter((one) => one.personId === personId);
  if (seen === undefined || mine.length === 0) {
    throw new Refused('not-found', { what: 'cluster-meeting' });
  }
  if (mine.some((one) => one.orgId === body.orgId)) {
    throw new Refused('forbidden', { reason: 'own-body', orgId: body.orgId });
  }
  return once(deps, blind(key, body.taskId), async (tx) => {
    const meeting = await clusterMeetings.lock(tx, provinceId, id);
    if (meeting?.status !== 'open' || deps.clock.nowMs() >= meeting.closesAt.getTime()) {
      throw new Refused('session-closed', { meetingId: id });
    }
    if (!meeting.candidates.includes(body.orgId)) {
      throw new Refused('vote-incomplete', { missing: 1, unknown: 1 });
    }
    if (!(await clusterMeetings.markVoted(tx, provinceId, id, personId))) {
      throw new Refused('already-voted', { meetingId: id });
    }
    await clusterMeetings.addVote(tx, provinceId, id, body.orgId);
    await endBallotTask(deps, tx, { actor, session: { id, roundId: meeting.roundId }, task: body, action: 'ballot-cast' });
    return { done: true as const };
  });
};
