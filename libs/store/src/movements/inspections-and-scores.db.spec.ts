import { cloneDatabase } from '../../../../test/harness/database';
import { connect, type Database, type Tx } from '../database/database';
import { InspectionStore } from './inspection.store';
import { ScoreStore } from './score.store';
import { WorkProofStore } from './work-proof.store';
import { WorkStore, type NewWork } from './work.store';

const HP = 'HP';
const [COMMUNE, SCHOOL, CLINIC, PERSON] = [id(1), id(2), id(3), id(4)];
const [INSPECTION, AT_SCHOOL, BOARD, OF_SCHOOL, OF_CLINIC] = [id(10), id(11), id(20), id(21), id(22)];
const AT = Date.UTC(2026, 10, 5, 2);
const ITEMS = [
  { id: 'i1', text: 'Ban hành kế hoạch' },
  { id: 'i2', text: 'Chế độ báo cáo' },
];

describe('inspections and scores in the database', () => {
  let database: Database;
  let drop: () => Promise<void>;
  let inspections: InspectionStore;
  let scores: ScoreStore;
  let proofs: WorkProofStore;
  const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.inTransaction(work);

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    database = await connect({ url: clone.url, poolSize: 4 });
    [inspections, scores, proofs] = [new InspectionStore(database), new ScoreStore(database), new WorkProofStore(database)];
    const works = new WorkStore(database);
    await write(async (tx) => {
      for (const [org, kind, level] of [
        [COMMUNE, 'commune', 'XA'],
        [SCHOOL, 'unit', 'UNIT'],
        [CLINIC, 'unit', 'UNIT'],
      ]) {
        await tx.query(`insert into org (province_id, id, kind, level, name, head_body, place, symbol, tier, legal_person, has_seal, valid_from)
          values ('HP', '${org ?? ''}', '${kind ?? ''}', '${level ?? ''}', '${org ?? ''}', 'UBND', 'A', 'A', 'xa', true, true, '2025-07-01')`);
      }
      await tx.query(
        `insert into movement (province_id, id, hash, org_id, content, loaded_at) values ('HP', 'pt', 'h', '${COMMUNE}', '{}', now())`,
      );
      await works.insert(tx, HP, work(INSPECTION, 'inspection', COMMUNE));
      await works.insert(tx, HP, { ...work(AT_SCHOOL, 'inspected-unit', SCHOOL), parentId: INSPECTION });
      await works.insert(tx, HP, work(BOARD, 'scoring', COMMUNE));
      await works.insert(tx, HP, { ...work(OF_SCHOOL, 'score-sheet', SCHOOL), parentId: BOARD });
      await works.insert(tx, HP, { ...work(OF_CLINIC, 'score-sheet', CLINIC), parentId: BOARD });
      await inspections.insert(tx, HP, { id: INSPECTION, periodFrom: '2026-01-01', periodTo: '2026-03-31', items: ITEMS, bodies: [] });
      await scores.insert(tx, HP, { id: BOARD, scope: 'units', clusterId: null, criteria: [], bodies: [SCHOOL, CLINIC], dueOn: null });
      await scores.addSheet(tx, HP, { id: OF_SCHOOL, boardId: BOARD, orgId: SCHOOL });
      await scores.addSheet(tx, HP, { id: OF_CLINIC, boardId: BOARD, orgId: CLINIC });
    });
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  it('keeps a plan once for the version it was read at, and hands its checklist to the next', async () => {
    const plan = there(await inspections.byId(HP, INSPECTION));
    const save = (): Promise<boolean> => write((tx) => inspections.save(tx, HP, { ...plan, team: [] }));
    expect([await save(), await save()]).toEqual([true, false]);
    expect(await inspections.lastItems(HP, 'pt')).toEqual(ITEMS);
  });

  it('inspects a body once in an inspection', async () => {
    const unit = { id: AT_SCHOOL, inspectionId: INSPECTION, orgId: SCHOOL, inspectOn: '2026-04-21', place: 'Trường' };
    await write((tx) => inspections.addUnit(tx, HP, unit, ITEMS));
    await expect(write((tx) => inspections.addUnit(tx, HP, { ...unit, id: OF_SCHOOL }, []))).rejects.toThrow('inspected_unit');
  });

  it('keeps findings by item in the order of the checklist', async () => {
    const found = [
      { item: 'i2', result: 'unmet' as const, remark: 'Chậm 03 ngày', documents: '' },
      { item: 'i1', result: 'met' as const, remark: '', documents: 'KH 15' },
    ];
    await write((tx) => inspections.saveFindings(tx, HP, AT_SCHOOL, found));
    expect(await inspections.findings(HP, AT_SCHOOL)).toEqual([
      { item: 'i1', content: 'Ban hành kế hoạch', result: 'met', remark: '', documents: 'KH 15' },
      { item: 'i2', content: 'Chế độ báo cáo', result: 'unmet', remark: 'Chậm 03 ngày', documents: '' },
    ]);
  });

  it('is not concluded without a result, and counts for nobody before its conclusion is issued', async () => {
    await expect(write((tx) => inspections.conclude(tx, HP, AT_SCHOOL, AT))).rejects.toThrow('inspected_unit');
    await write((tx) => inspections.change(tx, HP, AT_SCHOOL, null, { result: 'with-shortcomings', followUpDue: '2026-05-15' }));
    expect(await inspections.unit(HP, AT_SCHOOL)).toMatchObject({ result: 'with-shortcomings', followUpDue: '2026-05-15' });
    await write((tx) => inspections.change(tx, HP, AT_SCHOOL, null, { followUpDue: null }));
    expect(await inspections.unit(HP, AT_SCHOOL)).toMatchObject({ result: 'with-shortcomings', followUpDue: null });
    expect(await inspections.concluded(HP, { orgIds: [SCHOOL], movementIds: ['pt'] })).toEqual([]);
  });

  it('keeps points to the hundredth, each column by its own hand', async () => {
    const self = (version: number): Promise<boolean> =>
      write((tx) => scores.saveSelf(tx, HP, { id: OF_SCHOOL, version }, [{ criterion: 'a', self: '0.1', note: 'KH 15' }]));
    expect([await self(1), await self(1)]).toEqual([true, false]);
    await write((tx) => scores.saveGiven(tx, HP, { id: OF_SCHOOL, version: 2 }, [{ criterion: 'a', given: '39.95', reason: 'Chậm' }]));
    expect(await scores.linesOf(HP, [OF_SCHOOL])).toEqual([
      { sheetId: OF_SCHOOL, criterion: 'a', self: '0.10', given: '39.95', reason: 'Chậm', note: 'KH 15' },
    ]);
    await expect(
      write((tx) => scores.saveSelf(tx, HP, { id: OF_SCHOOL, version: 3 }, [{ criterion: 'a', self: '-1', note: '' }])),
    ).rejects.toThrow('score_line');
  });

  it('answers recorded scores alone, with rank and ties', async () => {
    expect(await scores.recorded(HP, { orgIds: [SCHOOL] })).toEqual([]);
    const tied = { selfTotal: null, givenTotal: '95.00', rank: 1, tied: true };
    await write((tx) =>
      scores.record(
        tx,
        HP,
        BOARD,
        [
          { sheetId: OF_SCHOOL, ...tied },
          { sheetId: OF_CLINIC, ...tied },
        ],
        AT,
      ),
    );
    expect(await scores.recorded(HP, { orgIds: [SCHOOL], movementIds: ['pt'] })).toMatchObject([
      { boardId: BOARD, total: '95.00', rank: 1, of: 2, tied: true, self: null, recordedOn: '2026-11-05' },
    ]);
  });

  it('keeps one proof of a file at a place', async () => {
    const proof = { workId: OF_SCHOOL, place: 'a', sha256: 'x', name: 'kh.pdf', personId: PERSON, atMs: AT };
    await write((tx) => proofs.add(tx, HP, proof));
    await write((tx) => proofs.add(tx, HP, proof));
    expect(await proofs.ofWorks(HP, [OF_SCHOOL])).toEqual([{ workId: OF_SCHOOL, place: 'a', sha256: 'x', name: 'kh.pdf' }]);
    expect([await write((tx) => proofs.remove(tx, HP, proof)), await write((tx) => proofs.remove(tx, HP, proof))]).toEqual([true, false]);
  });
});

function work(workId: string, kind: NewWork['kind'], orgId: string): NewWork {
  const about = { movementId: 'pt', parentId: null, occasion: null, year: 2026, title: 'Việc', dueOn: null };
  return { id: workId, kind, orgId, askedByOrg: COMMUNE, ...about, facts: {}, instanceId: null, atMs: AT, codeYear: 2026 };
}

function id(at: number): string {
  return `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`;
}

function there<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error('it is not kept');
  }
  return value;
}
