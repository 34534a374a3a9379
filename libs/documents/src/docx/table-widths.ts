import { elementsOf, millimetresOf, textOf, type HtmlElement } from './html-tree';
import { twips } from './page-setup';

/** Widths that classes of partials/css.hbs give a column, in millimetres. */
const BY_CLASS: Readonly<Record<string, number>> = { stt: 11, vote: 15, nominee: 30, award: 30 };
/** Shares of the whole for tables without lines. */
const SHARES: Readonly<Record<string, readonly number[]>> = { head: [0.43, 0.57], facts: [0.42, 0.58], to: [0.3, 0.7] };

/** Column widths of a table: what its head says in millimetres, the rest by how much stands in each column, all to fill the room. */
export function widthsOf(table: HtmlElement, rows: readonly HtmlElement[], room: number): number[] {
  const columns = Math.max(1, ...rows.map((row) => elementsOf(row).reduce((sum, cell) => sum + cell.colspan, 0)));
  const shares = table.classes.map((name) => SHARES[name]).find((one) => one?.length === columns);
  if (shares !== undefined) {
    return shares.map((share) => Math.floor(share * room));
  }
  const whole = rows.find((row) => elementsOf(row).length === columns);
  const told = whole === undefined ? [] : elementsOf(whole).map(widthOf);
  const said = Array.from({ length: columns }, (_, at) => told[at]);
  const fixed = said.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const free = said.filter((width) => width === undefined).length;
  // Columns that leave no room for the others share it evenly instead.
  if (fixed > room - free * twips(15)) {
    return said.map(() => Math.floor(room / columns));
  }
  if (free === 0) {
    return said.map((width) => Math.floor(((width ?? 0) * room) / fixed));
  }
  const weights = said.map((width, column) => (width === undefined ? weightOf(rows, columns, column) : 0));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return said.map((width, column) => width ?? Math.floor(((room - fixed) * (weights[column] ?? 0)) / all));
}

/** Twice the text needs less than twice the width: a column grows with the root of its longest cell. */
function weightOf(rows: readonly HtmlElement[], columns: number, column: number): number {
  const longest = rows
    .map(elementsOf)
    .filter((cells) => cells.length === columns)
    .map((cells) => textOf(cells[column] ?? '').trim().length);
  return Math.sqrt(Math.min(160, Math.max(16, ...longest)));
}

function widthOf(cell: HtmlElement): number | undefined {
  const millimetres = millimetresOf(cell, 'width') ?? cell.classes.map((name) => BY_CLASS[name]).find((width) => width !== undefined);
  return millimetres === undefined ? undefined : twips(millimetres);
}
