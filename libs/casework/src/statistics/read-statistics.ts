import { maySeeWork, readsFigures, type Actor } from '@thidua/access';
import type { StatisticSource } from '@thidua/awards';
import type { StatisticMenu, StatisticRowList } from '@thidua/contract';
import type { OrgRecord, StatisticRow } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { Refused } from '../refused';
import { rootsOf } from './bodies-below';
import { aboutOf, fillTable, whereOfCell } from './fill-table';
import { branches, movementTree } from './statistic-names';
import { statisticRoomFor, tableOf, tablesFor, type StatisticRoom } from './statistic-scope';
import { stateName, whatName } from './statistic-words';

const PAGE = 100;

/** What the actor may look at: without a body the first one that the actor sits in. @throws Refused forbidden */
export const statistics: Handler<'statistics'> = async (deps, { actor, query }): Promise<StatisticMenu> => {
  const orgs = await deps.stores.people.orgs(actor.provinceId);
  const own = [...new Set(actor.positions.filter(readsFigures).flatMap(({ orgId }) => rootsOf(orgs, orgId)))];
  const orgId = query.orgId ?? own[0];
  if (orgId === undefined) {
    throw new Refused('forbidden', {});
  }
  const room = await statisticRoomFor(deps, actor, { orgId });
  const { scope, movements, years, org } = room;
  return {
    orgId,
    bodies: bodiesFor(orgs, own, scope.today),
    branches: branches({ orgs, bodies: scope.bodies, rootId: org.id, today: scope.today }).map(({ id, name }) => ({ id, name })),
    tables: tablesFor(room).map(({ id, number, title, short, family, confirmed, citation, source }) => ({
      ...{ id, number, title, short, family, confirmed, citation },
      byOccasion: source !== 'movements',
    })),
    movements: movementTree({ movements, bodies: scope.bodies })
      .filter((one) => one.always === true)
      .map(({ value, label, depth = 0 }) => ({ id: value, name: label, depth })),
    years: [...years],
  };
};

export const statisticTable: Handler<'statisticTable'> = async (deps, { actor, params, query }) => {
  const room = await statisticRoomFor(deps, actor, query);
  const table = tableOf(room, params['table'] ?? '');
  const lines = await fillTable(deps, actor.provinceId, room, table);
  const { id, number, title, family, confirmed, citation, counted, notes, lineHead } = table;
  return {
    ...{ id, number, title, family, confirmed, citation, counted, lineHead },
    notes: [...notes],
    orgName: room.org.name,
    about: [...aboutOf(room, query)],
    columns: table.columns.map((column) => ({ id: column.id, label: column.label, group: column.group })),
    lines: lines.map((line) => ({ key: line.key, number: line.number, label: line.label, depth: line.depth, cells: [...line.cells] })),
  };
};

/** The facts behind a cell, a hundred at a time. */
export const statisticRows: Handler<'statisticRows'> = async (deps, { actor, params, query }) => {
  const room = await statisticRoomFor(deps, actor, query);
  const table = tableOf(room, params['table'] ?? '');
  const lines = await fillTable(deps, actor.provinceId, room, table);
  const cell = whereOfCell(room, table, lines, query);
  const offset = query.offset ?? 0;
  const { rows, total } = await deps.stores.statistics.rows(actor.provinceId, table.source, room.scope, {
    where: cell.where,
    limit: PAGE,
    offset,
  });
  const viewOf = await rowViewer(deps, actor, { room, source: table.source, rows });
  return { line: cell.line.label, column: cell.label, total, offset, rows: rows.map(viewOf) };
};

type RowView = StatisticRowList['rows'][number];

async function rowViewer(
  deps: CaseworkDeps,
  actor: Actor,
  { room, source, rows }: { readonly room: StatisticRoom; readonly source: StatisticSource; readonly rows: readonly StatisticRow[] },
): Promise<(row: StatisticRow) => RowView> {
  const mine = [...new Set(actor.positions.map((held) => held.orgId))];
  const ids = [...new Set(rows.map((row) => row.ofId))];
  const dossiers = source === 'nominations' ? await deps.stores.statistics.openable(actor.provinceId, ids, mine) : new Set<string>();
  const awards = new Map((room.catalogue.values['award'] ?? []).map((one) => [one.value, one.label]));
  const openOf = ({ ofId, unitId, askedByOrg }: StatisticRow): RowView['open'] => {
    switch (source) {
      case 'nominations':
        return dossiers.has(ofId) ? { to: 'dossier', id: ofId } : null;
      case 'movements':
        return { to: 'movement', id: ofId };
      case 'works':
        return maySeeWork(actor, [unitId, askedByOrg ?? unitId]).allowed ? { to: 'work', id: ofId } : null;
    }
  };
  return (row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    title: row.title,
    unit: row.unit,
    movement: room.movements.find((one) => one.id === row.movementId)?.name ?? null,
    occasion: row.occasion,
    year: row.year,
    what: source === 'nominations' ? (awards.get(row.what) ?? row.what) : whatName(source, row.what),
    state: stateName(source, row.state),
    day: row.day,
    // Of a work its last day, as people write it.
    numberText: source === 'works' && row.numberText !== null ? row.numberText.split('-').toReversed().join('/') : row.numberText,
    open: openOf(row),
  });
}

/** Own bodies, each with those that stand right below it today. */
function bodiesFor(orgs: readonly OrgRecord[], own: readonly string[], today: string): StatisticMenu['bodies'] {
  const standing = orgs.filter((org) => org.validTo === null || org.validTo >= today);
  const listed: StatisticMenu['bodies'] = [];
  for (const id of own) {
    const below = standing
      .filter((org) => org.parentId === id && !own.includes(org.id))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
    const name = orgs.find((org) => org.id === id)?.name ?? '';
    listed.push({ id, name, depth: 0 }, ...below.map((org) => ({ id: org.id, name: org.name, depth: 1 })));
  }
  return listed;
}
