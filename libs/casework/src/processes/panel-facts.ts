import { awardName, awardOf, packInForce, positionName, rowsOn, type AuthorityRow, type LimitRow, type Pack } from '@thidua/awards';
import type { PanelAuthority, PanelFacts, PanelForm, PanelLimit, PanelOffice } from '@thidua/contract';
import { readForm } from '@thidua/contract/forms';
import { dayOf, formatLocalDate, type JsonObject, type JsonValue } from '@thidua/kernel';
import type { OrgRecord, PositionRecord } from '@thidua/store';
import { ACTS } from '../acts/acts';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { JOB_TYPES } from '../jobs/job-types';
import { outcomesOfForm } from '../tasks/outcomes';
import { plainAnswers } from '../tasks/plain-answers';
import { demandAdministrator } from './administrator';
import { definitionFor } from './read-definitions';

/** Which bodies a variable of the shipped diagrams may name. */
const OFFICES: readonly { readonly variable: string; readonly has: (org: OrgRecord) => boolean }[] = [
  { variable: 'unit', has: (org) => org.level === 'UNIT' },
  { variable: 'commune', has: (org) => org.kind === 'commune' },
  { variable: 'district', has: (org) => org.kind === 'district' },
  { variable: 'department', has: (org) => org.kind === 'department' && org.level === 'TINH' },
  { variable: 'province', has: (org) => org.kind === 'province' },
];
const MOST_HOLDERS = 3;

/** What the panel lets an administrator choose from: posts with who sits there today, rows of law in force, forms, papers, jobs, processes. */
export const panelFacts: Handler<'panelFacts'> = async (deps, { actor, params }): Promise<PanelFacts> => {
  demandAdministrator(actor);
  const { stores, law, clock, templateDesk } = deps;
  const found = await definitionFor(deps, actor.provinceId, params['id'] ?? '');
  const today = dayOf(clock.nowMs());
  await law.refresh();
  const inForce = packInForce(law.effective(actor.provinceId), today);
  const pack = inForce.ok ? inForce.value : undefined;
  const listed = await stores.definitions.list(actor.provinceId);
  const published = listed.filter((one) => one.status === 'published').toSorted((a, b) => b.version - a.version);
  const newest = published.filter((one, index) => published.findIndex(({ key }) => key === one.key) === index);
  return {
    offices: await officesOf(deps, actor.provinceId, formatLocalDate(today)),
    pack: pack?.title ?? null,
    authorities: pack === undefined ? [] : rowsOn(pack.authorities, today, actor.provinceId).map((row) => authorityView(pack, row)),
    limits: pack === undefined ? [] : rowsOn(pack.limits, today, actor.provinceId).map(limitView).toSorted(byId),
    forms: Object.entries(found.resources.forms).map(([id, form]) => formView(id, form)),
    papers: templateDesk.kinds().map(({ kind, title }) => ({ kind, title })),
    jobTypes: JOB_TYPES.toSorted(),
    callable: newest.map(({ key, name, versionTag }) => ({ key, name, versionTag })),
  };
};

async function officesOf({ stores }: CaseworkDeps, provinceId: string, day: string): Promise<PanelOffice[]> {
  const orgs = await stores.people.orgsAsOf(provinceId, day);
  const placed = OFFICES.map(({ variable, has }) => ({ variable, ids: new Set(orgs.filter(has).map((org) => org.id)) }));
  const all = [...new Set(placed.flatMap(({ ids }) => [...ids]))];
  const posts = await stores.people.postsIn(provinceId, all, day);
  return placed.map(({ variable, ids }) => ({
    variable,
    bodies: ids.size,
    posts: postsOf(posts.filter((post) => ids.has(post.orgId))),
  }));
}

function postsOf(posts: readonly PositionRecord[]): PanelOffice['posts'] {
  const roles = [...new Set(posts.map((post) => post.role))].sort();
  return roles.map((role) => {
    const held = posts.filter((post) => post.role === role);
    return {
      role,
      held: new Set(held.map((post) => post.orgId)).size,
      alone: aloneIn(held),
      holders: held.slice(0, MOST_HOLDERS).map(({ fullName, orgName }) => ({ person: fullName, org: orgName })),
    };
  });
}

/** Bodies in which one person alone holds the post. */
function aloneIn(held: readonly PositionRecord[]): number {
  const people = new Map<string, Set<string>>();
  for (const { orgId, personId } of held) {
    people.set(orgId, (people.get(orgId) ?? new Set<string>()).add(personId));
  }
  return [...people.values()].filter((persons) => persons.size === 1).length;
}

function formView(id: string, form: JsonValue | undefined): PanelForm {
  const read = isJsonObject(form) ? readForm(form) : undefined;
  const outcomes = outcomesOfForm(id).map(({ value, label }) => ({ value, label }));
  const answers = read?.ok === true && !(id in ACTS) ? plainAnswers(read.value) : [];
  return { id, fields: fieldsOf(form), outcomes, answers };
}

function authorityView(pack: Pack, row: AuthorityRow): PanelAuthority {
  const names = row.awards.map((code) => awardOf(pack, code)).flatMap((award) => (award === undefined ? [] : [awardName(award)]));
  const { id, level, role, citation, confirmed } = row;
  return { id, level, role, decider: positionName(row), awards: names, citation, confirmed };
}

function limitView({ id, text, level, amount, startsAt, onSupplement, onOpinion, citation, confirmed }: LimitRow): PanelLimit {
  const workingDays = amount.unit === 'working-day' && amount.value > 0 ? amount.value : null;
  return { id, text, level, workingDays, startsAt, onSupplement, onOpinion, citation, confirmed };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id.localeCompare(b.id, 'vi', { numeric: true });
}

/** The variables a form sets: its own fields; a list of rows sets one name. */
function fieldsOf(form: JsonValue | undefined): string[] {
  const components = isJsonObject(form) && Array.isArray(form['components']) ? form['components'] : [];
  const names = components.filter(isJsonObject).flatMap((component) => nameOf(component));
  return [...new Set(names)];
}

function nameOf(component: JsonObject): readonly string[] {
  const { key, path } = component;
  return typeof path === 'string' ? [path] : typeof key === 'string' ? [key] : fieldsOf(component);
}

function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
