import type { Actor } from '@thidua/access';
import type { CouncilSessionRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { once } from '../once';
import { isId } from '../papers/sight';
import { Refused } from '../refused';
import { roundFor } from '../rounds/sight';
import { ballotNotOver } from './counting-room';
import { secretaryPost } from './offices';
import { unsealed } from './seal';
import { note } from '../note';

/** The counting team takes the envelopes in hand: only once the ballot is over, and only to count. */
export const openOpinions: Handler<'openOpinions'> = async (deps, { actor, params, key }) => {
  const { session, position } = await demandSecretary(deps, actor, params['id'] ?? '');
  const { provinceId } = actor;
  return once(deps, key, async (tx) => {
    const { sessions, recusals, writtenOpinions } = deps.stores;
    const locked = await sessions.lock(tx, provinceId, session.id);
    if (locked?.status !== 'open') {
      throw new Refused('session-closed', { sessionId: session.id });
    }
    const roll = await sessions.roll(provinceId, session.id, tx);
    const items = await sessions.items(provinceId, session.id, tx);
    const declared = await recusals.ofRound(provinceId, session.roundId, tx);
    const atMs = deps.clock.nowMs();
    const waiting = ballotNotOver({ session: locked, items, roll, recusals: declared }, atMs);
    if (waiting > 0) {
      throw new Refused('counts-sealed', { sessionId: session.id, reason: 'session-open', waiting });
    }
    await writtenOpinions.open(tx, provinceId, session.id, atMs);
    const opinions = await writtenOpinions.ofSession(provinceId, session.id, tx);
    const facts = { sessionId: session.id, opinions: opinions.length };
    await note(deps, tx, actor, { on: 'round', id: session.roundId, position, action: 'opinions-opened', facts });
    return { opinions: opinions.map(({ personId: sender, fullName, kind }) => ({ personId: sender, fullName, kind })) };
  });
};

/** A scanned opinion between its opening and the close of the session; sealed again for ever after. */
export const opinionScan: Handler<'opinionScan'> = async (deps, { actor, params }) => {
  const { session } = await demandSecretary(deps, actor, params['id'] ?? '');
  const personId = params['personId'] ?? '';
  const { writtenOpinions } = deps.stores;
  const opinion = (await writtenOpinions.ofSession(actor.provinceId, session.id)).find((one) => one.personId === personId);
  if (opinion?.kind !== 'scan' || opinion.mime === null) {
    throw new Refused('not-found', { what: 'written-opinion' });
  }
  if (session.status !== 'open' || opinion.openedAt === null) {
    throw new Refused('counts-sealed', { sessionId: session.id });
  }
  const bytes = (await writtenOpinions.sealed(actor.provinceId, session.id, personId)) ?? Buffer.alloc(0);
  return {
    mime: opinion.mime,
    fileName: 'y-kien-bang-van-ban',
    bytes: unsealed(deps.sealSecret, { sessionId: session.id, personId }, bytes),
  };
};

async function demandSecretary(
  deps: CaseworkDeps,
  actor: Actor,
  id: string,
): Promise<{ readonly session: CouncilSessionRecord; readonly position: NonNullable<ReturnType<typeof secretaryPost>> }> {
  const session = isId(id) ? await deps.stores.sessions.byId(actor.provinceId, id) : undefined;
  if (session === undefined) {
    throw new Refused('not-found', { what: 'council-session' });
  }
  const round = await roundFor(deps, actor, session.roundId);
  const position = secretaryPost(actor, round);
  if (position === undefined) {
    throw new Refused('forbidden', { sessionId: session.id });
  }
  return { session, position };
}
