import { cloneDatabase } from '../../../../test/harness/database';
import { connect, type Database, type Tx } from '../database/database';
import { ReportStore } from './report.store';
import { WorkStore, type NewWork } from './work.store';

const HP = 'HP';
const [UNIT, COMMUNE, DEPARTMENT, PERSON] = [id(1), id(2), id(3), id(4)];
const [CALL, REPORT, UPWARD] = [id(10), id(11), id(12)];
const AT = Date.UTC(2026, 10, 5, 2);

describe('reports in the database', () => {
  let database: Database;
  let drop: () => Promise<void>;
  let reports: ReportStore;
  let works: WorkStore;
  const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.inTransaction(work);

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    database = await connect({ url: clone.url, poolSize: 4 });
    reports = new ReportStore(database);
    works = new WorkStore(database);
    await write(async (tx) => {
      for (const [org, kind, level] of [
        [UNIT, 'unit', 'UNIT'],
        [COMMUNE, 'commune', 'XA'],
        [DEPARTMENT, 'department', 'TINH'],
      ]) {
        await tx.query(`insert into org (province_id, id, kind, level, name, head_body, place, symbol, tier, legal_person, has_seal, valid_from)
          values ('HP', '${org ?? ''}', '${kind ?? ''}', '${level ?? ''}', '${kind ?? ''}', 'UBND', 'A', 'A', 'xa', true, true, '2025-07-01')`);
      }
      await tx.query(
        `insert into movement (province_id, id, hash, org_id, content, loaded_at) values ('HP', 'pt', 'h', '${COMMUNE}', '{}', now())`,
      );
      await works.insert(tx, HP, work(CALL, 'report-call', COMMUNE, COMMUNE));
      await works.insert(tx, HP, { ...work(REPORT, 'report', UNIT, COMMUNE), parentId: CALL });
      await works.insert(tx, HP, work(UPWARD, 'report', COMMUNE, DEPARTMENT));
      for (const workId of [CALL, REPORT, UPWARD]) {
        await reports.insert(tx, HP, { workId, formVersion: 1 });
      }
    });
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  it('asks one body once for an occasion of a year', async () => {
    const again = write((tx) => works.insert(tx, HP, { ...work(id(13), 'report', UNIT, COMMUNE), parentId: CALL }));
    await expect(again).rejects.toThrow('movement_work_one_report');
  });

  it('knows by which form somebody has reported', async () => {
    const indicators = [
      { id: 'lop', name: 'Lớp', type: 'number' as const, unit: 'lớp', target: null, required: true, audiences: [], source: null },
    ];
    await write((tx) => reports.saveForm(tx, HP, 'pt', { version: 1, indicators, changedBy: PERSON, atMs: AT }));
    expect(await reports.isFormUsed(HP, 'pt', 1)).toBe(false);
    expect(await reports.form(HP, 'pt', null)).toEqual({ version: 1, indicators });
  });

  it('keeps what is filled in, once for the version it was read at', async () => {
    const read = await reports.byId(HP, REPORT);
    const save = (): Promise<boolean> =>
      write((tx) =>
        reports.save(
          tx,
          HP,
          { workId: REPORT, version: read?.version ?? 0 },
          { figures: { lop: { value: 3 } }, savedBy: PERSON, atMs: AT },
        ),
      );
    expect([await save(), await save()]).toEqual([true, false]);
  });

  it('waits for the head with nothing changed, and goes back to where it was', async () => {
    const forward = (to: boolean): Promise<boolean> => write((tx) => reports.putForward(tx, HP, REPORT, to));
    expect([await forward(true), await forward(true)]).toEqual([true, false]);
    expect((await reports.byId(HP, REPORT))?.state).toBe('ready');
    expect([await forward(false), (await reports.byId(HP, REPORT))?.state]).toEqual([true, 'open']);
  });

  it('keeps the day of the first sending through a mend', async () => {
    expect(await write((tx) => reports.send(tx, HP, REPORT, { personId: PERSON, atMs: AT }))).toBe(true);
    expect(await write((tx) => reports.answer(tx, HP, REPORT, { personId: PERSON, atMs: AT, mend: 'Thiếu số liệu' }))).toBe(true);
    expect(await reports.byId(HP, REPORT)).toMatchObject({ state: 'mend', mendReason: 'Thiếu số liệu' });
    await write((tx) => reports.send(tx, HP, REPORT, { personId: PERSON, atMs: AT + 86_400_000 }));
    expect(await reports.byId(HP, REPORT)).toMatchObject({
      state: 'sent',
      sentAt: new Date(AT),
      lastSentAt: new Date(AT + 86_400_000),
      dueOn: '2026-11-05',
      callId: CALL,
    });
    expect(await reports.isFormUsed(HP, 'pt', 1)).toBe(true);
  });

  it('counts the newest word of the standing office, and forgets none', async () => {
    const rule = (at: number, onTime: boolean | null): Promise<void> =>
      write((tx) =>
        reports.rule(tx, HP, {
          id: id(at),
          workId: REPORT,
          onTime,
          reason: 'Lỗi mạng',
          personId: PERSON,
          positionId: PERSON,
          atMs: AT + at,
        }),
      );
    await rule(20, true);
    await rule(21, null);
    expect((await reports.byId(HP, REPORT))?.ruling).toEqual({ onTime: null, reason: 'Lỗi mạng', at: new Date(AT + 21) });
    await expect(write((tx) => tx.query('delete from movement_report_ruling'))).rejects.toThrow('written once');
  });

  it('opens the sources of a compiled report to whoever got it', async () => {
    expect([...(await reports.seers(HP, REPORT))].sort()).toEqual([UNIT, COMMUNE]);
    await write((tx) => reports.save(tx, HP, { workId: UPWARD, version: 1 }, { compiledFrom: CALL, savedBy: null, atMs: AT }));
    expect([...(await reports.seers(HP, REPORT))].sort()).toEqual([UNIT, COMMUNE, DEPARTMENT]);
  });
});

function work(workId: string, kind: NewWork['kind'], orgId: string, askedByOrg: string): NewWork {
  const about = { movementId: 'pt', parentId: null, occasion: 'annual' as const, year: 2026, title: 'Báo cáo', dueOn: '2026-11-05' };
  return { id: workId, kind, orgId, askedByOrg, ...about, facts: {}, instanceId: null, atMs: AT, codeYear: 2026 };
}

function id(at: number): string {
  return `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`;
}
