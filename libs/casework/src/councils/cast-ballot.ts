import { createHash } from 'node:crypto';
import { mayTakeTask } from '@thidua/access';
import { fp } from '@thidua/runtime';
import type { BallotOption, CouncilSessionRecord, SessionItem, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Ask, Handler, RequestKey } from '../handler';
import { once } from '../once';
import { isId } from '../papers/sight';
import { Refused } from '../refused';
import { roundFor } from '../rounds/sight';
import { stampOf } from '../stamp';

/**
 * One member's ballot: the roll is marked, the counters go up, and the member's task ends without data, in one transaction. What was chosen
 * stands nowhere: not in events, audit, messages, nor in the hash of the request's body (decision 25).
 */
export const castBallot: Handler<'castBallot'> = async (deps, ask) => {
  const { actor, params, body, key } = ask;
  const id = params['id'] ?? '';
  const seen = isId(id) ? await deps.stores.sessions.byId(actor.provinceId, id) : undefined;
  if (seen === undefined) {
    throw new Refused('not-found', { what: 'council-session' });
  }
  await roundFor(deps, actor, seen.roundId);
  return once(deps, blind(key, body.taskId), async (tx) => {
    const session = await demandOpen(deps, tx, actor.provinceId, id);
    await demandVoter(deps, tx, ask, session);
    const items = await deps.stores.sessions.items(actor.provinceId, session.id, tx);
    await deps.stores.sessions.addCounts(tx, actor.provinceId, session.id, countsOf(items, body.choices, actor.personId));
    fp('ballot.after-count');
    await endTask(deps, tx, ask, session);
    return { done: true as const };
  });
};

/** A hash of the choices could be tried out; the key remembers only which ballot it was. */
function blind(key: RequestKey | null, taskId: string): RequestKey | null {
  return key === null ? null : { ...key, bodyHash: createHash('sha256').update(`ballot ${taskId}`).digest('hex') };
}

async function demandOpen(deps: CaseworkDeps, tx: Tx, provinceId: string, id: string): Promise<CouncilSessionRecord> {
  const session = await deps.stores.sessions.lock(tx, provinceId, id);
  if (session?.status !== 'open' || deps.clock.nowMs() >= session.closesAt.getTime()) {
    throw new Refused('session-closed', { sessionId: id });
  }
  return session;
}

async function demandVoter(deps: CaseworkDeps, tx: Tx, { actor }: Ask<'castBallot'>, session: CouncilSessionRecord): Promise<void> {
  if (await deps.stores.sessions.markVoted(tx, actor.provinceId, session.id, actor.personId)) {
    return;
  }
  const member = (await deps.stores.sessions.roll(actor.provinceId, session.id, tx)).find((one) => one.personId === actor.personId);
  throw new Refused(member?.voted === true ? 'already-voted' : 'forbidden', { sessionId: session.id });
}

/** A choice for every item but the voter's own row, which counts nothing; the denominator stays. */
function countsOf(
  items: readonly SessionItem[],
  choices: Readonly<Record<string, BallotOption>>,
  personId: string,
): readonly { readonly itemId: string; readonly yes: number; readonly no: number; readonly blank: number }[] {
  const open = items.filter((item) => item.personId === null || item.personId !== personId);
  const missing = open.filter((item) => choices[item.id] === undefined).length;
  const unknown = Object.keys(choices).filter((id) => !items.some((item) => item.id === id)).length;
  if (missing > 0 || unknown > 0) {
    throw new Refused('vote-incomplete', { missing, unknown });
  }
  const one = (id: string, option: BallotOption): number => (choices[id] === option ? 1 : 0);
  return open.map(({ id }) => ({ itemId: id, yes: one(id, 'yes'), no: one(id, 'no'), blank: one(id, 'blank') }));
}

async function endTask(deps: CaseworkDeps, tx: Tx, { actor, body }: Ask<'castBallot'>, session: CouncilSessionRecord): Promise<void> {
  const { provinceId, personId } = actor;
  const task = isId(body.taskId) ? await deps.stores.tasks.lock(tx, provinceId, body.taskId) : undefined;
  const mine = task?.step === 'ballot' && task.assignee === `person:${personId}` && task.roundId === session.roundId;
  if (!mine || task.status !== 'open' || task.version !== body.taskVersion) {
    throw new Refused(mine ? 'task-changed' : 'forbidden', { taskId: body.taskId });
  }
  const verdict = mayTakeTask(actor, { ...task, excludedPersons: [] });
  if (!verdict.allowed) {
    throw new Refused('forbidden', { taskId: task.id });
  }
  const answer = await deps.runtime.step(
    {
      provinceId,
      instanceId: task.instanceId,
      command: { type: 'complete-task', taskId: task.id, variables: {} },
      actor: stampOf(actor, verdict),
      audit: { action: 'ballot-cast', facts: { sessionId: session.id } },
      guard: { taskId: task.id, taskVersion: task.version },
    },
    tx,
  );
  if (!answer.ok) {
    throw new Refused('task-changed', { taskId: task.id, reason: answer.reason });
  }
}
