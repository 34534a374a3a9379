import { addMonths, rowsOn, type LimitRow, type Pack } from '@thidua/awards';
import { compareDates, formatLocalDate, parseLocalDate, type LocalDate } from '@thidua/kernel';
import type { RoundRecord, RowCase, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';
import { packOfRound } from '../rounds/round-law';
import { sentRows } from '../rounds/sent-rows';
import { demandOpinions } from './opinions-open';

/** The rule behind the limit that looks back on the achievement (law.md R-10, T-15). */
const FRESHNESS = 'R-10';

/**
 * Before the chair signs to the Prime Minister: the party committee and the ministries were asked and have answered, and the
 * achievement reaches near enough to today.
 * @throws Refused opinion-missing, opinion-awaited, opinion-against, achievement-stale
 */
export async function demandSubmission(
  deps: CaseworkDeps,
  { provinceId, round, today }: { readonly provinceId: string; readonly round: RoundRecord; readonly today: LocalDate },
  tx: Tx,
): Promise<void> {
  const pack = await packOfRound(deps, round);
  const rowIds = (await sentRows(deps, { provinceId, round }, tx)).map((row) => row.id);
  await demandOpinions(deps, { provinceId, round, pack, rowIds, kinds: ['party', 'ministry'], today }, tx);
  const stale = staleRows(pack, await deps.stores.cases.ofRows(provinceId, rowIds, tx), today);
  const [first] = stale;
  if (first !== undefined) {
    const { limit, oldest } = first;
    throw new Refused('achievement-stale', {
      ruleId: FRESHNESS,
      citation: limit.citation,
      months: limit.amount.value,
      oldest: formatLocalDate(oldest),
      names: stale.map(({ row }) => row.name).join('; '),
      rowIds: stale.map(({ row }) => row.rowId),
    });
  }
}

interface Stale {
  readonly row: RowCase;
  readonly limit: LimitRow;
  /** An achievement must reach to this day at least. */
  readonly oldest: LocalDate;
}

/** Rows whose achievement ends too long ago; one whose period nobody has written down is not judged. */
export function staleRows(pack: Pack, rows: readonly RowCase[], today: LocalDate): readonly Stale[] {
  const limits = rowsOn(pack.limits, today).filter((limit) => limit.kind === 'look-back' && limit.amount.unit === 'month');
  return rows.flatMap((row) => {
    const limit = limits.find((one) => one.awards.includes(row.award));
    const end = row.achievementTo === null ? undefined : parseLocalDate(row.achievementTo);
    if (limit === undefined || end === undefined) {
      return [];
    }
    const oldest = addMonths(today, -limit.amount.value);
    return compareDates(end, oldest) < 0 ? [{ row, limit, oldest }] : [];
  });
}
