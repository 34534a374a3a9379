import type { OrganisationSummary, OrganisationView } from '@thidua/contract';
import { dayOf, formatLocalDate, isoOf } from '@thidua/kernel';
import type { OrgRecord, Succession } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { isId } from '../papers/sight';
import { bodyKindOf } from '../people/body-facts';
import { Refused } from '../refused';

/** The province's bodies as they were on a day, today when none is named; ended ones are there on the days they lived. */
export const organisations: Handler<'organisations'> = async (deps, { actor, query }) => {
  const day = query.day ?? formatLocalDate(dayOf(deps.clock.nowMs()));
  const found = await deps.stores.people.orgsAsOf(actor.provinceId, day);
  return { day, organisations: found.map(summaryOf) };
};

/** One body with its history: what changed, whom it came from, who came after it. */
export const organisation: Handler<'organisation'> = async (deps, { actor, params, query }): Promise<OrganisationView> => {
  const { provinceId } = actor;
  const day = query.day ?? formatLocalDate(dayOf(deps.clock.nowMs()));
  const org = await organisationOn(deps, provinceId, params['id'] ?? '', day);
  const { organisations: store } = deps.stores;
  const [changes, predecessors, successors, orgs] = await Promise.all([
    store.changesOf(provinceId, org.id),
    store.predecessorsOf(provinceId, org.id),
    store.successorsOf(provinceId, org.id),
    deps.stores.people.orgs(provinceId),
  ]);
  const nameOf = (id: string | null): string | null => orgs.find((one) => one.id === id)?.name ?? null;
  return {
    ...summaryOf(org),
    ...{ day, headBody: org.headBody, place: org.place },
    changes: changes.map(({ from, to, legalPerson, hasSeal, symbol, name, parentId, paper }) => ({
      ...{ from, to, legalPerson, hasSeal, symbol, name, paper },
      parentName: nameOf(parentId),
    })),
    predecessors: predecessors.map((one) => successionOf(one, one.predecessorId, one.predecessorName)),
    successors: successors.map((one) => successionOf(one, one.successorId, one.successorName)),
  };
};

/** @throws Refused not-found */
export async function organisationOn({ stores }: CaseworkDeps, provinceId: string, id: string, day: string): Promise<OrgRecord> {
  const org = isId(id) ? await stores.people.orgAsOf(provinceId, id, day) : undefined;
  if (org === undefined) {
    throw new Refused('not-found', { what: 'organisation' });
  }
  return org;
}

function summaryOf(org: OrgRecord): OrganisationSummary {
  const { id, parentId, managingOrgId, name, kind, orgKind, level, symbol, legalPerson, hasSeal, validFrom, validTo } = org;
  return {
    id,
    parentId,
    managingOrgId,
    name,
    kind,
    orgKind,
    level,
    bodyKind: bodyKindOf(org),
    symbol,
    legalPerson,
    hasSeal,
    validFrom,
    validTo,
  };
}

function successionOf(one: Succession, orgId: string, name: string): OrganisationView['successors'][number] {
  const { kind, onDate, takesOpenFiles, paper, handedOverAt } = one;
  return { orgId, name, kind, onDate, takesOpenFiles, paper, handedOverAt: handedOverAt === null ? null : isoOf(handedOverAt.getTime()) };
}
