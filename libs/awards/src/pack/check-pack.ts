import { compareDates } from '@thidua/kernel';
import type { DataProblem, DataProblemCode } from '../yaml/problem';
import type { Pack, PackRow } from './pack';
import { packRows } from './rows';

/** Faults that only the whole pack shows: turned-round or overlapping periods, doubled ids, unknown awards and overlay rows. */
export function checkPack(pack: Pack): readonly DataProblem[] {
  return [
    ...period(pack.id, pack.receivedFrom, pack.receivedTo),
    ...packRows(pack).flatMap((row) => period(row.id, row.effectiveFrom, row.effectiveTo)),
    ...overlaps(packRows(pack)),
    ...ambiguities(pack),
    ...unknownAwards(pack),
    ...unknownOverlayRows(pack),
  ];
}

function period(rowId: string, from: PackRow['effectiveFrom'], to: PackRow['effectiveTo']): readonly DataProblem[] {
  return to !== null && compareDates(to, from) < 0 ? [problem('value-invalid', rowId, 'the period ends before it begins')] : [];
}

/** The same id may stand twice only for periods that do not meet. */
function overlaps(rows: readonly PackRow[]): readonly DataProblem[] {
  return pairs(rows)
    .filter(([a, b]) => a.id === b.id && a.province === b.province && meet(a, b))
    .map(([a]) => problem('dates-overlap', a.id, `two rows '${a.id}' are in force on the same day`));
}

/** Two rows that answer one question on one day: a threshold, a council body, a salary, a coefficient, a rounding. */
function ambiguities(pack: Pack): readonly DataProblem[] {
  return [
    ...clash(pack.awards, (a, b) => a.award === b.award),
    ...clash(pack.ballots, (a, b) => share(a.awards, b.awards) && share(a.levels, b.levels)),
    ...clash(pack.councils, (a, b) => share(a.awards, b.awards) && a.level === b.level),
    ...clash(pack.coefficients, (a, b) => a.award === b.award),
    ...clash(pack.baseSalaries, () => true),
    ...clash(pack.rounding, () => true),
    ...clash(pack.signing, () => true),
  ];
}

function clash<R extends PackRow>(rows: readonly R[], same: (a: R, b: R) => boolean): readonly DataProblem[] {
  return pairs(rows)
    .filter(([a, b]) => a.id !== b.id && a.province === b.province && meet(a, b) && same(a, b))
    .map(([a, b]) => problem('dates-overlap', b.id, `rows '${a.id}' and '${b.id}' answer the same question on the same day`));
}

function unknownAwards(pack: Pack): readonly DataProblem[] {
  const known = new Set(pack.awards.map((row) => row.award));
  const named: readonly (readonly [string, readonly string[]])[] = [
    ...[...pack.authorities, ...pack.ballots, ...pack.councils, ...pack.limits].map((row) => [row.id, row.awards] as const),
    ...pack.coefficients.map((row) => [row.id, [row.award]] as const),
  ];
  return named.flatMap(([rowId, awards]) =>
    awards
      .filter((award) => !known.has(award))
      .map((award) => problem('reference-unknown', rowId, `the award '${award}' is not in the pack`)),
  );
}

function unknownOverlayRows(pack: Pack): readonly DataProblem[] {
  const ids = new Set(packRows(pack).map((row) => row.id));
  return pack.overlays.flatMap((overlay) =>
    overlay.off.filter((id) => !ids.has(id)).map((id) => problem('reference-unknown', overlay.id, `the row '${id}' is not in the pack`)),
  );
}

function meet(a: PackRow, b: PackRow): boolean {
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

function startsBeforeEnd(a: PackRow, b: PackRow): boolean {
  return b.effectiveTo === null || compareDates(a.effectiveFrom, b.effectiveTo) <= 0;
}

function share(a: readonly string[], b: readonly string[]): boolean {
  return a.some((item) => b.includes(item));
}

function pairs<R>(rows: readonly R[]): readonly (readonly [R, R])[] {
  return rows.flatMap((a, index) => rows.slice(index + 1).map((b) => [a, b] as const));
}

function problem(code: DataProblemCode, rowId: string, message: string): DataProblem {
  return { code, rowId, path: rowId, message };
}
