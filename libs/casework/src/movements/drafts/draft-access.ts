import { mayRunMovement, mayWorkFor, type Actor, type HeldPosition } from '@thidua/access';
import type { OrgRecord, PlanDraftRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { isId } from '../../papers/sight';
import { Refused } from '../../refused';
import { standingOf } from '../movement-at-hand';

export interface DraftAtWork {
  readonly draft: PlanDraftRecord;
  readonly org: OrgRecord;
  readonly position: HeldPosition;
}

/** A draft is seen and changed by whoever drafts for its body; to others it is not there. @throws Refused not-found */
export async function draftFor(deps: CaseworkDeps, actor: Actor, id: string, tx?: Tx): Promise<DraftAtWork> {
  const draft = isId(id) ? await deps.stores.planDrafts.byId(actor.provinceId, id, tx) : undefined;
  const org = draft === undefined ? undefined : await deps.stores.people.org(actor.provinceId, draft.orgId, tx);
  const position = org === undefined ? null : await drafterOf(deps, actor, org);
  if (draft === undefined || org === undefined || position === null) {
    throw new Refused('not-found', { what: 'plan-draft' });
  }
  return { draft, org, position };
}

/** The body one wants to draft for. @throws Refused not-found · forbidden */
export async function demandDrafter(deps: CaseworkDeps, actor: Actor, orgId: string): Promise<Omit<DraftAtWork, 'draft'>> {
  const org = await deps.stores.people.org(actor.provinceId, orgId);
  if (org === undefined) {
    throw new Refused('not-found', { what: 'organisation' });
  }
  const position = await drafterOf(deps, actor, org);
  if (position === null) {
    throw new Refused('forbidden', { orgId });
  }
  return { org, position };
}

/** Bodies the actor may draft for: the posts' own, and the province for its Sở Nội vụ. */
export async function bodiesOf(deps: CaseworkDeps, actor: Actor): Promise<readonly OrgRecord[]> {
  const [orgs, { province, department }] = [
    await deps.stores.people.orgs(actor.provinceId),
    await deps.stores.people.seats(actor.provinceId),
  ];
  const held = orgs.filter((org) => actor.positions.some((position) => position.orgId === org.id));
  const own = held.map((org) => (org.id === department?.id && province !== undefined ? province : org));
  const may = await Promise.all(own.map(async (org) => ((await drafterOf(deps, actor, org)) === null ? [] : [org])));
  return may.flat();
}

async function drafterOf(deps: CaseworkDeps, actor: Actor, org: OrgRecord): Promise<HeldPosition | null> {
  const standing = await standingOf(deps, org);
  const verdict = standing.level === 'UNIT' ? mayWorkFor(actor, standing.id) : mayRunMovement(actor, standing.id);
  return verdict.allowed ? verdict.position : null;
}
