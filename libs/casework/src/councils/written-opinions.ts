import { secrecyRisk } from '@thidua/awards';
import type { Actor } from '@thidua/access';
import type { CouncilSessionRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { checkedUpload } from '../files/checked-upload';
import type { Handler } from '../handler';
import { once } from '../once';
import { isId } from '../papers/sight';
import { Refused } from '../refused';
import { roundFor } from '../rounds/sight';
import { blind, demandChoices, demandOpen } from './cast-ballot';
import { writersOf } from './council-session';
import { endBallotTask } from './end-ballot-task';
import { sealed } from './seal';
import { opinionText } from './typed-opinion';
import { hasVoice } from './voices';

/** An absent member answers in writing, item by item; sealed at once, read by nobody until the count (decision 25). */
export const writeOpinion: Handler<'writeOpinion'> = async (deps, { actor, params, body, key }) => {
  const id = await demandSeen(deps, actor, params['id'] ?? '');
  return once(deps, blind(key, id), async (tx) => {
    const desk = await demandWriter(deps, tx, actor, { id, acknowledged: body.acknowledged === true });
    const mine = desk.items.filter((item) => hasVoice(item, { personId: actor.personId, attendance: 'absent' }, desk.recusals));
    const content = opinionText(desk.items, demandChoices(desk.items, mine, body.choices));
    await kept(deps, tx, actor, { session: desk.session, kind: 'typed', mime: null, content });
    return { done: true as const };
  });
};

/** The same on a signed paper: its scan is sealed like what is typed. */
export const uploadOpinion: Handler<'uploadOpinion'> = async (deps, { actor, params, query, file, key }) => {
  const id = await demandSeen(deps, actor, params['id'] ?? '');
  const { bytes: content, mime } = await checkedUpload(deps, file, 'opinion');
  return once(deps, blind(key, id), async (tx) => {
    const { session } = await demandWriter(deps, tx, actor, { id, acknowledged: query.acknowledged === '1' });
    await kept(deps, tx, actor, { session, kind: 'scan', mime, content });
    return { done: true as const };
  });
};

async function demandSeen(deps: CaseworkDeps, actor: Actor, id: string): Promise<string> {
  const session = isId(id) ? await deps.stores.sessions.byId(actor.provinceId, id) : undefined;
  if (session === undefined) {
    throw new Refused('not-found', { what: 'council-session' });
  }
  await roundFor(deps, actor, session.roundId);
  return session.id;
}

interface Desk {
  readonly session: CouncilSessionRecord;
  readonly items: Awaited<ReturnType<CaseworkDeps['stores']['sessions']['items']>>;
  readonly recusals: Awaited<ReturnType<CaseworkDeps['stores']['recusals']['ofRound']>>;
}

/** @throws Refused session-closed · forbidden to who is not asked in writing · already-voted · secrecy-not-acknowledged */
async function demandWriter(
  deps: CaseworkDeps,
  tx: Tx,
  { provinceId, personId }: Actor,
  { id, acknowledged }: { readonly id: string; readonly acknowledged: boolean },
): Promise<Desk> {
  const { sessions, recusals, writtenOpinions } = deps.stores;
  const session = await demandOpen(deps, tx, provinceId, id);
  const items = await sessions.items(provinceId, id, tx);
  const roll = await sessions.roll(provinceId, id, tx);
  const declared = await recusals.ofRound(provinceId, session.roundId, tx);
  const opinions = await writtenOpinions.ofSession(provinceId, id, tx);
  const me = roll.find((member) => member.personId === personId);
  if (me?.voted === true || opinions.some((one) => one.personId === personId)) {
    throw new Refused('already-voted', { sessionId: id });
  }
  const writers = writersOf(roll, items, declared);
  if (!writers.some((member) => member.personId === personId)) {
    throw new Refused('forbidden', { sessionId: id, reason: 'not-asked-in-writing' });
  }
  const secret = items.some((item) => item.secret && item.inWriting);
  const risk = secrecyRisk({ secret, asked: writers.length, sent: opinions.length });
  if (risk.atRisk && !acknowledged) {
    throw new Refused('secrecy-not-acknowledged', { sent: risk.sent, asked: risk.asked, sentence: risk.sentence });
  }
  return { session, items, recusals: declared };
}

interface Paper {
  readonly session: CouncilSessionRecord;
  readonly kind: 'typed' | 'scan';
  readonly mime: string | null;
  readonly content: Uint8Array;
}

async function kept(deps: CaseworkDeps, tx: Tx, actor: Actor, { session, kind, mime, content }: Paper): Promise<void> {
  const { provinceId, personId } = actor;
  const envelope = { sessionId: session.id, personId };
  if (!(await deps.stores.sessions.markWritten(tx, provinceId, session.id, personId))) {
    throw new Refused('already-voted', { sessionId: session.id });
  }
  const bytes = sealed(deps.sealSecret, envelope, content);
  const paper = { ...envelope, kind, mime, sealed: bytes, atMs: deps.clock.nowMs(), sentBy: personId };
  await deps.stores.writtenOpinions.add(tx, provinceId, paper);
  const round = await deps.stores.rounds.byId(provinceId, session.roundId, tx);
  const [task] = await deps.stores.tasks.openOfAssignee(tx, provinceId, round?.instanceId ?? '', `person:${personId}`);
  if (task !== undefined) {
    await endBallotTask(deps, tx, { actor, session, task: { taskId: task.id, taskVersion: task.version }, action: 'opinion-written' });
  }
}
