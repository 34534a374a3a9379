import { maySeeStatistics, type Actor } from '@thidua/access';
import { packInForce, type Catalogue, type Pack, type StatisticTable } from '@thidua/awards';
import { dayOf, formatLocalDate, type LocalDate } from '@thidua/kernel';
import type { OrgRecord, StatisticScope } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { tiersOf } from '../law/tiers-of';
import { isId } from '../papers/sight';
import { Refused } from '../refused';
import { bodiesBelow, rootsOf, type Merger } from './bodies-below';
import { catalogueOf, movementTree, type NamedMovement } from './statistic-names';
import { tablesOn } from './statistic-tables';

/** Which figures: of a body and those below it, narrowed where something is named. */
export interface StatisticAsked {
  readonly orgId: string;
  readonly movementId?: string | undefined;
  readonly year?: number | undefined;
  readonly occasion?: string | undefined;
  readonly branchId?: string | undefined;
}

/** What a table is filled with for one body. */
export interface StatisticRoom {
  readonly org: OrgRecord;
  readonly scope: StatisticScope;
  readonly catalogue: Catalogue;
  readonly movements: readonly NamedMovement[];
  readonly orgs: readonly OrgRecord[];
  readonly years: readonly number[];
  readonly today: LocalDate;
}

/** The room of a body the actor may look into. @throws Refused not-found, forbidden */
export async function statisticRoomFor(deps: CaseworkDeps, actor: Actor, asked: StatisticAsked): Promise<StatisticRoom> {
  const { provinceId } = actor;
  const [orgs, mergers] = await Promise.all([deps.stores.people.orgs(provinceId), deps.stores.statistics.mergers(provinceId)]);
  if (!orgs.some((org) => org.id === asked.orgId)) {
    throw new Refused('not-found', { what: 'organisation' });
  }
  const holds = (orgId: string): boolean => rootsOf(orgs, orgId).some((root) => bodiesBelow(orgs, mergers, root).has(asked.orgId));
  const seenBy = [...new Set(actor.positions.map((held) => held.orgId))].filter(holds);
  if (!maySeeStatistics(actor, seenBy).allowed) {
    throw new Refused('forbidden', { orgId: asked.orgId });
  }
  return statisticRoom(deps, provinceId, asked, { orgs, mergers });
}

interface Known {
  readonly orgs: readonly OrgRecord[];
  readonly mergers: readonly Merger[];
}

/** The same without asking who looks: for workers, whose orders a gate has checked. @throws Refused not-found */
export async function statisticRoom(deps: CaseworkDeps, provinceId: string, asked: StatisticAsked, known?: Known): Promise<StatisticRoom> {
  const { people, statistics, movements: store } = deps.stores;
  const orgs = known?.orgs ?? (await people.orgs(provinceId));
  const mergers = known?.mergers ?? (await statistics.mergers(provinceId));
  const org = orgs.find((one) => one.id === asked.orgId);
  if (org === undefined) {
    throw new Refused('not-found', { what: 'organisation' });
  }
  const today = dayOf(deps.clock.nowMs());
  const bodies = bodiesBelow(orgs, mergers, org.id);
  await deps.law.refresh();
  const [records, years, tiers] = await Promise.all([
    store.ofProvince(provinceId),
    statistics.years(provinceId, [...bodies.keys()]),
    tiersOf(deps, provinceId, org.id),
  ]);
  const movements = records.map(({ id, content, orgId, parentId }) => {
    const orgName = orgs.find((one) => one.id === orgId)?.name ?? content.carriedOutBy.body;
    return { id, name: content.name.value, orgId, orgName, parentId };
  });
  const around = {
    packs: packsOn(deps, today, provinceId),
    tiers,
    movements,
    orgs,
    bodies,
    rootId: org.id,
    years,
    today: formatLocalDate(today),
  };
  const scope: StatisticScope = {
    bodies,
    level: org.kind === 'department' ? 'UNIT' : org.level,
    movementIds: movementIdsOf(asked.movementId, around),
    year: asked.year ?? null,
    occasion: asked.occasion ?? null,
    branchId: branchOf(asked.branchId, bodies),
    today: around.today,
  };
  return { org, scope, catalogue: catalogueOf(around), movements, orgs, years, today };
}

/** Tables that are made for a body of this level. */
export function tablesFor({ scope, today }: Pick<StatisticRoom, 'scope' | 'today'>): readonly StatisticTable[] {
  return tablesOn(today).filter((table) => table.levels.some((level) => level === scope.level));
}

/** @throws Refused not-found */
export function tableOf(room: StatisticRoom, id: string): StatisticTable {
  const table = tablesFor(room).find((one) => one.id === id);
  if (table === undefined) {
    throw new Refused('not-found', { what: 'statistic-table' });
  }
  return table;
}

/** A movement with those that carry it out; 'none' is what belongs to no movement. @throws Refused request-invalid */
function movementIdsOf(
  id: string | undefined,
  around: { readonly movements: readonly NamedMovement[]; readonly bodies: ReadonlyMap<string, string> },
): readonly string[] | null {
  if (id === undefined || id === 'none') {
    return id === undefined ? null : [id];
  }
  const includes = movementTree(around).find((one) => one.value === id)?.includes;
  if (includes === undefined) {
    throw new Refused('request-invalid', { field: 'movementId' });
  }
  return includes;
}

/** @throws Refused request-invalid */
function branchOf(id: string | undefined, bodies: ReadonlyMap<string, string>): string | null {
  if (id !== undefined && (!isId(id) || bodies.get(id) !== id)) {
    throw new Refused('request-invalid', { field: 'branchId' });
  }
  return id ?? null;
}

function packsOn({ law }: CaseworkDeps, today: LocalDate, provinceId: string): readonly Pack[] {
  const all = law.effective(provinceId);
  const inForce = packInForce(all, today, provinceId);
  return inForce.ok ? [inForce.value, ...all.filter((pack) => pack.id !== inForce.value.id)] : all;
}
