import type { StatisticColumn, StatisticTable, Where } from './table';

/** Facts that are alike in every dimension a table asks for, and how many there are. */
export interface FactGroup {
  readonly n: number;
  readonly at: Readonly<Record<string, string>>;
}

/** A value of a dimension as people read it. */
export interface DimensionValue {
  readonly value: string;
  readonly label: string;
  readonly depth?: number;
  /** Values counted with it, itself included: a movement with those that carry it out. */
  readonly includes?: readonly string[];
  /** Has its line even when nothing is counted on it. */
  readonly always?: boolean;
}

export interface Catalogue {
  /** In the order of their lines. */
  readonly values: Readonly<Record<string, readonly DimensionValue[]>>;
  /** Titles and forms by award code; what 'awardKind' stands for. */
  readonly awardKinds: Readonly<Record<string, string>>;
}

export interface TabulatedLine {
  /** Names the line in the address of its cells. */
  readonly key: string;
  readonly number: string | null;
  readonly label: string;
  readonly depth: number;
  readonly where: Where;
  readonly cells: readonly number[];
}

/** Dimensions the facts have to be told apart by for a table; 'awardKind' is told by the award. */
export function dimensionsOf(table: StatisticTable): readonly string[] {
  const named = [
    ...table.columns.flatMap((column) => Object.keys(column.where)),
    ...table.lines.flatMap((line) => [...Object.keys(line.where), ...(line.each === null ? [] : [line.each])]),
  ];
  return [...new Set(named.map((name) => (name === 'awardKind' ? 'award' : name)))].toSorted();
}

/** The lines of a table with the figure of every cell; a value's line without any figure is left out unless it always stands. */
export function tabulate(table: StatisticTable, catalogue: Catalogue, groups: readonly FactGroup[]): readonly TabulatedLine[] {
  return table.lines.flatMap((line, index) => {
    const base = plainWhere(line.where, catalogue);
    const cellsOf = (where: Where): readonly number[] =>
      table.columns.map((column) => countOf(groups, meet(where, plainWhere(column.where, catalogue))));
    if (line.each === null) {
      const { number, label, depth } = line;
      return [{ key: String(index), number, label: label ?? '', depth, where: base, cells: cellsOf(base) }];
    }
    const { each, depth } = line;
    const found = valuesOf(each, catalogue, groups).flatMap((value) => {
      const where = meet(base, { [each]: value.includes ?? [value.value] });
      const cells = cellsOf(where);
      const stands = cells.some((n) => n > 0) || (value.always === true && Object.values(where).every((some) => some.length > 0));
      const key = `${String(index)}:${value.value}`;
      return stands ? [{ key, number: null, label: value.label, depth: depth + (value.depth ?? 0), where, cells }] : [];
    });
    return found.map((one, at) => ({ ...one, number: line.number === null ? null : line.number.replace('#', String(at + 1)) }));
  });
}

/** What the facts of a cell have in common. */
export function cellWhere(line: Pick<TabulatedLine, 'where'>, column: StatisticColumn, catalogue: Catalogue): Where {
  return meet(line.where, plainWhere(column.where, catalogue));
}

export function countOf(groups: readonly FactGroup[], where: Where): number {
  const asked = Object.entries(where);
  return groups.reduce((sum, { n, at }) => (asked.every(([name, values]) => values.includes(at[name] ?? '')) ? sum + n : sum), 0);
}

/** Both at once: a dimension that both name is what they have in common, possibly nothing. */
export function meet(one: Where, other: Where): Where {
  const shared = Object.keys(one).filter((name) => Object.hasOwn(other, name));
  return {
    ...one,
    ...other,
    ...Object.fromEntries(shared.map((name) => [name, (one[name] ?? []).filter((value) => other[name]?.includes(value))])),
  };
}

/** Titles and forms as the awards they are. */
function plainWhere({ awardKind, ...where }: Where, { awardKinds }: Catalogue): Where {
  return awardKind === undefined
    ? where
    : meet(where, { award: Object.keys(awardKinds).filter((award) => awardKind.includes(awardKinds[award] ?? '')) });
}

/** Known values first, then what nobody has a name for. */
function valuesOf(name: string, { values }: Catalogue, groups: readonly FactGroup[]): readonly DimensionValue[] {
  const known = values[name] ?? [];
  const names = new Set(known.map((one) => one.value));
  const others = [...new Set(groups.flatMap(({ at }) => at[name] ?? []))].filter((value) => !names.has(value)).toSorted();
  return [...known, ...others.map((value) => ({ value, label: value }))];
}
