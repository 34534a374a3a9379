import { compareDates } from '@thidua/kernel';
import { checkDecisions } from '../eligibility/check-decisions';
import type { DataProblem, DataProblemCode } from '../yaml/problem';
import type { Pack, PackRow } from './pack';
import { awardsOf, PACK_LISTS, packRows } from './rows';

/** Faults that only the whole pack shows: turned-round or overlapping periods, doubled ids, unknown awards, limits and overlay rows. */
export function checkPack(pack: Pack): readonly DataProblem[] {
  return [
    ...period(pack.id, pack.receivedFrom, pack.receivedTo),
    ...packRows(pack).flatMap((row) => period(row.id, row.effectiveFrom, row.effectiveTo)),
    ...PACK_LISTS.flatMap((list) => overlaps(pack[list])),
    ...ambiguities(pack),
    ...checkDecisions(pack),
    // Local rows speak of awards and limits of the pack they lie over; they are looked at again when both are one.
    ...(pack.status === 'local' ? [] : [...unknownAwards(pack), ...unknownLimits(pack), ...unknownOverlayRows(pack)]),
  ];
}

function period(rowId: string, from: PackRow['effectiveFrom'], to: PackRow['effectiveTo']): readonly DataProblem[] {
  return to !== null && compareDates(to, from) < 0
    ? [problem('value-invalid', rowId, 'ngày hết hiệu lực đứng trước ngày có hiệu lực; sửa effectiveTo hoặc effectiveFrom')]
    : [];
}

/** The same id may stand twice only for periods that do not meet, or for other awards or levels. */
function overlaps(rows: readonly PackRow[]): readonly DataProblem[] {
  return pairs(rows)
    .filter(([a, b]) => a.id === b.id && a.province === b.province && meet(a, b) && sameMatter(a, b))
    .map(([a]) =>
      problem('dates-overlap', a.id, `có hai dòng '${a.id}' cùng hiệu lực trong một ngày; kết thúc dòng cũ trước khi dòng mới bắt đầu`),
    );
}

function sameMatter(a: PackRow, b: PackRow): boolean {
  const [mine, yours] = [awardsOf(a), awardsOf(b)];
  if (mine !== null && yours !== null && mine.length + yours.length > 0 && !share(mine, yours)) {
    return false;
  }
  const [here, there] = [levelsOf(a), levelsOf(b)];
  return here === null || there === null || share(here, there);
}

function levelsOf(row: PackRow): readonly string[] | null {
  if ('levels' in row && Array.isArray(row.levels)) {
    return row.levels.filter((level): level is string => typeof level === 'string');
  }
  return 'level' in row && typeof row.level === 'string' ? [row.level] : null;
}

/** Two rows that answer one question on one day: a threshold, a quorum, a council body, a salary, a coefficient, a rounding. */
function ambiguities(pack: Pack): readonly DataProblem[] {
  return [
    ...clash(pack.awards, (a, b) => a.award === b.award),
    ...clash(pack.ballots, (a, b) => share(a.awards, b.awards) && share(a.levels, b.levels)),
    ...clash(
      pack.quorums,
      (a, b) => share(a.levels, b.levels) && (share(a.awards, b.awards) || (a.awards.length === 0 && b.awards.length === 0)),
    ),
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
    .map(([a, b]) =>
      problem('dates-overlap', b.id, `dòng '${a.id}' và dòng '${b.id}' cùng trả lời một câu hỏi trong một ngày; bỏ hoặc kết thúc một dòng`),
    );
}

function unknownAwards(pack: Pack): readonly DataProblem[] {
  const known = new Set(pack.awards.map((row) => row.award));
  return packRows(pack).flatMap((row) =>
    (awardsOf(row) ?? [])
      .filter((award) => !known.has(award))
      .map((award) =>
        problem('reference-unknown', row.id, `danh mục của gói không có '${award}'; thêm vào awards hoặc sửa mã khen thưởng của dòng này`),
      ),
  );
}

function unknownLimits(pack: Pack): readonly DataProblem[] {
  const known = new Set(pack.limits.map((row) => row.id));
  return pack.procedures.flatMap(({ id, limit }) =>
    limit === null || known.has(limit)
      ? []
      : [problem('reference-unknown', id, `gói không có thời hạn '${limit}'; thêm vào limits hoặc sửa khóa limit của dòng này`)],
  );
}

function unknownOverlayRows(pack: Pack): readonly DataProblem[] {
  const ids = new Set(packRows(pack).map((row) => row.id));
  return pack.overlays.flatMap((overlay) =>
    overlay.off
      .filter((id) => !ids.has(id))
      .map((id) => problem('reference-unknown', overlay.id, `lớp phủ tắt dòng '${id}' nhưng gói không có dòng đó; sửa khóa off`)),
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
