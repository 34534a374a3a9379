import { cellWhere, dimensionsOf, tabulate, type StatisticTable, type TabulatedLine, type Where } from '@thidua/awards';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';
import { branches } from './statistic-names';
import type { StatisticAsked, StatisticRoom } from './statistic-scope';
import { occasionName } from './statistic-words';

/** The lines of a table with their figures, counted in one query. */
export async function fillTable(
  deps: CaseworkDeps,
  provinceId: string,
  room: StatisticRoom,
  table: StatisticTable,
): Promise<readonly TabulatedLine[]> {
  const groups = await deps.stores.statistics.groups(provinceId, table.source, room.scope, dimensionsOf(table));
  return tabulate(table, room.catalogue, groups);
}

/** What the facts of a cell have in common. @throws Refused request-invalid when the table has no such line or column */
export function whereOfCell(
  { catalogue }: Pick<StatisticRoom, 'catalogue'>,
  table: StatisticTable,
  lines: readonly TabulatedLine[],
  at: { readonly line: string; readonly column: string },
): { readonly where: Where; readonly line: TabulatedLine; readonly label: string } {
  const line = lines.find((one) => one.key === at.line);
  const column = table.columns.find((one) => one.id === at.column);
  if (line === undefined || column === undefined) {
    throw new Refused('request-invalid', { field: line === undefined ? 'line' : 'column' });
  }
  const label = column.group === null ? column.label : `${column.group}: ${column.label}`;
  return { where: cellWhere(line, column, catalogue), line, label };
}

/** The narrowing in words: 'Phong trào …', 'Năm 2026', 'Dịp sơ kết', 'Đơn vị …'. */
export function aboutOf(room: StatisticRoom, asked: StatisticAsked): readonly string[] {
  const { movementId, year, occasion, branchId } = asked;
  const movement = movementId === 'none' ? 'Không theo phong trào' : room.movements.find((one) => one.id === movementId)?.name;
  const branch = branches({ ...room, bodies: room.scope.bodies, rootId: room.org.id, today: room.scope.today }).find(
    (one) => one.id === branchId,
  );
  return [
    ...(year === undefined ? ['Tất cả các năm'] : [`Năm ${String(year)}`]),
    ...(movement === undefined ? [] : [movementId === 'none' ? movement : `Phong trào “${movement}”`]),
    ...(occasion === undefined ? [] : [`Dịp ${occasionName(occasion).toLowerCase()}`]),
    ...(branch === undefined ? [] : [branch.name]),
  ];
}
