import { mayRunMovement, maySeeWork, mayWorkFor, type Actor, type HeldPosition } from '@thidua/access';
import type { MovementRecord, OrgRecord, Tx, WorkRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { isId } from '../papers/sight';
import { Refused } from '../refused';

/** A movement with the bodies that stand behind it. */
export interface MovementAtHand {
  readonly record: MovementRecord;
  /** The body that carries it out: UBND xã, UBND tỉnh, a unit with a plan of its own. */
  readonly org: OrgRecord;
  /** The office that runs it: the commune or unit itself, Sở Nội vụ for the province. */
  readonly standing: OrgRecord;
}

export interface WorkAtHand {
  readonly work: WorkRecord;
  readonly movement: MovementAtHand;
}

/** Sight of a movement: its own bodies, bodies above them, and every body below the one that carries it out. @throws Refused not-found */
export async function movementFor(deps: CaseworkDeps, actor: Actor, id: string): Promise<MovementAtHand> {
  const found = await movementAtHand(deps, actor.provinceId, id);
  if (found === undefined || !(await seesMovement(deps, actor, found))) {
    throw new Refused('not-found', { what: 'movement' });
  }
  return found;
}

export async function movementAtHand(deps: CaseworkDeps, provinceId: string, id: string, tx?: Tx): Promise<MovementAtHand | undefined> {
  const record = await deps.stores.movements.byId(provinceId, id, tx);
  const org = record === undefined || record.orgId === null ? undefined : await deps.stores.people.org(provinceId, record.orgId, tx);
  if (record === undefined || org === undefined) {
    return undefined;
  }
  return { record, org, standing: await standingOf(deps, org, tx) };
}

/** Whoever prepares for a body: its own people, Sở Nội vụ for the province. */
export async function standingOf({ stores }: CaseworkDeps, org: OrgRecord, tx?: Tx): Promise<OrgRecord> {
  if (org.kind !== 'province') {
    return org;
  }
  const { department } = await stores.people.seats(org.provinceId, tx);
  return department ?? org;
}

/** @throws Refused forbidden */
export function demandRunner(actor: Actor, { record, standing }: MovementAtHand): HeldPosition {
  const verdict = standing.level === 'UNIT' ? mayWorkFor(actor, standing.id) : mayRunMovement(actor, standing.id);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { movementId: record.id });
  }
  return verdict.position;
}

/** Sight of a work: the body that does it, the one that asked, and whoever runs the movement. @throws Refused not-found */
export async function workFor(deps: CaseworkDeps, actor: Actor, id: string): Promise<WorkAtHand> {
  const work = isId(id) ? await deps.stores.works.byId(actor.provinceId, id) : undefined;
  const movement = work === undefined ? undefined : await movementAtHand(deps, actor.provinceId, work.movementId);
  if (work === undefined || movement === undefined || !maySeeWork(actor, partiesOf(work, movement)).allowed) {
    throw new Refused('not-found', { what: 'movement-work' });
  }
  return { work, movement };
}

export function partiesOf(work: WorkRecord, { org, standing }: MovementAtHand): readonly string[] {
  return [work.orgId, work.askedByOrg, org.id, standing.id];
}

/** @throws Refused forbidden */
export function demandWorker(actor: Actor, work: WorkRecord): HeldPosition {
  const verdict = mayWorkFor(actor, work.orgId);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { workId: work.id });
  }
  return verdict.position;
}

async function seesMovement({ stores }: CaseworkDeps, actor: Actor, found: MovementAtHand): Promise<boolean> {
  return sightOver(await stores.people.orgs(actor.provinceId))(actor, found);
}

/** Who sees which movements of a province: the chain of bodies above and below the one that carries it out. */
export function sightOver(all: readonly OrgRecord[]): (actor: Actor, found: MovementAtHand) => boolean {
  const orgs = new Map(all.map((one) => [one.id, one]));
  const chain = (from: string): readonly string[] => {
    const one = orgs.get(from);
    return one === undefined || one.parentId === null ? [from] : [from, ...chain(one.parentId)];
  };
  return (actor, { org, standing }) => {
    const above = chain(org.id);
    return actor.positions.some(({ orgId }) => orgId === standing.id || above.includes(orgId) || chain(orgId).includes(org.id));
  };
}
