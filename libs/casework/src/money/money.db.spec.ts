import type { FundView, RewardBudget } from '@thidua/contract';
import { ClockStore } from '@thidua/store';
import { HP, RoundPlay } from '../../../../test/harness/round-play';
import { appraised, COMMUNE, COMMUNE_MEMBERS, councilHeld, received, type StoryRow } from '../../../../test/harness/round-story';
import { returnMoney } from './move-money';

const SIGN = { outcome: 'sign', signatureMode: 'digital' };
const SIGNING = 'Ký quyết định khen thưởng';
const NUMBER = 'Cấp số quyết định';

// A dossier's whole way is some forty transactions; the machine may be busy.
jest.setTimeout(60_000);

describe('the award fund', () => {
  let play: RoundPlay;
  let commune: string;

  beforeAll(async () => {
    play = await RoundPlay.open();
    commune = (await play.actor('gp.chutich')).positions[0]?.orgId ?? '';
  }, 60_000);
  afterAll(() => play.close());

  async function on(day: string): Promise<void> {
    const { database, clock } = play.deps;
    await database.inTransaction((tx) => new ClockStore(database).setTo(tx, Date.parse(`${day}T09:00:00+07:00`), { frozen: true }));
    await clock.refresh();
  }

  const fund = (year = 2026): Promise<FundView> => play.call('gp.chutich', 'awardFund', { params: { orgId: commune, year: String(year) } });
  const balance = async (year = 2026): Promise<Pick<FundView, 'held' | 'committed' | 'left'>> => {
    const { held, committed, left } = await fund(year);
    return { held, committed, left };
  };
  const allot = (username: string, amount: number, year = 2026): Promise<object> =>
    play.call(username, 'allotFund', {
      params: { orgId: commune, year: String(year) },
      body: { amount, citation: 'Quyết định số 5/QĐ-UBND' },
    });
  const pay = (username: string, rowIds: readonly string[]): Promise<{ rows: number; amount: number }> =>
    play.call(username, 'recordPayment', {
      params: { orgId: commune, year: '2026' },
      body: { rowIds, paidOn: '2026-03-02', voucher: 'PC-01' },
    });
  const budget = (roundId: string): Promise<RewardBudget> => play.call('gp.chutich', 'rewardBudget', { params: { id: roundId } });

  async function atSignature(unit: string, rows: readonly StoryRow[], more: Parameters<typeof received>[3] = {}): Promise<string> {
    const { roundId } = await received(play, unit, rows, more);
    await appraised(play, COMMUNE, roundId);
    await councilHeld(play, { bench: COMMUNE, members: COMMUNE_MEMBERS, chair: 'gp.chutich' }, roundId);
    return roundId;
  }

  async function issued(roundId: string): Promise<void> {
    await play.does('gp.chutich', SIGNING, roundId, SIGN);
    await play.does('gp.vanthu', NUMBER, roundId, { mode: 'own' });
  }

  const rowIds = async (roundId: string): Promise<string[]> =>
    (await play.rows<{ id: string }>('select row_id as id from round_row where round_id = $1 order by row_id', [roundId])).map(
      (row) => row.id,
    );

  it('is allotted by whoever keeps it, with its paper and a line in the trail', async () => {
    await expect(allot('mt.chutich', 10_000_000)).rejects.toMatchObject({ code: 'not-found' });
    await expect(allot('gp.chuyenvien', 10_000_000)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(allot('gp.chutich', -1)).rejects.toMatchObject({ code: 'fund-state' });
    expect(await allot('gp.chutich', 10_000_000)).toMatchObject({ allotted: 10_000_000, left: 10_000_000, over: false });
    const told = await play.rows(`select action from audit where subject_type = 'fund' and subject_id = $1`, [commune]);
    expect(told).toEqual([{ action: 'fund-allotted' }]);
  });

  it('holds at the draft, owes at the issue, pays once and gets back what is revoked', async () => {
    const rows = [
      { name: 'A', award: 'GK_XA' },
      { name: 'Tổ B', award: 'GK_XA', kind: 'collective' as const },
    ];
    const roundId = await atSignature('gp.ck', rows);
    expect(await balance()).toEqual({ held: 2_120_000, committed: 0, left: 7_880_000 });
    expect((await budget(roundId)).funds).toMatchObject([{ allotted: 10_000_000, thisRound: 2_120_000, left: 7_880_000, over: false }]);
    await issued(roundId);
    expect(await balance()).toEqual({ held: 0, committed: 2_120_000, left: 7_880_000 });
    const ids = await rowIds(roundId);
    await expect(pay('gp.vanthu', ids)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await pay('gp.chutich', ids)).toEqual({ rows: 2, amount: 2_120_000 });
    await expect(pay('gp.chutich', ids)).rejects.toMatchObject({ code: 'fund-state' });
    const paid = await fund();
    expect([paid.paid, paid.left]).toEqual([2_120_000, 7_880_000]);
    expect(paid.payLines.map(({ amount, formula, paidOn }) => [amount, formula, paidOn]).sort()).toEqual([
      [1_410_000, '0,6 × 2.340.000 đồng = 1.404.000 đồng, làm tròn lên 1.410.000 đồng', '2026-03-02'],
      [710_000, '0,3 × 2.340.000 đồng = 702.000 đồng, làm tròn lên 710.000 đồng', '2026-03-02'],
    ]);
    const give = (): ReturnType<typeof returnMoney> =>
      play.deps.database.inTransaction((tx) =>
        returnMoney(play.deps, tx, { provinceId: HP, rowIds: ids.slice(0, 1), atMs: play.deps.clock.nowMs() }),
      );
    expect([...(await give()).values()]).toMatchObject([{ paid: true }]);
    expect((await give()).size).toBe(0);
    const after = await fund();
    expect(after.left).toBe(after.allotted - after.held - after.committed);
    expect(after.returned).toBeGreaterThan(0);
    expect(after.payLines.filter((line) => line.returned)).toHaveLength(1);
  });

  it('takes the base salary of the day of the decision, whatever the draft held (check 24)', async () => {
    await on('2026-06-30');
    const before = await balance();
    const roundId = await atSignature('gp.mn', [{ name: 'C', award: 'GK_XA' }]);
    expect((await balance()).held).toBe(before.held + 710_000);
    await on('2026-07-01');
    await issued(roundId);
    expect(await balance()).toMatchObject({ held: before.held, committed: before.committed + 760_000 });
    const view = await play.call('gp.chutich', 'round', { params: { id: roundId } });
    expect(view.rows.map((row) => row.rewardFormula)).toEqual(['0,3 × 2.530.000 đồng = 759.000 đồng, làm tròn lên 760.000 đồng']);
  });

  it('pays of two titles of one year only the higher, whichever was decided first (M-05)', async () => {
    await on('2026-03-03');
    const [person] = await play.rows<{ id: string }>(
      `select p.person_id as id from position p join org o on o.id = p.org_id join account a on a.person_id = p.person_id where a.username = 'gp.thcs.vanthu'`,
    );
    const personId = person?.id ?? '';
    const before = await balance();
    const rows = [
      { name: 'D', award: 'LDTT', personId },
      { name: 'D', award: 'CSTDCS', personId },
    ];
    const roundId = await atSignature('gp.thcs', rows, { occasion: 'annual', year: 2025 });
    expect((await balance()).held).toBe(before.held + 2_340_000);
    await issued(roundId);
    expect(await balance()).toMatchObject({ held: before.held, committed: before.committed + 2_340_000 });
    const ids = await rowIds(roundId);
    const lines = (await fund()).payLines.filter((line) => ids.includes(line.rowId));
    expect(lines.map(({ gross, amount, reason }) => [gross, amount, reason]).sort()).toEqual([
      [2_340_000, 2_340_000, 'paid'],
      [710_000, 0, 'higher-title-same-period'],
    ]);
  });

  it('lets a draft go when a name falls from the list', async () => {
    const before = await balance();
    const roundId = await atSignature('gp.ck', [
      { name: 'E', award: 'GK_XA' },
      { name: 'F', award: 'GK_XA' },
    ]);
    expect((await balance()).held).toBe(before.held + 1_420_000);
    const [first = ''] = await rowIds(roundId);
    await play.rows(`update nominee_row set state = 'withdrawn' where id = $1`, [first]);
    const task = await play.task('gp.chutich', SIGNING, roundId);
    await expect(play.complete('gp.chutich', task, SIGN)).rejects.toMatchObject({ code: 'paper-state' });
    await play.complete('gp.chutich', task, { ...SIGN, outcome: 'send-back', reason: 'Danh sách đã đổi.' });
    await play.work();
    await play.does('gp.chuyenvien', 'Hoàn thiện dự thảo quyết định', roundId, { note: 'Đã lập lại.' });
    expect((await balance()).held).toBe(before.held + 710_000);
  });

  it('warns when it is exceeded and bars nothing', async () => {
    const { left } = await fund();
    await allot('gp.chutich', -left);
    const roundId = await atSignature('gp.mn', [{ name: 'G', award: 'GK_XA' }]);
    expect((await budget(roundId)).funds).toMatchObject([{ left: -710_000, over: true }]);
    await issued(roundId);
    const after = await fund();
    expect([after.over, after.left]).toEqual([true, -710_000]);
  });

  it('adds up from its lines whatever befell it, and its lines are never changed', async () => {
    const { entries, allotted, held, committed, left } = await fund();
    const sum = (kind: string): number => entries.filter((entry) => entry.kind === kind).reduce((total, entry) => total + entry.amount, 0);
    expect([allotted, held, committed]).toEqual([sum('allot'), sum('hold') - sum('release'), sum('commit') - sum('return')]);
    expect(left).toBe(allotted - held - committed);
    await expect(play.deps.database.inTransaction((tx) => tx.query('update fund_entry set amount = 1'))).rejects.toThrow('written once');
  });

  it('is seen by its own body and, of the province, by the department that keeps the book', async () => {
    const names = async (username: string): Promise<readonly string[]> =>
      (await play.call(username, 'awardFunds')).funds.map((one) => `${one.orgName} ${String(one.mayAllot)}`);
    expect(await names('gp.chuyenvien')).toEqual([expect.stringMatching(/false$/) as string]);
    expect((await names('hp.snv.giamdoc')).length).toBeGreaterThan(0);
    await expect(play.call('mt.chutich', 'awardFund', { params: { orgId: commune, year: '2026' } })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
