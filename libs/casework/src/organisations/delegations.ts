import { mayAdminister, type Actor, type HeldPosition } from '@thidua/access';
import type { DelegationView } from '@thidua/contract';
import { dayOf, formatLocalDate, isoOf } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { DelegationLine, RegisterPost, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { note } from '../note';
import { once } from '../once';
import { isId } from '../papers/sight';
import { lenderOf } from '../people/ground-papers';
import { demandAnother } from '../people/keeping';
import { demandAdministrator } from '../processes/administrator';
import { Refused } from '../refused';
import { LENDING_FAULTS, lendingFault, type Lending } from './lending';

/** Delegations of the posts of one's bodies, and those that reach one. */
export const delegations: Handler<'delegations'> = async (deps, { actor }) => {
  const orgIds = actor.positions.map((position) => position.orgId);
  const found = await deps.stores.delegations.seenBy(actor.provinceId, { orgIds, personId: actor.personId });
  const today = formatLocalDate(dayOf(deps.clock.nowMs()));
  const posts = await deps.stores.people.postsIn(actor.provinceId, orgIds, today);
  return {
    delegations: found.map((line) => viewOf(line, actor, today)),
    posts: posts.map(({ id, orgId, title, fullName, personId }) => ({ id, orgId, title, fullName, own: personId === actor.personId })),
  };
};

/** Every delegation of the province, for administrators. */
export const allDelegations: Handler<'allDelegations'> = async (deps, { actor }) => {
  demandAdministrator(actor);
  const today = formatLocalDate(dayOf(deps.clock.nowMs()));
  const found = await deps.stores.delegations.all(actor.provinceId);
  return {
    delegations: found.map((line) => ({
      ...viewOf(line, actor, today),
      ...{ orgId: line.orgId, orgName: line.orgName },
      acceptedAt: line.acceptedAt === null ? null : isoOf(line.acceptedAt.getTime()),
    })),
  };
};

/**
 * A post is lent by the one who holds it, or written down by an administrator as the paper says, by a paper, for steps and awards it names, until a day. TL. may be passed on as TL. within its
 * bounds; KT. and TUQ. are not passed on (NĐ 30/2020 art. 13, check 14); the database says so too. @throws Refused forbidden, delegation-refused
 */
export const grantDelegation: Handler<'grantDelegation'> = async (deps, { actor, body, key }) => {
  const { provinceId } = actor;
  return once(deps, key, async (tx) => {
    // Posts end under the same lock: nothing is lent from or to one that has just ended.
    await deps.stores.register.lock(tx, provinceId);
    const [from, to] = [await postOf(deps, tx, provinceId, body.fromPosition), await postOf(deps, tx, provinceId, body.toPosition)];
    const base = body.restsOn === undefined ? undefined : await lineOf(deps, provinceId, body.restsOn, tx);
    const { grantedBy, position } = demandPower(actor, from, base);
    const recordedBy = position.id === grantedBy ? null : position.id;
    if (recordedBy !== null) {
      demandAnother({ actor, position }, [to.personId]);
    }
    demandSound({ from, to, base, body, living: await deps.stores.delegations.living(provinceId, tx) });
    const id = newId(deps.clock);
    const scope = {
      ...(body.steps === undefined ? {} : { steps: body.steps }),
      ...(body.awards === undefined ? {} : { awards: body.awards }),
    };
    await deps.stores.delegations.insert(tx, provinceId, {
      ...{ id, capacity: body.capacity, fromPosition: from.id, toPosition: to.id, paper: body.paper, scope },
      ...{ from: body.from, to: body.to ?? null, grantedBy, restsOn: base?.id ?? null, recordedBy },
    });
    const facts = { capacity: body.capacity, fromPosition: from.id, toPosition: to.id, from: body.from, to: body.to ?? null };
    await note(deps, tx, actor, { on: 'delegation', id, position, action: 'delegation-granted', facts });
    return { delegationId: id };
  });
};

/** The one it is lent to takes it on; until then it lends nothing. */
export const acceptDelegation: Handler<'acceptDelegation'> = async (deps, { actor, params, key }) => {
  const { provinceId, personId } = actor;
  const line = await lineOf(deps, provinceId, params['id'] ?? '');
  if (line.toPerson !== personId) {
    throw new Refused('forbidden', { delegationId: line.id });
  }
  return once(deps, key, async (tx) => {
    demandLiving(await lineOf(deps, provinceId, line.id, tx));
    await deps.stores.delegations.accept(tx, provinceId, line.id, deps.clock.nowMs());
    const position = actor.positions.find(({ id }) => id === line.toPosition) ?? actor.positions[0];
    if (position === undefined) {
      throw new Refused('forbidden', { delegationId: line.id });
    }
    await note(deps, tx, actor, { on: 'delegation', id: line.id, position, action: 'delegation-accepted', facts: {} });
    return { done: true as const };
  });
};

/** Whoever lent it, holds it, or keeps the register ends it; what rests on it ends with it. */
export const endDelegation: Handler<'endDelegation'> = async (deps, { actor, params, body, key }) => {
  const { provinceId } = actor;
  const line = await lineOf(deps, provinceId, params['id'] ?? '');
  const position = actor.positions.find(({ id }) => id === line.fromPosition || id === line.toPosition) ?? administratorOf(actor);
  if (position === undefined) {
    throw new Refused('forbidden', { delegationId: line.id });
  }
  return once(deps, key, async (tx) => {
    demandLiving(await lineOf(deps, provinceId, line.id, tx));
    const atMs = deps.clock.nowMs();
    await deps.stores.delegations.end(tx, provinceId, line.id, { positionId: position.id, reason: body.reason, atMs });
    await note(deps, tx, actor, { on: 'delegation', id: line.id, position, action: 'delegation-ended', facts: {} });
    return { done: true as const };
  });
};

async function postOf({ stores }: CaseworkDeps, tx: Tx, provinceId: string, id: string): Promise<RegisterPost> {
  const post = isId(id) ? await stores.register.lockPost(tx, provinceId, id) : undefined;
  if (post === undefined) {
    throw new Refused('not-found', { what: 'position' });
  }
  return post;
}

async function lineOf({ stores }: CaseworkDeps, provinceId: string, id: string, tx?: Tx): Promise<DelegationLine> {
  const line = isId(id) ? await stores.delegations.byId(provinceId, id, tx) : undefined;
  if (line === undefined) {
    throw new Refused('not-found', { what: 'delegation' });
  }
  return line;
}

/** @throws Refused state-conflict */
function demandLiving({ id, endedAt }: DelegationLine): void {
  if (endedAt !== null) {
    throw new Refused('state-conflict', { reason: 'delegation-ended', delegationId: id });
  }
}

interface Power {
  /** The lent post itself, or the one that holds what is passed on. */
  readonly grantedBy: string;
  readonly position: HeldPosition;
}

/** The post in whose name it is lent, and the one from which it is written down. @throws Refused forbidden */
function demandPower(actor: Actor, from: RegisterPost, base: DelegationLine | undefined): Power {
  const grantedBy = base === undefined ? from.id : base.toPosition;
  const position = actor.positions.find(({ id }) => id === grantedBy) ?? administratorOf(actor);
  if (position === undefined) {
    throw new Refused('forbidden', { positionId: from.id });
  }
  return { grantedBy, position };
}

function administratorOf(actor: Actor): HeldPosition | undefined {
  const may = mayAdminister(actor);
  return may.allowed ? may.position : undefined;
}

const CITATION = 'Điều 13 Nghị định số 30/2020/NĐ-CP';

/** @throws Refused delegation-refused with the reason the database would give */
function demandSound(lending: Lending): void {
  const reason = lendingFault(lending);
  if (reason !== null) {
    throw new Refused('delegation-refused', { reason, says: LENDING_FAULTS[reason], citation: CITATION, capacity: lending.body.capacity });
  }
}

function viewOf(line: DelegationLine, actor: Actor, today: string): DelegationView {
  const { id, capacity, fromTitle, fromName, toTitle, toName, paper, from, to } = line;
  const { steps, awards } = line.scope;
  const scope = { ...(steps === undefined ? {} : { steps: [...steps] }), ...(awards === undefined ? {} : { awards: [...awards] }) };
  const state = stateOf(line, today);
  const held = actor.positions.map((position) => position.id);
  return {
    ...{ id, capacity, fromTitle, fromName, toTitle, toName, paper, scope, from, to, state },
    passedOn: line.restsOn !== null,
    hasPaper: line.fileSha256 !== null,
    mayFile: mayAdminister(actor).allowed || lenderOf(actor, line) !== undefined,
    mayAccept: state === 'waiting' && line.toPerson === actor.personId,
    mayEnd:
      state !== 'ended' &&
      state !== 'over' &&
      (held.includes(line.fromPosition) || held.includes(line.toPosition) || mayAdminister(actor).allowed),
    mayPassOn: state === 'in-force' && capacity === 'TL' && held.includes(line.toPosition),
  };
}

function stateOf({ endedAt, acceptedAt, from, to }: DelegationLine, today: string): DelegationView['state'] {
  if (endedAt !== null) {
    return 'ended';
  }
  if (to !== null && to < today) {
    return 'over';
  }
  return acceptedAt === null ? 'waiting' : from > today ? 'not-yet' : 'in-force';
}
