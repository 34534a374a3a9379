import type { Actor, HeldPosition } from '@thidua/access';
import { dayOf, formatLocalDate } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { CouncilMember, RoundListed, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { problem } from '../dossiers/row-entries';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';
import { roundFor } from '../rounds/sight';
import { benchOf, type Bench } from './bench-of';
import { secretaryPost } from './offices';
import { note } from '../note';

/** A member declares a conflict of interest, or the secretary records it: before the session opens, with its reason (V-14). */
export const declareRecusal: Handler<'declareRecusal'> = async (deps, { actor, params, body, key }) => {
  const round = await roundFor(deps, actor, params['id'] ?? '');
  return once(deps, key, async (tx) => {
    const bench = await demandPreparing(deps, tx, actor.provinceId, round);
    const { member, position } = demandDeclarer(actor, round, { bench, personId: body.personId ?? actor.personId });
    const rowIds = body.rowIds === undefined || body.rowIds.length === 0 ? [null] : demandRows(bench, body.rowIds);
    const atMs = deps.clock.nowMs();
    for (const rowId of rowIds) {
      const said = { id: newId(deps.clock), roundId: round.id, personId: member.personId, rowId, reason: body.reason, atMs };
      await deps.stores.recusals.declare(tx, actor.provinceId, { ...said, declaredBy: actor.personId });
    }
    const facts = {
      memberId: member.personId,
      rows: rowIds.filter((id) => id !== null).length,
      bySelf: member.personId === actor.personId,
      day: formatLocalDate(dayOf(atMs)),
    };
    await note(deps, tx, actor, { on: 'round', id: round.id, position, action: 'recusal-declared', facts });
    return { done: true as const };
  });
};

/** The chair of the council accepts a declared conflict or declines it (V-14); until then it stands as declared. */
export const ruleOnRecusal: Handler<'ruleOnRecusal'> = async (deps, { actor, params, body, key }) => {
  const round = await roundFor(deps, actor, params['id'] ?? '');
  return once(deps, key, async (tx) => {
    const bench = await demandPreparing(deps, tx, actor.provinceId, round);
    const chair = bench.council.members.find((member) => member.role === 'chair');
    const position = actor.positions[0];
    if (chair?.personId !== actor.personId || position === undefined) {
      throw new Refused('forbidden', { roundId: round.id });
    }
    const ruling = { accepted: body.accepted, atMs: deps.clock.nowMs(), personId: actor.personId };
    if (!(await deps.stores.recusals.rule(tx, actor.provinceId, { roundId: round.id, id: body.recusalId }, ruling))) {
      throw new Refused('not-found', { what: 'recusal' });
    }
    const facts = { recusalId: body.recusalId, accepted: body.accepted, day: formatLocalDate(dayOf(ruling.atMs)) };
    await note(deps, tx, actor, { on: 'round', id: round.id, position, action: 'recusal-ruled', facts });
    return { done: true as const };
  });
};

/** The council that will meet, while no session of the round is open or closed. @throws Refused recusal-too-late, state-conflict */
export async function demandPreparing(deps: CaseworkDeps, tx: Tx, provinceId: string, round: RoundListed): Promise<Bench> {
  // Opening a session holds the same lock: a declaration comes before it, or is refused.
  const now = (await deps.stores.rounds.lock(tx, provinceId, round.id)) ?? round;
  const session = await deps.stores.sessions.ofRound(provinceId, round.id, tx);
  if (session !== undefined && session.status !== 'postponed') {
    throw new Refused('recusal-too-late', { sessionId: session.id, openedAt: session.openedAt.toISOString() });
  }
  const bench = await benchOf(deps, { provinceId, round: now, today: dayOf(deps.clock.nowMs()) }, tx);
  if (bench === undefined || now.status !== 'council') {
    throw new Refused('state-conflict', { reason: bench === undefined ? 'no-council' : 'not-before-council', status: now.status });
  }
  return bench;
}

function demandDeclarer(
  actor: Actor,
  round: RoundListed,
  { bench, personId }: { readonly bench: Bench; readonly personId: string },
): { readonly member: CouncilMember; readonly position: HeldPosition } {
  const member = bench.members.find((one) => one.personId === personId);
  const own = personId === actor.personId;
  const position = own ? actor.positions[0] : secretaryPost(actor, round);
  if (member === undefined || position === undefined) {
    throw new Refused('forbidden', { roundId: round.id });
  }
  return { member, position };
}

function demandRows({ agenda }: Bench, rowIds: readonly string[]): readonly string[] {
  const unknown = rowIds.filter((id) => !agenda.some((row) => row.id === id));
  if (unknown.length > 0) {
    throw new Refused('form-invalid', { problems: unknown.map((id) => problem('rowIds', 'not-a-choice', id)) });
  }
  return [...new Set(rowIds)];
}
