import { rowsOn, type Pack, type QuotaRow } from '@thidua/awards';
import type { LocalDate } from '@thidua/kernel';
import type { RoundRecord, RoundRowRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';

export interface QuotaQuestion {
  readonly provinceId: string;
  readonly round: RoundRecord;
  readonly pack: Pack;
  /** Rows that are to go on to the council. */
  readonly rows: readonly RoundRowRecord[];
  readonly today: LocalDate;
}

/**
 * Awards that only a share of the clusters' leaders may be proposed for (R-17), counted over the province and the year of the round: what was
 * given or is on its way in other rounds counts too.
 * @throws Refused quota-exceeded with the numbers
 */
export async function demandQuotas(deps: CaseworkDeps, question: QuotaQuestion, tx: Tx): Promise<void> {
  const { round, pack, rows, today } = question;
  const quotas = rowsOn(pack.quotas, today).filter((row) => row.of === 'cluster-leaders' && row.limit === 'at-most');
  for (const quota of round.level === 'TINH' ? quotas : []) {
    const mine = rows.filter((row) => row.award === quota.award);
    if (mine.length > 0) {
      await demandQuota(deps, question, { quota, mine }, tx);
    }
  }
}

async function demandQuota(
  deps: CaseworkDeps,
  { provinceId, round }: QuotaQuestion,
  { quota, mine }: { readonly quota: QuotaRow; readonly mine: readonly RoundRowRecord[] },
  tx: Tx,
): Promise<void> {
  const leaders = (await deps.stores.clusters.leaders(provinceId, 'TINH', round.year, tx)).length;
  const allowed = atMost(leaders, quota);
  const others = await deps.stores.cases.onTheWay(tx, provinceId, { award: quota.award, year: round.year, not: mine.map((row) => row.id) });
  const proposed = mine.length + others;
  if (proposed > allowed) {
    const { id: ruleId, citation, text, award } = quota;
    throw new Refused('quota-exceeded', { ruleId, citation, text, award, year: round.year, leaders, allowed, proposed, others });
  }
}

/** Whole bodies: a share of the leaders, rounded down. */
export function atMost(leaders: number, { share }: Pick<QuotaRow, 'share'>): number {
  return Math.floor((leaders * share.numerator) / share.denominator);
}
