import { addDays, dayOf, formatLocalDate, parseLocalDate } from '@thidua/kernel';
import type { OrgRecord, RegisterBody, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { note } from '../note';
import { organisationOn } from '../organisations/read-organisations';
import { searchable } from '../plain-text';
import { demandAdministrator } from '../processes/administrator';
import { Refused } from '../refused';
import { addOrganisation as add, type OrganisationAsk } from './add-organisation';
import { BODY_FACTS, mayStandUnder } from './body-facts';
import { keeping, type Keeper } from './keeping';

/** A new body under one that lives on its first day. @throws Refused forbidden, not-found, request-invalid, state-conflict */
export const addOrganisation: Handler<'addOrganisation'> = (deps, { actor, body, key }) =>
  keeping(deps, { actor, key }, async (tx, by) => {
    const { parentId, managingOrgId, paper, ...rest } = body;
    const org = await addChecked(deps, tx, by, { ...rest, parentId, managingOrgId: managingOrgId ?? null });
    // The first line of its history: by which paper it came to be.
    const nothing = { legalPerson: null, hasSeal: null, symbol: null, name: null, headBody: null, parentId: null };
    const begun = { orgId: org.id, from: body.from, to: null, ...nothing, paper };
    await deps.stores.organisations.addChange(tx, actor.provinceId, begun);
    return { orgId: org.id };
  });

/** Another body above, from a day that has come; whom it stood under before stays written. @throws Refused forbidden, not-found, request-invalid */
export const moveOrganisation: Handler<'moveOrganisation'> = async (deps, { actor, params, body, key }) => {
  demandAdministrator(actor);
  const { provinceId } = actor;
  const { parentId, from, paper } = body;
  const org = await organisationOn(deps, provinceId, params['id'] ?? '', from);
  if (from > formatLocalDate(dayOf(deps.clock.nowMs())) || from <= org.validFrom) {
    throw new Refused('request-invalid', { problems: [{ field: 'from', code: from <= org.validFrom ? 'before-start' : 'not-yet' }] });
  }
  return keeping(deps, { actor, key }, async (tx, { position }) => {
    const bodies = await deps.stores.register.bodies(provinceId, tx);
    const parent = demandBody(bodies, parentId, from);
    if (isUnder(bodies, parent.id, org.id)) {
      throw new Refused('state-conflict', { reason: 'parent-loop', orgId: org.id });
    }
    await deps.stores.organisations.move(tx, provinceId, org.id, { parentId, from, paper });
    await note(deps, tx, actor, { on: 'organisation', id: org.id, position, action: 'organisation-moved', facts: { parentId, from } });
    return { done: true as const };
  });
};

/** What the body has in hand, and who sits in it. */
export const organisationBurden: Handler<'organisationBurden'> = async (deps, { actor, params }) => {
  demandAdministrator(actor);
  const { provinceId } = actor;
  const today = formatLocalDate(dayOf(deps.clock.nowMs()));
  const org = await organisationOn(deps, provinceId, params['id'] ?? '', today);
  const { organisations, register } = deps.stores;
  const [burden, posts] = await Promise.all([organisations.burden(provinceId, org.id, today), register.postsIn(provinceId, org.id, today)]);
  return { ...burden, posts: posts.map((post) => ({ ...post })) };
};

type Checked = Omit<OrganisationAsk, 'parent'> & { readonly parentId: string };

/** @throws Refused not-found, request-invalid, state-conflict */
export async function addChecked(
  deps: CaseworkDeps,
  tx: Tx,
  { actor, position }: Keeper,
  { parentId, ...ask }: Checked,
): Promise<OrgRecord> {
  const { provinceId } = actor;
  const bodies = await deps.stores.register.bodies(provinceId, tx);
  const parent = demandBody(bodies, parentId, ask.from);
  if (!mayStandUnder(ask.kind, parent.kind)) {
    throw new Refused('request-invalid', { problems: [{ field: 'parentId', code: 'not-under' }] });
  }
  const same = bodies.find((one) => one.parentId === parentId && one.validTo === null && searchable(one.name) === searchable(ask.name));
  if (same !== undefined) {
    throw new Refused('state-conflict', { reason: 'organisation-known', orgId: same.id });
  }
  const { code = null } = ask;
  if (code !== null && bodies.some((one) => one.code?.toUpperCase() === code.toUpperCase())) {
    throw new Refused('state-conflict', { reason: 'code-taken', code });
  }
  const org = await add(deps, tx, provinceId, { ...ask, parent });
  const facts = { kind: ask.kind, level: BODY_FACTS[ask.kind].level, parentId, from: ask.from };
  await note(deps, tx, actor, { on: 'organisation', id: org.id, position, action: 'organisation-added', facts });
  return org;
}

/** @throws Refused not-found */
export function demandBody(bodies: readonly RegisterBody[], id: string, day: string): RegisterBody {
  const body = bodies.find((one) => one.id === id);
  if (body === undefined || body.validFrom > day || (body.validTo !== null && body.validTo < day)) {
    throw new Refused('not-found', { what: 'organisation', orgId: id });
  }
  return body;
}

/** The day after. @throws Refused request-invalid */
export function dayAfter(day: string, field: string): string {
  const parsed = parseLocalDate(day);
  if (parsed === undefined) {
    throw new Refused('request-invalid', { problems: [{ field, code: 'not-a-date' }] });
  }
  return formatLocalDate(addDays(parsed, 1));
}

function isUnder(bodies: readonly RegisterBody[], id: string, above: string): boolean {
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at); at = bodies.find((one) => one.id === at)?.parentId ?? null) {
    if (at === above) {
      return true;
    }
    seen.add(at);
  }
  return false;
}
