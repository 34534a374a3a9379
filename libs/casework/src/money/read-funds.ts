import { fundBalance } from '@thidua/awards';
import type { FundEntryView, PayLine } from '@thidua/contract';
import { dayOf, isoOf } from '@thidua/kernel';
import type { FundEntry, RewardRow } from '@thidua/store';
import type { CaseworkDeps, SheetOut } from '../deps';
import { decisionPlans } from '../decisions/decision-plans';
import type { Handler } from '../handler';
import { nameOfAward } from '../law/names';
import { tiersOf } from '../law/tiers-of';
import { packOfRound } from '../rounds/round-law';
import { roundFor } from '../rounds/sight';
import { balanceView, bodiesOf, fundFor } from './fund-at-hand';
import { payLines } from './pay-lines';
import { rewardPlans, standing } from './reward-plan';
import { formatLocalDate } from '@thidua/kernel';

/** The funds of the bodies the actor has a post in, and of the province for its standing department; this year's is shown before anything is in it. */
export const awardFunds: Handler<'awardFunds'> = async (deps, { actor }) => {
  const { provinceId } = actor;
  const { province, department } = await deps.stores.people.seats(provinceId);
  const own = actor.positions.filter((position) => position.role !== 'council-member').map((position) => position.orgId);
  const withProvince = department !== undefined && own.includes(department.id) && province !== undefined ? [...own, province.id] : own;
  const orgIds = [...new Set(withProvince)];
  const found = await deps.stores.funds.ofOrgs(provinceId, orgIds);
  const year = dayOf(deps.clock.nowMs()).year;
  const empty = await emptyFunds(deps, provinceId, {
    orgIds: orgIds.filter((id) => !found.some((one) => one.orgId === id && one.year === year)),
    year,
  });
  const funds = await Promise.all(
    [...found, ...empty].map(async (fund) =>
      balanceView(deps, provinceId, { fund, actor, bodies: await bodiesOf(deps, provinceId, fund.orgId) }),
    ),
  );
  return { funds: funds.filter((fund) => fund.mayAllot || found.some((one) => one.orgId === fund.orgId)) };
};

async function emptyFunds(
  { stores }: CaseworkDeps,
  provinceId: string,
  { orgIds, year }: { readonly orgIds: readonly string[]; readonly year: number },
): Promise<readonly Parameters<typeof balanceView>[2]['fund'][]> {
  const orgs = await Promise.all(orgIds.map((id) => stores.people.org(provinceId, id)));
  return orgs.flatMap((org) =>
    org === undefined ? [] : [{ orgId: org.id, orgName: org.name, year, allotted: 0, citation: '', version: 0 }],
  );
}

export const awardFund: Handler<'awardFund'> = async (deps, { actor, params }) => {
  const { provinceId } = actor;
  const of = await fundFor(deps, actor, params);
  const org = await deps.stores.people.org(provinceId, of.orgId);
  const fund = (await deps.stores.funds.byId(provinceId, of)) ?? { ...of, orgName: org?.name ?? '', allotted: 0, citation: '', version: 0 };
  const entries = await deps.stores.funds.entries(provinceId, of);
  return {
    ...(await balanceView(deps, provinceId, { fund, actor, bodies: of.bodies })),
    entries: await entryViews(deps, provinceId, entries),
    payLines: await payLines(deps, provinceId, of),
  };
};

