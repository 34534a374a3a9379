import { newId } from '@thidua/runtime';
import type { ActContext, ActResult } from '../acts/act';
import { instantOfText, textOf } from '../acts/form-data';
import { problem } from '../dossiers/row-entries';
import { Refused } from '../refused';
import type { CountingRoom } from './counting-room';

/**
 * The session did not take place: too few of those who were there have voted, so no quorum took part. Its ballots are gone unread and the
 * round gets another session. Never an exit from a result somebody dislikes: with enough votes cast it is refused.
 */
export async function abandonSession(context: ActContext, { session, roll }: CountingRoom): Promise<ActResult> {
  const { deps, tx, task, data, actor, nowMs } = context;
  const voted = roll.filter((member) => member.voted).length;
  if (session.quorumNeeded === null || voted >= session.quorumNeeded) {
    throw new Refused('state-conflict', { reason: 'quorum-took-part', voted, needed: session.quorumNeeded ?? 0 });
  }
  const nextMs = instantOfText(textOf(data, 'nextAt'));
  const reason = textOf(data, 'opinions');
  const problems = [
    ...(nextMs === undefined || nextMs <= nowMs ? [problem('nextAt', 'not-in-future', 'Thời gian họp lại')] : []),
    ...(reason === undefined ? [problem('opinions', 'required', 'Ý kiến tại phiên họp')] : []),
  ];
  if (nextMs === undefined || reason === undefined || problems.length > 0) {
    throw new Refused('form-invalid', { problems });
  }
  await deps.stores.sessions.abandon(tx, task.provinceId, session.id, nowMs);
  const { total, quorumNeeded, quorumRule: ruleId, roundId } = session;
  const postponement = { roundId, reason, nextMs, present: voted, total, quorumNeeded, ruleId, atMs: nowMs, personId: actor.personId };
  await deps.stores.sessions.postpone(tx, task.provinceId, { ...postponement, id: newId(deps.clock) });
  return {
    variables: { hasLocal: false, hasUpward: false, hasFailed: false, postponed: true },
    audit: { action: 'council-session-postponed', facts: { sessionId: session.id, present: voted, needed: quorumNeeded, total } },
  };
}
