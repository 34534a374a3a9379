import { createHash } from 'node:crypto';
import { fp } from '@thidua/runtime';
import type { BallotOption, CouncilSessionRecord, ItemCount, SessionItem, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Ask, Handler, RequestKey } from '../handler';
import { once } from '../once';
import { isId } from '../papers/sight';
import { Refused } from '../refused';
import { roundFor } from '../rounds/sight';
import { endBallotTask } from './end-ballot-task';
import { isRecused } from './voices';

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
    const recusals = await deps.stores.recusals.ofRound(actor.provinceId, session.roundId, tx);
    const mine = items.filter((item) => !isRecused(item, actor.personId, recusals));
    const choices = demandChoices(items, mine, body.choices);
    await deps.stores.sessions.addCounts(tx, actor.provinceId, session.id, countsOf(choices));
    const open = mine
      .filter((item) => !item.secret)
      .flatMap(({ id: itemId }) => ({ itemId, option: choices.get(itemId) ?? ('blank' as const) }));
    await deps.stores.counts.addOpenVotes(tx, actor.provinceId, session.id, actor.personId, open);
    fp('ballot.after-count');
    await endBallotTask(deps, tx, { actor, session, task: body, action: 'ballot-cast' });
    return { done: true as const };
  });
};

/** A hash of the choices could be tried out; the key remembers only which ballot it was. */
export function blind(key: RequestKey | null, taskId: string): RequestKey | null {
  return key === null ? null : { ...key, bodyHash: createHash('sha256').update(`ballot ${taskId}`).digest('hex') };
}

/** @throws Refused session-closed once it is over, by its end or by its time */
export async function demandOpen(deps: CaseworkDeps, tx: Tx, provinceId: string, id: string): Promise<CouncilSessionRecord> {
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

/** A choice for every item the voter has a voice on, the denominator stays. @throws Refused vote-incomplete */
export function demandChoices(
  items: readonly SessionItem[],
  mine: readonly SessionItem[],
  choices: Readonly<Record<string, BallotOption>>,
): ReadonlyMap<string, BallotOption> {
  const missing = mine.filter((item) => choices[item.id] === undefined).length;
  const unknown = Object.keys(choices).filter((id) => !items.some((item) => item.id === id)).length;
  if (missing > 0 || unknown > 0) {
    throw new Refused('vote-incomplete', { missing, unknown });
  }
  return new Map(mine.flatMap(({ id }) => (choices[id] === undefined ? [] : [[id, choices[id]] as const])));
}

function countsOf(choices: ReadonlyMap<string, BallotOption>): readonly ItemCount[] {
  const one = (chosen: BallotOption, option: BallotOption): number => (chosen === option ? 1 : 0);
  return [...choices].map(([itemId, chosen]) => ({ itemId, yes: one(chosen, 'yes'), no: one(chosen, 'no'), blank: one(chosen, 'blank') }));
}