async function entryViews(deps: CaseworkDeps, provinceId: string, entries: readonly FundEntry[]): Promise<FundEntryView[]> {
  const rows = new Map(
    (await deps.stores.rewardRows.byIds(provinceId, [...new Set(entries.flatMap((entry) => entry.rowId ?? []))])).map((row) => [
      row.id,
      row,
    ]),
  );
  const people = await deps.stores.people.persons(provinceId, [...new Set(entries.flatMap((entry) => entry.byPerson ?? []))]);
  const tiers = entries[0] === undefined ? [] : await tiersOf(deps, provinceId, entries[0].orgId);
  return entries.map((entry) => {
    const row: RewardRow | undefined = rows.get(entry.rowId ?? '');
    const pack = deps.law.packs.get(row?.packHash ?? '');
    const { id, kind, amount, formula, citation, confirmed } = entry;
    return {
      id,
      kind,
      amount,
      at: isoOf(entry.at.getTime()),
      by: people.find((person) => person.id === entry.byPerson)?.fullName ?? null,
      nominee: row?.name ?? null,
      dossierCode: row?.dossierCode ?? null,
      awardName: entry.award === null ? null : nameOfAward(pack, entry.award, tiers),
      decisionNumber: entry.decisionId !== null && row?.decisionId === entry.decisionId ? row.decisionNumber : null,
      formula,
      citation,
      confirmed,
    };
  });
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const KINDS = { individual: 'Cá nhân', collective: 'Tập thể', household: 'Hộ gia đình' } as const;
const REASONS = {
  paid: '',
  'higher-title-same-period': 'Chỉ chi danh hiệu có mức thưởng cao nhất trong cùng thời gian tính thành tích (M-05)',
  'form-same-achievement': 'Cùng thời gian, cùng thành tích với hình thức đã chi (M-05)',
  'paid-beside-settled': 'Đã chi một mức thấp hơn trước đó, cần đối chiếu (M-05)',
  'no-coefficient': 'Quy định không có mức tiền thưởng',
} as const;

/** The pay list as a table: what a treasury clerk works from. */
export const payList: Handler<'payList'> = async (deps, { actor, params }) => {
  const of = await fundFor(deps, actor, params);
  const org = await deps.stores.people.org(actor.provinceId, of.orgId);
  const lines = await payLines(deps, actor.provinceId, of);
  const bytes = await deps.sheets.write([sheetOf(lines, `Năm ${String(of.year)}`)]);
  return { bytes, fileName: `bang-chi-thuong-${String(of.year)}-${org?.symbol ?? 'don-vi'}.xlsx`, mime: XLSX };
};

function sheetOf(lines: readonly PayLine[], name: string): SheetOut {
  const total = lines.reduce((sum, line) => sum + line.amount, 0);
  return {
    name,
    columns: [
      { title: 'STT', width: 6, type: 'number' },
      { title: 'Họ tên, tập thể, hộ gia đình', width: 32, type: 'text' },
      { title: 'Đối tượng', width: 14, type: 'text' },
      { title: 'Chức vụ, đơn vị', width: 32, type: 'text' },
      { title: 'Danh hiệu, hình thức khen thưởng', width: 36, type: 'text' },
      { title: 'Quyết định số', width: 18, type: 'text' },
      { title: 'Ngày quyết định', width: 14, type: 'date' },
      { title: 'Cách tính', width: 44, type: 'text' },
      { title: 'Số tiền chi (đồng)', width: 18, type: 'number' },
      { title: 'Ghi chú', width: 44, type: 'text' },
      { title: 'Ký nhận', width: 16, type: 'text' },
    ],
    rows: [
      ...lines.map((line, index) => [
        index + 1,
        line.nominee,
        KINDS[line.kind],
        line.title,
        line.awardName,
        line.decisionNumber,
        new Date(`${line.decisionDate}T00:00:00Z`),
        line.formula,
        line.amount,
        line.returned ? 'Đã thu hồi quyết định (M-09)' : REASONS[line.reason],
        null,
      ]),
      [null, 'Cộng', null, null, null, null, null, null, total, null, null],
    ],
  };
}

/** What the decisions to be signed in a round would take, fund by fund: over the fund warns and bars nothing. */
export const rewardBudget: Handler<'rewardBudget'> = async (deps, { actor, params }) => {
  const { provinceId } = actor;
  const round = await roundFor(deps, actor, params['id'] ?? '');
  const pack = await packOfRound(deps, round);
  const on = dayOf(deps.clock.nowMs());
  const day = formatLocalDate(on);
  const rowIds = (await decisionPlans(deps, { provinceId, round, pack, day })).flatMap((plan) => plan.rows.map((row) => row.id));
  const rows = await deps.stores.rewardRows.byIds(provinceId, rowIds);
  const reader = deps.database.reader;
  const { plans } = await rewardPlans(deps, reader, { provinceId, rows, pack, level: round.level, deciderOrgId: round.orgId, on });
  const entries = await deps.stores.funds.ofRows(provinceId, rowIds);
  const orgIds = [...new Set(plans.filter((plan) => plan.amount > 0).map((plan) => plan.fund.orgId))];
  const funds = await Promise.all(
    orgIds.map(async (orgId) => {
      const fund = { orgId, year: on.year };
      const record = await deps.stores.funds.byId(provinceId, fund);
      const balance = fundBalance({ allotted: record?.allotted ?? 0, ...(await deps.stores.funds.totals(provinceId, fund)) });
      const mine = plans.filter((plan) => plan.fund.orgId === orgId);
      const thisRound = mine.reduce((sum, plan) => sum + plan.amount, 0);
      // What the drafts of this very round hold already is not taken twice.
      const held = mine.reduce((sum, plan) => sum + standing(entries.filter((entry) => entry.rowId === plan.row.id)).held, 0);
      const left = balance.left + held - thisRound;
      const orgName = record?.orgName ?? (await deps.stores.people.org(provinceId, orgId))?.name ?? '';
      return { orgName, year: on.year, allotted: balance.allotted, thisRound, left, over: left < 0 };
    }),
  );
  return { funds };
};
