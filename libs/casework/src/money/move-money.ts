import { parseLocalDate, dayOf, type LocalDate } from '@thidua/kernel';
import type { Level, Pack } from '@thidua/awards';
import { newId } from '@thidua/runtime';
import type { FundEntry, FundOf, NewFundEntry, RewardRow, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { packByHash } from '../law/pack-of';
import { rewardPlans, standing, type RewardPlan } from './reward-plan';

/** A draft decision: the list it names and the slot its paper fills. */
export interface DraftOfDecision {
  readonly provinceId: string;
  readonly rowIds: readonly string[];
  readonly slot: string;
  readonly pack: Pack;
  readonly level: Level;
  readonly deciderOrgId: string;
  readonly atMs: number;
}

/** Reserves the money of a draft; a new draft of the slot takes the place of the one before, whatever it held. */
export async function holdMoney(deps: CaseworkDeps, tx: Tx, draft: DraftOfDecision): Promise<void> {
  const { provinceId, rowIds, pack, level, deciderOrgId, atMs } = draft;
  const slot = plainSlot(draft.slot);
  const { funds, rewardRows } = deps.stores;
  const rows = await rewardRows.byIds(provinceId, rowIds, tx);
  const { plans, superseded } = await rewardPlans(deps, tx, { provinceId, rows, pack, level, deciderOrgId, on: dayOf(atMs) });
  const dropped = (await funds.heldUnder(tx, provinceId, slot)).filter((id) => !rowIds.includes(id));
  const gone = [...new Set([...dropped, ...superseded])];
  const entries = await funds.ofRows(provinceId, [...rowIds, ...gone], tx);
  const book = await openBook(deps, tx, { provinceId, atMs }, [...plans.map((plan) => plan.fund), ...entries]);
  for (const id of gone) {
    await book.release(entriesOf(entries, id));
  }
  for (const plan of plans) {
    const own = entriesOf(entries, plan.row.id);
    if (!holdsAlready(own, plan)) {
      await book.release(own);
      await book.add(plan, 'hold', { slot });
    }
  }
}

export interface IssuedDecisions {
  readonly provinceId: string;
  readonly decisionIds: readonly string[];
  readonly paperId?: string | null;
  readonly atMs: number;
}

/** Turns what drafts held into what issued decisions owe, at the base salary of the day of the decision; once per row and decision. */
export async function commitMoney(deps: CaseworkDeps, tx: Tx, issued: IssuedDecisions): Promise<void> {
  const { provinceId, decisionIds, paperId = null, atMs } = issued;
  const rows = await deps.stores.rewardRows.ofDecisions(provinceId, decisionIds, tx);
  for (const decisionId of decisionIds) {
    await commitOne(deps, tx, { provinceId, decisionId, paperId, atMs, rows: rows.filter((row) => row.decisionId === decisionId) });
  }
}

interface OneDecision {
  readonly provinceId: string;
  readonly decisionId: string;
  readonly paperId: string | null;
  readonly atMs: number;
  readonly rows: readonly RewardRow[];
}

async function commitOne(deps: CaseworkDeps, tx: Tx, { provinceId, decisionId, paperId, atMs, rows }: OneDecision): Promise<void> {
  const [first] = rows;
  if (first === undefined) {
    return;
  }
  const { on, level, orgId, pack } = await decisionOf(deps, provinceId, first, atMs);
  const { plans, superseded } = await rewardPlans(deps, tx, { provinceId, rows, pack, level, deciderOrgId: orgId, on });
  const entries = await deps.stores.funds.ofRows(
    provinceId,
    rows.map((row) => row.id),
    tx,
  );
  const slots = [...new Set(entries.flatMap((entry) => (entry.kind === 'hold' ? (entry.slot ?? []) : [])))];
  const left = await leftUnder(deps, tx, { provinceId, slots, rows, superseded });
  const book = await openBook(deps, tx, { provinceId, atMs }, [...plans.map((plan) => plan.fund), ...entries, ...left]);
  for (const id of new Set(left.flatMap((entry) => entry.rowId ?? []))) {
    await book.release(entriesOf(left, id));
    await book.giveBack(superseded.includes(id) ? entriesOf(left, id) : []);
  }
  for (const plan of plans) {
    const own = entriesOf(entries, plan.row.id);
    await book.release(own);
    if (!own.some((entry) => entry.kind === 'commit' && entry.decisionId === decisionId)) {
      await book.add(plan, 'commit', { decisionId, paperId });
    }
  }
}

/** Lines of names that were on the draft and are not on the decision, and of awards that give way to this one. */
async function leftUnder(
  { stores }: CaseworkDeps,
  tx: Tx,
  {
    provinceId,
    slots,
    rows,
    superseded,
  }: { readonly slots: readonly string[]; readonly superseded: readonly string[] } & Pick<OneDecision, 'provinceId' | 'rows'>,
): Promise<readonly FundEntry[]> {
  const ids: string[] = [];
  for (const slot of slots) {
    ids.push(...(await stores.funds.heldUnder(tx, provinceId, slot)).filter((id) => !rows.some((row) => row.id === id)));
  }
  return stores.funds.ofRows(provinceId, [...new Set([...ids, ...superseded])], tx);
}

export interface MoneyOfRows {
  readonly provinceId: string;
  readonly rowIds: readonly string[];
  readonly atMs: number;
  readonly personId?: string | null;
  /** The paper that ended the award. */
  readonly paperId?: string | null;
}

/** Gives back what drafts hold for rows that end without a decision. */
export async function releaseMoney(deps: CaseworkDeps, tx: Tx, { provinceId, rowIds, atMs }: MoneyOfRows): Promise<void> {
  const entries = await deps.stores.funds.ofRows(provinceId, rowIds, tx);
  const book = await openBook(deps, tx, { provinceId, atMs }, entries);
  for (const id of rowIds) {
    await book.release(entriesOf(entries, id));
  }
}

/** Takes back what was owed or paid for revoked awards (M-09): it is there to be given again. Answers what each row gives back, đồng. */
export async function returnMoney(
  deps: CaseworkDeps,
  tx: Tx,
  { provinceId, rowIds, atMs, personId = null, paperId = null }: MoneyOfRows,
): Promise<ReadonlyMap<string, { readonly amount: number; readonly paid: boolean }>> {
  const entries = await deps.stores.funds.ofRows(provinceId, rowIds, tx);
  const book = await openBook(deps, tx, { provinceId, atMs }, entries);
  const given = new Map<string, { readonly amount: number; readonly paid: boolean }>();
  for (const id of rowIds) {
    const own = entriesOf(entries, id);
    await book.release(own);
    const amount = await book.giveBack(own, { paperId, personId });
    if (amount > 0) {
      given.set(id, { amount, paid: standing(own).paid > 0 });
    }
  }
  return given;
}

async function decisionOf(
  deps: CaseworkDeps,
  provinceId: string,
  row: RewardRow,
  atMs: number,
): Promise<{ readonly on: LocalDate; readonly level: Level; readonly orgId: string; readonly pack: Pack }> {
  const { decisionDate, decisionLevel, decisionOrgId, packHash } = row;
  if (decisionLevel === null || decisionOrgId === null || packHash === null) {
    throw new Error(`row ${row.id} has no decision`);
  }
  const on = (decisionDate === null ? undefined : parseLocalDate(decisionDate)) ?? dayOf(atMs);
  // The level comes from an authority row of the pack.
  return { on, level: decisionLevel as Level, orgId: decisionOrgId, pack: await packByHash(deps, packHash, provinceId) };
}

interface Book {
  add(plan: RewardPlan, kind: 'hold' | 'commit', about: Pick<NewFundEntry, 'slot' | 'decisionId' | 'paperId'>): Promise<void>;
  release(own: readonly FundEntry[]): Promise<void>;
  /** Answers what was owed and is owed no more, đồng. */
  giveBack(own: readonly FundEntry[], about?: { readonly paperId: string | null; readonly personId: string | null }): Promise<number>;
  line(fund: FundOf, entry: Omit<NewFundEntry, 'id' | 'atMs' | 'personId'> & { readonly personId?: string | null }): Promise<void>;
}

/** The funds concerned, held in one order so that two lists never wait for each other. */
export async function openBook(
  deps: CaseworkDeps,
  tx: Tx,
  { provinceId, atMs }: { readonly provinceId: string; readonly atMs: number },
  about: readonly FundOf[],
): Promise<Book> {
  const { funds } = deps.stores;
  const keys = new Map(about.map(({ orgId, year }) => [`${orgId}/${String(year)}`, { orgId, year }]));
  for (const [, fund] of [...keys].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    await funds.lock(tx, provinceId, fund);
  }
  const line: Book['line'] = (fund, entry) => funds.add(tx, provinceId, fund, { personId: null, ...entry, id: newId(deps.clock), atMs });
  return {
    line,
    add: async ({ row, reward, amount, fund }, kind, more) => {
      if (amount > 0 && reward !== undefined) {
        const { formula, citation, confirmed } = reward;
        await line(fund, { kind, amount, rowId: row.id, award: row.award, formula, citation, confirmed, ...more });
      }
    },
    giveBack: async (own, about = { paperId: null, personId: null }) => {
      const { owed } = standing(own);
      const last = own.findLast((entry) => entry.kind === 'commit');
      if (owed <= 0 || last === undefined) {
        return 0;
      }
      const { rowId, decisionId, award } = last;
      await line(last, { kind: 'return', amount: owed, rowId, decisionId, award, ...about });
      return owed;
    },
    release: async (own) => {
      const { held } = standing(own);
      const last = own.findLast((entry) => entry.kind === 'hold');
      if (held > 0 && last !== undefined) {
        await line(last, { kind: 'release', amount: held, rowId: last.rowId, award: last.award, slot: last.slot });
      }
    },
  };
}

function holdsAlready(own: readonly FundEntry[], { amount, fund }: RewardPlan): boolean {
  const last = own.findLast((entry) => entry.kind === 'hold');
  return standing(own).held === amount && (amount === 0 || (last?.orgId === fund.orgId && last.year === fund.year));
}

function entriesOf(entries: readonly FundEntry[], rowId: string): readonly FundEntry[] {
  return entries.filter((entry) => entry.rowId === rowId);
}

function plainSlot(slot: string): string {
  return slot.replace(/#\d+$/, '');
}
