import type { Actor } from '@thidua/access';
import type { DelegationView } from '@thidua/contract';
import { dayOf, formatLocalDate } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { DelegationLine, PositionRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { once } from '../once';
import { isId } from '../papers/sight';
import { Refused } from '../refused';

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

/**
 * A post is lent by the one who holds it, by a paper, for steps and awards it names, until a day. TL. may be passed on as TL. within its
 * bounds; KT. and TUQ. are not passed on (NĐ 30/2020 art. 13, check 14); the database says so too. @throws Refused forbidden, delegation-refused
 */
export const grantDelegation: Handler<'grantDelegation'> = async (deps, { actor, body, key }) => {
  const { provinceId } = actor;
  const [from, to] = [await postOf(deps, provinceId, body.fromPosition), await postOf(deps, provinceId, body.toPosition)];
  const base = body.restsOn === undefined ? undefined : await deps.stores.delegations.byId(provinceId, body.restsOn);
  if (body.restsOn !== undefined && base === undefined) {
    throw new Refused('not-found', { what: 'delegation' });
  }
  const grantedBy = demandPower(actor, from, base);
  demandSound({ from, to, base, body });
  return once(deps, key, async (tx) => {
    const id = newId(deps.clock);
    const scope = {
      ...(body.steps === undefined ? {} : { steps: body.steps }),
      ...(body.awards === undefined ? {} : { awards: body.awards }),
    };
    await deps.stores.delegations.insert(tx, provinceId, {
      ...{ id, capacity: body.capacity, fromPosition: from.id, toPosition: to.id, paper: body.paper, scope },
      ...{ from: body.from, to: body.to ?? null, grantedBy, restsOn: base?.id ?? null },
    });
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
    const known = await lineOf(deps, provinceId, line.id, tx);
    if (known.endedAt !== null) {
      throw new Refused('state-conflict', { reason: 'delegation-ended', delegationId: line.id });
    }
    await deps.stores.delegations.accept(tx, provinceId, line.id, deps.clock.nowMs());
    return { done: true as const };
  });
};

/** Whoever lent it, or holds it, ends it; what rests on it ends with it. */
export const endDelegation: Handler<'endDelegation'> = async (deps, { actor, params, body, key }) => {
  const { provinceId } = actor;
  const line = await lineOf(deps, provinceId, params['id'] ?? '');
  const positionId = actor.positions.find(({ id }) => id === line.fromPosition || id === line.toPosition)?.id;
  if (positionId === undefined) {
    throw new Refused('forbidden', { delegationId: line.id });
  }
  return once(deps, key, async (tx) => {
    const atMs = deps.clock.nowMs();
    await deps.stores.delegations.end(tx, provinceId, line.id, { positionId, reason: body.reason, atMs });
    return { done: true as const };
  });
};

async function postOf({ stores }: CaseworkDeps, provinceId: string, id: string): Promise<PositionRecord> {
  const [post] = isId(id) ? await stores.people.positionsById(provinceId, [id]) : [];
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

/** The post in whose name the actor lends: the lent one itself, or the one that holds what is passed on. @throws Refused forbidden */
function demandPower(actor: Actor, from: PositionRecord, base: DelegationLine | undefined): string {
  const lender = base === undefined ? from.id : base.toPosition;
  if (!actor.positions.some((position) => position.id === lender)) {
    throw new Refused('forbidden', { positionId: from.id });
  }
  return lender;
}

interface Lending {
  readonly from: PositionRecord;
  readonly to: PositionRecord;
  readonly base: DelegationLine | undefined;
  readonly body: {
    readonly capacity: string;
    readonly from: string;
    readonly to?: string | undefined;
    readonly awards?: readonly string[] | undefined;
    readonly steps?: readonly string[] | undefined;
  };
}

const DEPUTY = /^deputy-/;
const CITATION = 'Điều 13 Nghị định số 30/2020/NĐ-CP';

/** @throws Refused delegation-refused with the reason the database would give */
function demandSound({ from, to, base, body }: Lending): void {
  const refuse = (reason: string): never => {
    throw new Refused('delegation-refused', { reason, citation: CITATION, capacity: body.capacity });
  };
  if (from.orgId !== to.orgId) {
    refuse('other-body');
  }
  if (from.personId === to.personId) {
    refuse('same-person');
  }
  if (base !== undefined && (base.capacity === 'TUQ' || base.capacity === 'KT')) {
    refuse('not-passed-on');
  }
  if (base?.capacity === 'TL' && body.capacity !== 'TL') {
    refuse('not-passed-on');
  }
  if (body.capacity === 'TUQ' && (body.to === undefined || (body.awards === undefined && body.steps === undefined))) {
    // TUQ. is limited in time and content.
    refuse('unbounded');
  }
  if (body.to !== undefined && body.to < body.from) {
    refuse('ends-before-it-begins');
  }
  if (body.capacity === 'KT' && !DEPUTY.test(to.role)) {
    // KT. is a deputy's signature; what anybody else signs for the head is TL. or TUQ.
    refuse('not-a-deputy');
  }
  if (base !== undefined) {
    demandWithin(base, { from, body }, refuse);
  }
}

/** What is passed on is the same post, no longer, and for no other steps and awards; only while its own ground stands. */
function demandWithin(base: DelegationLine, { from, body }: Pick<Lending, 'from' | 'body'>, refuse: (reason: string) => never): void {
  if (base.endedAt !== null || base.acceptedAt === null) {
    refuse('ground-not-in-force');
  }
  if (body.capacity === 'Q') {
    refuse('not-passed-on');
  }
  const longer = body.from < base.from || (base.to !== null && (body.to === undefined || body.to > base.to));
  const wider = !isWithin(body.steps, base.scope.steps) || !isWithin(body.awards, base.scope.awards);
  if (longer || wider || base.fromPosition !== from.id) {
    refuse('wider-than-its-ground');
  }
}

/** A missing list is no bound, so nothing but a list lies within one. */
function isWithin(asked: readonly string[] | undefined, bound: readonly string[] | undefined): boolean {
  return bound === undefined || (asked !== undefined && asked.every((one) => bound.includes(one)));
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
    mayAccept: state === 'waiting' && line.toPerson === actor.personId,
    mayEnd: state !== 'ended' && state !== 'over' && (held.includes(line.fromPosition) || held.includes(line.toPosition)),
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
