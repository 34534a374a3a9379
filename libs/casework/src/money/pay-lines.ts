import type { PayLine } from '@thidua/contract';
import { dayOf, formatLocalDate, parseLocalDate } from '@thidua/kernel';
import type { FundEntry, FundOf, RewardRow } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { nameOfAward } from '../law/names';
import { packByHash } from '../law/pack-of';
import { tiersOf } from '../law/tiers-of';
import { rewardPlans, standing } from './reward-plan';
import type { Level } from '@thidua/awards';

/** Everyone whose decision a fund pays for, with what is paid, by which formula, and why nothing is paid where it is not (M-01 to M-06). */
export async function payLines(deps: CaseworkDeps, provinceId: string, fund: FundOf): Promise<PayLine[]> {
  const rows = await deps.stores.rewardRows.ofFund(provinceId, fund);
  return linesOf(deps, provinceId, rows);
}

/** The same for given decisions, for the pay list as a paper. */
export async function payLinesOf(deps: CaseworkDeps, provinceId: string, decisionIds: readonly string[]): Promise<PayLine[]> {
  return linesOf(deps, provinceId, await deps.stores.rewardRows.ofDecisions(provinceId, decisionIds));
}

async function linesOf(deps: CaseworkDeps, provinceId: string, rows: readonly RewardRow[]): Promise<PayLine[]> {
  const entries = await deps.stores.funds.ofRows(
    provinceId,
    rows.map((row) => row.id),
  );
  const lines: PayLine[] = [];
  for (const decisionId of new Set(rows.flatMap((row) => row.decisionId ?? []))) {
    lines.push(...(await linesOfDecision(deps, provinceId, { rows: rows.filter((row) => row.decisionId === decisionId), entries })));
  }
  return lines;
}

async function linesOfDecision(
  deps: CaseworkDeps,
  provinceId: string,
  { rows, entries }: { readonly rows: readonly RewardRow[]; readonly entries: readonly FundEntry[] },
): Promise<readonly PayLine[]> {
  const [first] = rows;
  if (first === undefined || first.decisionId === null || first.decisionOrgId === null || first.packHash === null) {
    return [];
  }
  const { decisionId, decisionOrgId, decisionLevel, decisionDate } = first;
  const pack = await packByHash(deps, first.packHash, provinceId);
  const on = (decisionDate === null ? undefined : parseLocalDate(decisionDate)) ?? dayOf(deps.clock.nowMs());
  // The level comes from an authority row of the pack.
  const question = { provinceId, rows, pack, level: decisionLevel as Level, deciderOrgId: decisionOrgId, on };
  const { plans } = await rewardPlans(deps, deps.database.reader, question);
  const tiers = await tiersOf(deps, provinceId, decisionOrgId);
  return plans.map(({ row, reward, amount, reason }): PayLine => {
    const own = entries.filter((entry) => entry.rowId === row.id);
    const commit = own.findLast((entry) => entry.kind === 'commit');
    const { owed, paid } = standing(own);
    const lastPay = own.findLast((entry) => entry.kind === 'pay');
    return {
      rowId: row.id,
      decisionId,
      decisionNumber: row.decisionNumber,
      decisionDate: formatLocalDate(on),
      nominee: row.name,
      kind: row.kind,
      title: row.title,
      awardName: nameOfAward(pack, row.award, tiers, 'full'),
      gross: reward?.amount ?? 0,
      ruleId: reward?.coefficientRowId ?? null,
      formula: commit?.formula ?? reward?.formula ?? '',
      amount: commit === undefined ? (own.length > 0 ? 0 : amount) : owed,
      reason: commit === undefined && own.length > 0 && reason === 'paid' ? 'higher-title-same-period' : reason,
      paidOn: paid > 0 && lastPay !== undefined ? formatLocalDate(dayOf(lastPay.at.getTime())) : null,
      returned: own.some((entry) => entry.kind === 'return'),
    };
  });
}

export type { PayLine };
