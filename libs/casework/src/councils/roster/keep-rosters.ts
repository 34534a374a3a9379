import type { BodyOf, RosterView } from '@thidua/contract';
import { addDays, dayOf, formatLocalDate, parseLocalDate } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { NewCouncil, NewPosition, RegisterPost, RosterLine, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { note } from '../../note';
import { isId } from '../../papers/sight';
import { demandBody } from '../../people/keep-organisations';
import { stateOn } from '../../people/keep-people';
import { demandAnother, keeping } from '../../people/keeping';
import { demandAdministrator } from '../../processes/administrator';
import { Refused } from '../../refused';

/** Every council of the province with its members, those of the past too. */
export const rosters: Handler<'rosters'> = async (deps, { actor }) => {
  demandAdministrator(actor);
  const { provinceId } = actor;
  const today = formatLocalDate(dayOf(deps.clock.nowMs()));
  const [lines, members] = await Promise.all([deps.stores.rosters.list(provinceId), deps.stores.rosters.members(provinceId)]);
  return {
    rosters: lines.map(({ fileSha256, ...line }): RosterView => {
      const own = members.filter((member) => member.councilId === line.id);
      const shown = own.map(({ personId, fullName, title, role, standing }) => ({ personId, fullName, title, role, standing }));
      return { ...line, hasPaper: fileSha256 !== null, state: stateOn(line, today), members: shown };
    }),
  };
};

/**
 * A council by its decision; the one before it ends the day before. Members act from a seat of the body: who has none gets one, who is no
 * longer in it loses it. @throws Refused forbidden, not-found, request-invalid, state-conflict while a session of the old one is open
 */
export const addRoster: Handler<'addRoster'> = (deps, { actor, body, key }) =>
  keeping(deps, { actor, key }, async (tx, by) => {
    const { provinceId } = actor;
    const { position } = by;
    demandMembers(body.members);
    demandAnother(
      by,
      body.members.map((member) => member.personId),
    );
    const { register, rosters: store, registry } = deps.stores;
    const org = demandBody(await register.bodies(provinceId, tx), body.orgId, body.from);
    const before = await demandTurn(deps, tx, provinceId, { orgId: org.id, from: body.from });
    const lastDay = dayBefore(body.from);
    for (const one of before) {
      await store.end(tx, provinceId, one.id, { lastDay, paper: body.paper });
    }
    const posts = (await register.posts(provinceId, tx)).filter((post) => post.to === null || post.to >= body.from);
    const { council, added } = await seatsOf(deps, tx, { provinceId, ask: body, posts });
    await registry.addPositions(tx, provinceId, added);
    await store.insert(tx, provinceId, [council]);
    const kept = new Set(council.members.map((member) => member.positionId));
    const leaving = posts.filter(
      (post) => post.orgId === org.id && post.role === 'council-member' && !kept.has(post.id) && post.from < body.from,
    );
    for (const post of before.length === 0 ? [] : leaving) {
      await register.endPost(tx, provinceId, post.id, lastDay);
    }
    const facts = { orgId: org.id, from: body.from, members: council.members.length, replaces: before.map((one) => one.id) };
    await note(deps, tx, actor, { on: 'council', id: council.id, position, action: 'council-established', facts });
    return { councilId: council.id };
  });

/** @throws Refused forbidden, not-found, request-invalid, state-conflict */
export const endRoster: Handler<'endRoster'> = (deps, { actor, params, body, key }) =>
  keeping(deps, { actor, key }, async (tx, { position }) => {
    const { provinceId } = actor;
    const id = params['id'] ?? '';
    const council = isId(id) ? await deps.stores.rosters.lock(tx, provinceId, id) : undefined;
    if (council === undefined) {
      throw new Refused('not-found', { what: 'council' });
    }
    if (body.lastDay < council.from) {
      throw new Refused('request-invalid', { problems: [{ field: 'lastDay', code: 'before-start' }] });
    }
    if (council.to !== null && council.to <= body.lastDay) {
      throw new Refused('state-conflict', { reason: 'council-over', councilId: id });
    }
    await demandNoSession(deps, tx, provinceId, council.id);
    await deps.stores.rosters.end(tx, provinceId, council.id, body);
    const { lastDay } = body;
    await note(deps, tx, actor, { on: 'council', id: council.id, position, action: 'council-ended', facts: { lastDay } });
    return { done: true as const };
  });

type RosterAsk = BodyOf<'addRoster'>;

/** @throws Refused request-invalid */
function demandMembers(members: RosterAsk['members']): void {
  const problems = [
    ...(members.filter((one) => one.role === 'chair').length === 1 ? [] : [{ field: 'members', code: 'roster-chair' }]),
    ...(new Set(members.map((one) => one.personId)).size === members.length ? [] : [{ field: 'members', code: 'member-twice' }]),
  ];
  if (problems.length > 0) {
    throw new Refused('request-invalid', { problems });
  }
}

/** The councils of the body that the new one takes the place of. @throws Refused state-conflict */
async function demandTurn(
  deps: CaseworkDeps,
  tx: Tx,
  provinceId: string,
  { orgId, from }: { readonly orgId: string; readonly from: string },
): Promise<readonly RosterLine[]> {
  const standing = (await deps.stores.rosters.list(provinceId, tx)).filter(
    (one) => one.orgId === orgId && (one.to === null || one.to >= from),
  );
  for (const one of standing) {
    if (one.from >= from) {
      throw new Refused('state-conflict', { reason: 'council-later', councilId: one.id, from: one.from });
    }
    await demandNoSession(deps, tx, provinceId, one.id);
  }
  return standing;
}

/** The roll of a session that has been opened is frozen, and its members vote to the end. @throws Refused state-conflict */
async function demandNoSession({ stores }: CaseworkDeps, tx: Tx, provinceId: string, councilId: string): Promise<void> {
  const sessions = await stores.rosters.openSessions(tx, provinceId, councilId);
  if (sessions > 0) {
    throw new Refused('state-conflict', { reason: 'session-open', councilId, sessions });
  }
}

interface Seating {
  readonly provinceId: string;
  readonly ask: RosterAsk;
  /** In force on the council's first day or later. */
  readonly posts: readonly RegisterPost[];
}

async function seatsOf(
  { stores, clock }: CaseworkDeps,
  tx: Tx,
  { provinceId, ask, posts }: Seating,
): Promise<{ readonly council: NewCouncil; readonly added: readonly NewPosition[] }> {
  const { orgId, name, paper, from } = ask;
  const ids = ask.members.map((member) => member.personId);
  const known = await stores.people.persons(provinceId, ids, tx);
  const missing = ids.filter((id) => !known.some((person) => person.id === id));
  if (missing.length > 0) {
    throw new Refused('not-found', { what: 'person', missing });
  }
  const added: NewPosition[] = [];
  const members = ask.members.map(({ personId, role, standing, title }) => {
    const own = posts.filter((post) => post.personId === personId && post.from <= from);
    const held = own.find((post) => post.orgId === orgId && post.role === 'council-member' && post.to === null);
    const positionId = held?.id ?? newId(clock);
    if (held === undefined) {
      const said = title ?? own.find((post) => post.role !== 'council-member')?.title ?? 'Thành viên Hội đồng';
      added.push({ id: positionId, orgId, personId, role: 'council-member', title: said, from, to: null });
    }
    return { personId, positionId, role, standing };
  });
  return { council: { id: newId(clock), orgId, name, establishedBy: paper, from, to: null, members }, added };
}

function dayBefore(day: string): string {
  const parsed = parseLocalDate(day);
  if (parsed === undefined) {
    throw new Refused('request-invalid', { problems: [{ field: 'from', code: 'not-a-date' }] });
  }
  return formatLocalDate(addDays(parsed, -1));
}
