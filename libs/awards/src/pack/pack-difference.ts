import { compareDates, formatLocalDate, type JsonValue, type LocalDate } from '@thidua/kernel';
import type { Pack, PackRow } from './pack';
import { rowToPlain } from './pack-plain';
import { awardsOf, listedRows, type PackList } from './rows';

/** In the keys of the file: `workingDays`, `atLeast` … */
export interface FieldChange {
  readonly field: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
}

/** A row that one of two packs has and the other has not, or has otherwise. */
export interface RowChange {
  readonly list: PackList;
  readonly rowId: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly awards: readonly string[];
  readonly before: PackRow | null;
  readonly after: PackRow | null;
  readonly fields: readonly FieldChange[];
}

export interface PackDifference {
  readonly from: string;
  readonly to: string;
  readonly changes: readonly RowChange[];
  readonly unchanged: number;
}

/** Not part of what a row says: where it was read, and who has confirmed it. */
const ABOUT: readonly string[] = ['source', 'note', 'confirmed'];

/**
 * What changes from one pack to another for what is received under the new one, row by row: rows of one id are paired by what they are
 * about, then in order of their dates; rows that ended before the new pack begins are no change.
 * @param about also tell where only source, note or confirmation differ
 */
export function packDifference(from: Pack, to: Pack, about = false): PackDifference {
  const [before, after] = [grouped(from), grouped(to)];
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const lines = keys.flatMap((key) =>
    paired(before.get(key) ?? [], after.get(key) ?? []).map((pair) => line(pair, to.receivedFrom, about)),
  );
  const changes = lines.filter((one): one is RowChange => one !== undefined);
  return { from: from.id, to: to.id, changes, unchanged: lines.length - changes.length };
}

interface Listed {
  readonly list: PackList;
  readonly row: PackRow;
}

type Pair = readonly [Listed | undefined, Listed | undefined];

function grouped(pack: Pack): ReadonlyMap<string, readonly Listed[]> {
  const groups = new Map<string, Listed[]>();
  for (const one of listedRows(pack)) {
    const key = `${one.list}/${one.row.id}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}

/** The same awards and day first, then the same awards, then what is left in order. */
function paired(before: readonly Listed[], after: readonly Listed[]): readonly Pair[] {
  const left = [...before];
  const take = (fits: (one: Listed) => boolean): Listed | undefined => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const found = new Map<Listed, Listed>();
  for (const same of [sameTerms, sameAwards, sharesAward]) {
    for (const one of after.filter((candidate) => !found.has(candidate))) {
      const match = take((old) => same(old.row, one.row));
      if (match !== undefined) {
        found.set(one, match);
      }
    }
  }
  return [...after.map((one): Pair => [found.get(one), one]), ...left.map((one): Pair => [one, undefined])];
}

function sameTerms(a: PackRow, b: PackRow): boolean {
  return sameAwards(a, b) && formatLocalDate(a.effectiveFrom) === formatLocalDate(b.effectiveFrom);
}

function sameAwards(a: PackRow, b: PackRow): boolean {
  return [...(awardsOf(a) ?? [])].toSorted().join() === [...(awardsOf(b) ?? [])].toSorted().join();
}

function sharesAward(a: PackRow, b: PackRow): boolean {
  const mine = awardsOf(a) ?? [];
  return mine.some((award) => (awardsOf(b) ?? []).includes(award));
}

function line([before, after]: Pair, begins: LocalDate, about: boolean): RowChange | undefined {
  const some = after ?? before;
  if (some === undefined) {
    return undefined;
  }
  const fields =
    before === undefined || after === undefined
      ? []
      : fieldChanges(before.row, after.row, about).filter(({ field }) => field !== 'effectiveFrom' || !both(before, after, begins));
  const ended = before?.row.effectiveTo ?? null;
  const over = after === undefined && ended !== null && compareDates(ended, begins) < 0;
  if (over || (before !== undefined && after !== undefined && fields.length === 0)) {
    return undefined;
  }
  return {
    list: some.list,
    rowId: some.row.id,
    change: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    awards: [
      ...new Set([
        ...(before === undefined ? [] : (awardsOf(before.row) ?? [])),
        ...(after === undefined ? [] : (awardsOf(after.row) ?? [])),
      ]),
    ],
    before: before?.row ?? null,
    after: after?.row ?? null,
    fields,
  };
}

/** Both are in force when the new pack begins: since when makes no difference then. */
function both(before: Listed, after: Listed, begins: LocalDate): boolean {
  return [before, after].every(({ row }) => compareDates(row.effectiveFrom, begins) <= 0);
}

function fieldChanges(before: PackRow, after: PackRow, about: boolean): readonly FieldChange[] {
  const [old, now] = [rowToPlain(before), rowToPlain(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => about || !ABOUT.includes(field))
    .filter((field) => JSON.stringify(old[field] ?? null) !== JSON.stringify(now[field] ?? null))
    .map((field) => ({ field, before: old[field] ?? null, after: now[field] ?? null }));
}
