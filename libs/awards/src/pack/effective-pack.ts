import { compareDates, err, ok, type LocalDate, type Result } from '@thidua/kernel';
import { checkPack } from './check-pack';
import type { Level, Pack, PackRow } from './pack';
import type { PackProblem } from './read-pack';
import { awardsOf, PACK_LISTS, type PackList } from './rows';
import { switchedOff } from './with-overlay';

/**
 * The law of one province: `base` with the rows of `locals` laid over it, later ones over earlier ones. A local row takes the place of
 * the rows of its id for its awards (and levels); what those say of other awards stays. The result is a pack of its own: released packs
 * never change. Refused when the rows together are no sound pack.
 */
export function effectivePack(base: Pack, locals: readonly Pack[]): Result<Pack, readonly PackProblem[]> {
  const unknown = locals.flatMap((local) =>
    local.switchOn
      .filter((id) => !base.overlays.some((overlay) => overlay.id === id))
      .map((id): PackProblem => ({
        code: 'reference-unknown',
        rowId: id,
        path: 'switchOn',
        message: `gói gốc không có lớp phủ '${id}'; sửa khóa switchOn`,
      })),
  );
  const merged = locals.reduce(laidOver, base);
  const problems = [...unknown, ...checkPack(merged)];
  return problems.length > 0 ? err(problems) : ok(merged);
}

/** A pack as its own overlays leave it: what a place that insists on them may rest on. */
export function withSwitched(base: Pack, { switchOn }: Pick<Pack, 'switchOn'>): Pack {
  const off = base.overlays.filter((overlay) => switchOn.includes(overlay.id)).flatMap((overlay) => overlay.off);
  return off.length === 0
    ? base
    : { ...switchedOff(base, off), overlays: base.overlays.filter((overlay) => !switchOn.includes(overlay.id)) };
}

function laidOver(before: Pack, local: Pack): Pack {
  const base = withSwitched(before, local);
  const lists = Object.fromEntries(PACK_LISTS.map((list) => [list, mergedRows(base, local, list)])) as unknown as Pick<Pack, PackList>;
  return {
    ...base,
    ...lists,
    id: `${base.id}+${local.id}`,
    title: `${base.title}; ${local.title}`,
    citation: `${base.citation}; ${local.citation}`,
    receivedFrom: later(base.receivedFrom, local.receivedFrom),
    receivedTo: earlier(base.receivedTo, local.receivedTo),
    basedOn: base.basedOn !== null && base.province !== null ? base.basedOn : base.id,
    province: local.province,
    simulated: base.simulated || local.simulated,
    eligibilityDmn: local.eligibilityDmn === '' ? base.eligibilityDmn : local.eligibilityDmn,
  };
}

/** A row of the province is a row of its own pack like any other: nobody has to ask for the province again. */
function mergedRows(base: Pack, local: Pack, list: PackList): readonly PackRow[] {
  const own: readonly PackRow[] = local[list].map((row) => ({ ...row, province: null }));
  const rows: readonly PackRow[] = base[list];
  return [
    ...rows.flatMap((row) => own.reduce<readonly PackRow[]>((left, over) => left.flatMap((one) => without(one, over)), [row])),
    ...own,
  ];
}

interface Many extends PackRow {
  readonly awards: readonly string[];
  readonly levels?: readonly Level[];
  readonly level?: Level;
}

/** What is left of a row when another of its id is laid over it. */
function without(row: PackRow, over: PackRow): readonly PackRow[] {
  if (row.id !== over.id) {
    return [row];
  }
  const [mine, taken] = [awardsOf(row), awardsOf(over)];
  if (!isMany(row) || mine === null || taken === null || taken.length === 0 || mine.length === 0) {
    return mine !== null && taken !== null && mine.length > 0 && taken.length > 0 && !mine.some((award) => taken.includes(award))
      ? [row]
      : [];
  }
  const levels = levelsOf(row);
  const takenLevels = isMany(over) ? levelsOf(over) : [];
  if (levels.length > 0 && takenLevels.length > 0 && !levels.some((level) => takenLevels.includes(level))) {
    return [row];
  }
  const rest = mine.filter((award) => !taken.includes(award));
  const shared = mine.filter((award) => taken.includes(award));
  const otherLevels = row.levels?.filter((level) => !takenLevels.includes(level)) ?? [];
  const left: readonly Many[] = [
    ...(rest.length === 0 ? [] : [{ ...row, awards: rest }]),
    ...(shared.length === 0 || otherLevels.length === 0 ? [] : [{ ...row, awards: shared, levels: otherLevels }]),
  ];
  return left;
}

function isMany(row: PackRow): row is Many {
  return 'awards' in row;
}

function levelsOf(row: Many): readonly Level[] {
  return row.levels ?? (row.level === undefined ? [] : [row.level]);
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return compareDates(a, b) >= 0 ? a : b;
}

function earlier(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null || b === null) {
    return a ?? b;
  }
  return compareDates(a, b) <= 0 ? a : b;
}
