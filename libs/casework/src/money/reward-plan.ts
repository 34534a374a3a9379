import {
  awardOf,
  payable,
  payerFor,
  rewardFor,
  type Level,
  type Pack,
  type Payable,
  type PayReason,
  type Reward,
  type RewardItem,
} from '@thidua/awards';
import type { LocalDate } from '@thidua/kernel';
import type { FundEntry, FundOf, RewardRow, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';

export interface RewardQuestion {
  readonly provinceId: string;
  readonly rows: readonly RewardRow[];
  readonly pack: Pack;
  /** Level that decides, and the body whose head signs. */
  readonly level: Level;
  readonly deciderOrgId: string;
  /** The base salary is that of the day of the decision. */
  readonly on: LocalDate;
}

/** What a nominee is paid, from which fund, by which rows of law. */
export interface RewardPlan {
  readonly row: RewardRow;
  readonly reward: Reward | undefined;
  /** đồng; 0 where nothing is paid. */
  readonly amount: number;
  readonly reason: PayReason | 'no-coefficient';
  readonly fund: FundOf;
}

export interface RewardPlans {
  readonly plans: readonly RewardPlan[];
  /** Other rows of the same people that give way now; nothing was paid for them yet. */
  readonly superseded: readonly string[];
}

/** The money of a list: coefficient × base salary on the day, then what M-05 leaves of it, then who pays by M-06. */
export async function rewardPlans(deps: CaseworkDeps, tx: Tx, question: RewardQuestion): Promise<RewardPlans> {
  const { provinceId, rows, pack, on } = question;
  const rewards = new Map(rows.map((row) => [row.id, rewardOf(pack, row, on)]));
  const kin = await kinOf(deps, tx, { provinceId, rowIds: rows.map((row) => row.id), year: on.year });
  const own = rows.map((row) => ({ row, amount: rewards.get(row.id)?.amount ?? 0, paid: false }));
  const verdicts = new Map<string, Payable>();
  for (const group of bySubject([...own, ...kin])) {
    for (const verdict of payable(group.filter((one) => one.amount > 0).map((one) => itemOf(pack, one)))) {
      verdicts.set(verdict.id, verdict);
    }
  }
  const fundOf = await payers(deps, tx, question);
  const plans = rows.map((row): RewardPlan => {
    const verdict = verdicts.get(row.id);
    return {
      row,
      reward: rewards.get(row.id),
      amount: verdict?.amount ?? 0,
      reason: verdict?.reason ?? 'no-coefficient',
      fund: fundOf(row.award),
    };
  });
  return { plans, superseded: kin.filter((one) => verdicts.get(one.row.id)?.pays === false).map((one) => one.row.id) };
}

function rewardOf(pack: Pack, { award, kind }: RewardRow, decisionDate: LocalDate): Reward | undefined {
  const reward = rewardFor(pack, { award, nomineeKind: kind, decisionDate });
  return reward.ok ? reward.value : undefined;
}

interface RowMoney {
  readonly row: RewardRow;
  /** đồng, of this list or held or owed in the books. */
  readonly amount: number;
  readonly paid: boolean;
}

/** What the same people's other rows have in the books of the year. */
async function kinOf(
  { stores }: CaseworkDeps,
  tx: Tx,
  { provinceId, rowIds, year }: { readonly provinceId: string; readonly rowIds: readonly string[]; readonly year: number },
): Promise<readonly RowMoney[]> {
  const rows = await stores.rewardRows.kin(provinceId, rowIds, tx);
  const entries = await stores.funds.ofRows(
    provinceId,
    rows.map((row) => row.id),
    tx,
  );
  return rows
    .map((row) => {
      const { held, owed, paid } = standing(entries.filter((entry) => entry.rowId === row.id && entry.year === year));
      return { row, amount: held + owed, paid: paid > 0 };
    })
    .filter((one) => one.amount > 0);
}

/** What a row's lines leave: held by a draft, owed by a decision and not given back, paid. */
export function standing(entries: readonly FundEntry[]): { readonly held: number; readonly owed: number; readonly paid: number } {
  const sum = (kind: FundEntry['kind']): number =>
    entries.filter((entry) => entry.kind === kind).reduce((total, entry) => total + entry.amount, 0);
  return { held: sum('hold') - sum('release'), owed: sum('commit') - sum('return'), paid: sum('pay') };
}

/** Rows of the same person or body together; who is known only by name stands alone. */
function bySubject(rows: readonly RowMoney[]): readonly (readonly RowMoney[])[] {
  const groups = new Map<string, RowMoney[]>();
  for (const one of rows) {
    const key = one.row.personId ?? one.row.subjectOrgId ?? one.row.id;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

function itemOf(pack: Pack, { row, amount, paid }: RowMoney): RewardItem {
  const { achievementFrom: from, achievementTo: to } = row;
  const period = from === null || to === null ? String(row.year) : `${from}/${to}`;
  const kind = awardOf(pack, row.award)?.kind ?? 'form';
  return { id: row.id, kind, amount, period, achievement: row.achievementHash, settled: paid };
}

/** The fund each award of the list is paid from (M-06). */
async function payers(
  { stores }: CaseworkDeps,
  tx: Tx,
  { provinceId, pack, level, deciderOrgId, on }: RewardQuestion,
): Promise<(award: string) => FundOf> {
  const { province } = await stores.people.seats(provinceId, tx);
  return (award) => {
    const { payer } = payerFor(pack, { award, level, date: on });
    return { orgId: payer === 'province' ? (province?.id ?? deciderOrgId) : deciderOrgId, year: on.year };
  };
}
