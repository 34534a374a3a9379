import { cloneDatabase } from '../../../../test/harness/database';
import { connect, type Database } from '../database/database';
import { FundStore } from '../money/fund.store';
import { CalendarDayStore } from './calendar-day.store';
import { LimitEventStore } from './limit-event.store';
import { LimitNoticeStore } from './limit-notice.store';
import { RecomputationStore } from './recomputation.store';

const HP = 'HP';
const ORG = id(1);
const AT = Date.UTC(2026, 2, 2, 2);

describe('what limits and money leave in the database', () => {
  let database: Database;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    database = await connect({ url: clone.url, poolSize: 4 });
    await database.inTransaction((tx) =>
      tx.query(`insert into org (province_id, id, kind, level, name, head_body, place, symbol, tier, legal_person, has_seal, valid_from)
        values ('HP', '${ORG}', 'commune', 'XA', 'UBND xã A', 'UBND', 'A', 'A', 'xa', true, true, '2025-07-01')`),
    );
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  it('keeps the events of a dossier in order, and never changes one', async () => {
    const events = new LimitEventStore(database);
    const event = { dossierId: id(2), roundId: null, rowId: null, personId: null, facts: {} };
    await database.inTransaction(async (tx) => {
      await events.add(tx, HP, { ...event, id: id(3), kind: 'complete', atMs: AT + 1 });
      await events.add(tx, HP, { ...event, id: id(4), kind: 'received', atMs: AT });
    });
    expect((await events.ofDossiers(HP, [id(2)])).map((one) => one.kind)).toEqual(['received', 'complete']);
    await expect(database.inTransaction((tx) => tx.query('update limit_event set at = now()'))).rejects.toThrow('written once');
  });

  it('lets a calendar day in when another person approves it, one per place and day', async () => {
    const days = new CalendarDayStore(database);
    const day = {
      id: id(5),
      orgId: null,
      day: '2026-06-01',
      kind: 'closure' as const,
      name: 'N',
      citation: 'C',
      closesAt: null,
      pairId: null,
      proposedBy: id(6),
      atMs: AT,
    };
    const propose = (change: object): Promise<boolean> => database.inTransaction((tx) => days.propose(tx, HP, { ...day, ...change }));
    expect([await propose({}), await propose({ id: id(7) }), await propose({ id: id(8), orgId: ORG })]).toEqual([true, false, true]);
    expect(await days.inForce()).toEqual([]);
    const before = await days.stamp();
    await expect(database.inTransaction((tx) => days.approve(tx, HP, id(5), { personId: id(6), atMs: AT }))).rejects.toThrow();
    await database.inTransaction((tx) => days.approve(tx, HP, id(5), { personId: id(9), atMs: AT }));
    expect((await days.inForce()).map((one) => one.id)).toEqual([id(5)]);
    expect(await days.stamp()).not.toBe(before);
  });

  it('moves the due day of an open task in its inboxes too, and keeps what moved', async () => {
    const store = new RecomputationStore(database);
    await database.inTransaction(async (tx) => {
      await tx.query(`insert into process_definition (province_id, id, key, version, name, set_hash, xml, origin, status, created_at)
        values ('HP', '${id(20)}', 'p', 1, 'p', 'h', '', 'tenant', 'published', '2026-03-02')`);
      await tx.query(`insert into process_instance (province_id, id, definition_id, key, status, org_id, started_at)
        values ('HP', '${id(21)}', '${id(20)}', 'p', 'active', '${ORG}', '2026-03-02')`);
      await tx.query(`insert into task (province_id, id, instance_id, definition_id, element_id, name, status, candidate_groups, due_at, local, org_id, created_at)
        values ('HP', '${id(22)}', '${id(21)}', '${id(20)}', 'e', 'T', 'open', '{g}', '2026-03-10', '{}', '${ORG}', '2026-03-02')`);
      await tx.query(`insert into inbox (province_id, principal, due_at, task_id) values ('HP', 'g', '2026-03-10', '${id(22)}')`);
    });
    const [task] = await store.openTasks(HP);
    const line = { taskId: id(22), ruleId: 'T-16', oldDue: task?.dueAt ?? null, newDue: new Date(AT) };
    const made = { id: id(23), fingerprint: 'f', reason: 'r', tasks: 1, appliedBy: id(6), atMs: AT };
    await database.inTransaction(async (tx) => {
      expect(await store.lockOpenTasks(tx, HP)).toHaveLength(1);
      await store.move(tx, HP, line);
      await store.record(tx, HP, made, [line]);
    });
    const inboxes: unknown = await database.reader.query('select due_at from inbox');
    expect(inboxes).toEqual([{ due_at: new Date(AT) }]);
    expect(await store.applied(HP)).toMatchObject([{ id: id(23), tasks: 1, changed: 1 }]);
  });

  it('gives a reminder once for a due day', async () => {
    const notices = new LimitNoticeStore(database);
    const notice = { taskId: id(22), instanceId: id(21), orgId: ORG, kind: 'reminder' as const, ruleId: null, atMs: AT };
    const add = (n: number, dueAt: Date): Promise<boolean> =>
      database.inTransaction((tx) => notices.add(tx, HP, { ...notice, id: id(n), dueAt }));
    expect([await add(30, new Date(AT)), await add(31, new Date(AT)), await add(32, new Date(AT + 1))]).toEqual([true, false, true]);
    expect(await notices.ofOrgs(HP, [ORG])).toHaveLength(2);
  });

  it('sums a fund from lines that are written once', async () => {
    const funds = new FundStore(database);
    const of = { orgId: ORG, year: 2026 };
    await database.inTransaction(async (tx) => {
      const fund = await funds.lock(tx, HP, of);
      await funds.setAllotted(tx, HP, fund, { allotted: 10_000_000, citation: 'QĐ 1' });
      const line = { rowId: id(40), atMs: AT, personId: null };
      await funds.add(tx, HP, of, { ...line, id: id(41), kind: 'hold', amount: 710_000 });
      await funds.add(tx, HP, of, { ...line, id: id(42), kind: 'release', amount: 710_000 });
      await funds.add(tx, HP, of, { ...line, id: id(43), kind: 'commit', amount: 760_000 });
    });
    expect(await funds.totals(HP, of)).toEqual({ hold: 710_000, release: 710_000, commit: 760_000, pay: 0, return: 0 });
    expect(await funds.byId(HP, of)).toMatchObject({ allotted: 10_000_000, orgName: 'UBND xã A', version: 1 });
    expect((await funds.ofRows(HP, [id(40)])).map((one) => one.kind)).toEqual(['hold', 'release', 'commit']);
    await expect(database.inTransaction((tx) => tx.query('delete from fund_entry'))).rejects.toThrow('written once');
  });
});

function id(n: number): string {
  return `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}
