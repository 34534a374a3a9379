import { reaches, type LocalDate } from '@thidua/kernel';
import type { Pack, QuotaRow } from '../pack/pack';
import { rowsOn } from '../pack/rows';
import type { CriterionVerdict, Verdict } from './verdict';

/** Whom a list would give an award; `direct` = works directly and does not lead, null = nobody has said. */
export interface QuotaNominee {
  readonly id: string;
  readonly text: string;
  readonly award: string;
  readonly direct: boolean | null;
}

/** How many there are of what shares are counted of; undefined = not known. */
export type QuotaBases = Readonly<Partial<Record<QuotaRow['of'], number>>>;

/** The quotas a list must keep, one line per quota row that speaks of an award on it (R-17 and its kin). They warn; who signs decides. */
export function quotaVerdicts(pack: Pack, list: readonly QuotaNominee[], bases: QuotaBases, date: LocalDate): readonly CriterionVerdict[] {
  return rowsOn(pack.quotas, date)
    .filter((row) => list.some((one) => one.award === row.award))
    .map((row) => {
      const nominees = list.filter((one) => one.award === row.award);
      const { id, citation, confirmed } = row;
      const { verdict, text, missing } = shareOf(row, nominees, row.of === 'awarded-in-round' ? nominees.length : bases[row.of]);
      const because = nominees.map((one) => ({ kind: 'dossier' as const, id: one.id, text: one.text }));
      return { criterionId: id, ruleId: id, verdict, text, citation, confirmed, because, missing, hard: false, group: 'all' };
    });
}

function shareOf(
  row: QuotaRow,
  nominees: readonly QuotaNominee[],
  whole: number | undefined,
): { readonly verdict: Verdict; readonly text: string; readonly missing: readonly string[] } {
  if (whole === undefined) {
    return { verdict: 'missing-data', text: row.text, missing: ['Tổng số dùng để tính tỷ lệ'] };
  }
  const counted = row.who === 'all' ? nominees : nominees.filter((one) => one.direct === true);
  const unknown = row.who === 'all' ? [] : nominees.filter((one) => one.direct === null);
  const text = `${row.text} (${counted.length}/${whole})`;
  const sure = row.limit === 'at-most' ? isAtMost(counted.length + unknown.length, whole, row) : reaches(counted.length, whole, row.share);
  const possible =
    row.limit === 'at-most' ? isAtMost(counted.length, whole, row) : reaches(counted.length + unknown.length, whole, row.share);
  const verdict: Verdict = sure ? 'met' : possible ? 'missing-data' : 'not-met';
  return {
    verdict,
    text,
    missing: verdict === 'missing-data' ? unknown.map((one) => `${one.text}: lao động trực tiếp hay lãnh đạo, quản lý`) : [],
  };
}

function isAtMost(part: number, whole: number, { share }: QuotaRow): boolean {
  return part * share.denominator <= share.numerator * whole;
}
