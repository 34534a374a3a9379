import type { AccountView, PersonView } from '@thidua/contract';
import { dayOf, formatLocalDate, isoOf } from '@thidua/kernel';
import type { KeptAccount, PersonRecord, RegisterPost, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { note } from '../note';
import { isId } from '../papers/sight';
import { searchable } from '../plain-text';
import { demandAdministrator } from '../processes/administrator';
import { Refused } from '../refused';
import { addPerson as add, appoint, type PostAsk } from './add-person';
import { hasRole, roleOf, SINGLE_ROLES } from './body-facts';
import { demandBody } from './keep-organisations';
import { demandAnother, keeping, type Keeper } from './keeping';

const PAGE = 50;

/** People of the province by name, with their posts and accounts; and inboxes that nobody can open. */
export const people: Handler<'people'> = async (deps, { actor, query }) => {
  demandAdministrator(actor);
  const { provinceId } = actor;
  const today = formatLocalDate(dayOf(deps.clock.nowMs()));
  const { q = '', orgId = null, page = 1 } = query;
  const { register, accountKeeping } = deps.stores;
  const filter = { search: searchable(q), orgId, limit: PAGE, offset: (page - 1) * PAGE };
  const found = await register.peoplePage(provinceId, filter, today);
  const ids = found.people.map((one) => one.id);
  const [posts, accounts, stranded, bodies] = await Promise.all([
    register.postsOf(provinceId, ids),
    accountKeeping.ofPeople(provinceId, ids),
    register.stranded(provinceId, today),
    register.bodies(provinceId),
  ]);
  const nameOf = (id: string): string => bodies.find((body) => body.id === id)?.name ?? '';
  return {
    people: found.people.map(({ id, fullName, gender, born }): PersonView => {
      const account = accounts.find((one) => one.personId === id);
      const own = posts.filter((post) => post.personId === id).map((post) => postView(post, nameOf(post.orgId), today));
      return { id, fullName, gender, born, posts: own, account: account === undefined ? null : accountView(account) };
    }),
    total: found.total,
    pageSize: PAGE,
    stranded: stranded.map((one) => ({ ...one, orgName: nameOf(one.orgId) })),
  };
};

/** A person, with a first post where one is given. @throws Refused forbidden, not-found, person-known, state-conflict */
export const addPerson: Handler<'addPerson'> = (deps, { actor, body, key }) =>
  keeping(deps, { actor, key }, async (tx, by) => {
    const { provinceId } = actor;
    const { position } = by;
    const { fullName, gender = null, born = null, namesake = false, post } = body;
    const search = searchable(fullName);
    const same = (await deps.stores.register.people(provinceId, tx)).find(
      (one) => one.searchName === search && (born === null || one.born === null || one.born === born),
    );
    if (same !== undefined && !namesake) {
      throw new Refused('person-known', { personId: same.id, fullName: same.fullName });
    }
    const personId = await add(deps, tx, provinceId, { fullName, gender, born });
    await note(deps, tx, actor, { on: 'person', id: personId, position, action: 'person-added', facts: {} });
    const positionId = post === undefined ? null : await appointChecked(deps, tx, by, { personId, ...post });
    return { personId, positionId };
  });

export const changePerson: Handler<'changePerson'> = (deps, { actor, params, body, key }) =>
  keeping(deps, { actor, key }, async (tx, { position }) => {
    const { provinceId } = actor;
    const { seen, ...facts } = body;
    const person = await demandPerson(deps, tx, provinceId, params['id'] ?? '');
    const { id } = person;
    if (seen.fullName !== person.fullName || seen.gender !== person.gender || seen.born !== person.born) {
      throw new Refused('state-conflict', { reason: 'person-changed', personId: id });
    }
    await deps.stores.register.changePerson(tx, provinceId, { id, ...facts, searchName: searchable(facts.fullName) });
    await note(deps, tx, actor, { on: 'person', id, position, action: 'person-changed', facts: {} });
    return { done: true as const };
  });

/** @throws Refused forbidden, not-found, state-conflict where one already sits where one may sit, and for oneself */
export const appointPerson: Handler<'appointPerson'> = (deps, { actor, params, body, key }) =>
  keeping(deps, { actor, key }, async (tx, by) => {
    const { id: personId } = await demandPerson(deps, tx, actor.provinceId, params['id'] ?? '');
    return { positionId: await appointChecked(deps, tx, by, { personId, ...body }) };
  });

/** @throws Refused not-found, request-invalid, state-conflict */
export async function appointChecked(deps: CaseworkDeps, tx: Tx, by: Keeper, ask: PostAsk): Promise<string> {
  const { actor, position } = by;
  const { provinceId } = actor;
  const { orgId, role, personId, from, to = null } = ask;
  demandAnother(by, [personId]);
  const { register } = deps.stores;
  const body = demandBody(await register.bodies(provinceId, tx), orgId, from);
  const fits = roleOf(role);
  if (to !== null && to < from) {
    throw new Refused('request-invalid', { problems: [{ field: 'to', code: 'before-start' }] });
  }
  if (fits === undefined || !hasRole(fits, body.kind)) {
    throw new Refused('state-conflict', { reason: 'role-not-here', role });
  }
  const held = (await register.posts(provinceId, tx)).filter(
    (post) => post.orgId === orgId && post.role === role && (post.to === null || post.to >= from) && (to === null || post.from <= to),
  );
  const other = held.find((post) => post.personId === personId || SINGLE_ROLES.includes(fits));
  if (other !== undefined) {
    throw new Refused('state-conflict', { reason: other.personId === personId ? 'post-known' : 'post-held', positionId: other.id });
  }
  const id = await appoint(deps, tx, provinceId, ask);
  await note(deps, tx, actor, { on: 'position', id, position, action: 'appointed', facts: { personId, orgId, role, from, to } });
  return id;
}

async function demandPerson({ stores }: CaseworkDeps, tx: Tx, provinceId: string, id: string): Promise<PersonRecord> {
  const [person] = isId(id) ? await stores.people.persons(provinceId, [id], tx) : [];
  if (person === undefined) {
    throw new Refused('not-found', { what: 'person' });
  }
  return person;
}

export function stateOn({ from, to }: { readonly from: string; readonly to: string | null }, today: string): 'now' | 'later' | 'over' {
  return from > today ? 'later' : to !== null && to < today ? 'over' : 'now';
}

function postView(post: RegisterPost, orgName: string, today: string): PersonView['posts'][number] {
  const { id, orgId, role, title, from, to } = post;
  return { id, orgId, orgName, role, title, from, to, state: stateOn(post, today) };
}

function accountView({ id, username, hasPassword, codeExpiresAt, disabledAt, lastSignIn }: KeptAccount): AccountView {
  const state = disabledAt !== null ? 'disabled' : hasPassword ? 'active' : codeExpiresAt === null ? 'locked' : 'waiting';
  const iso = (at: Date | null): string | null => (at === null ? null : isoOf(at.getTime()));
  return { id, username, state, codeExpiresAt: iso(codeExpiresAt), lastSignIn: iso(lastSignIn) };
}
