import { randomUUID } from 'node:crypto';
import { cloneDatabase } from '../../../../test/harness/database';
import { connect, type Database } from '../database/database';
import type { AwardHistory, EvidenceKind, NewEvidence, Standing } from './evidence';
import { EvidenceStore } from './evidence.store';
import { ImportBatchStore } from './import-batch.store';

const P = 'HP';
const NOW = Date.UTC(2026, 2, 2, 2);

type NewStanding = Omit<Standing, 'createdAt' | 'confirmedAt'> & { readonly createdMs: number; readonly confirmedMs: number | null };

function standing(over: Partial<NewStanding>): NewStanding {
  return {
    id: randomUUID(),
    personId: null,
    orgId: null,
    paperNumber: '12/QĐ-UBND',
    paperDate: '2024-01-15',
    paperBody: 'UBND xã Gia Phúc',
    fileSha256: null,
    note: null,
    source: 'manual',
    batchId: null,
    createdBy: null,
    createdMs: NOW,
    confirmedBy: null,
    confirmedMs: null,
    ...over,
  };
}

function award(over: Partial<NewEvidence<'award'>>): NewEvidence<'award'> {
  return {
    ...standing({}),
    subjectName: 'Nguyễn Văn An',
    award: 'CSTDCS',
    awardName: 'Chiến sĩ thi đua cơ sở',
    awardKind: 'title',
    awardType: 'merit',
    level: 'XA',
    year: 2023,
    decidedOn: '2024-01-15',
    achievementFrom: '2023-01-01',
    achievementTo: '2023-12-31',
    achievement: null,
    achievementHash: null,
    movementId: null,
    rowId: null,
    decisionId: null,
    ...over,
  };
}

describe('the register of evidence', () => {
  let database: Database;
  let drop: () => Promise<void>;
  let evidence: EvidenceStore;
  let batches: ImportBatchStore;

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    database = await connect({ url: clone.url, poolSize: 4 });
    evidence = new EvidenceStore(database);
    batches = new ImportBatchStore(database);
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  const add = <K extends EvidenceKind>(kind: K, fact: NewEvidence<K>): Promise<boolean> =>
    database.inTransaction((tx) => evidence.add(tx, P, kind, fact));
  const book = (personId: string): ReturnType<EvidenceStore['book']> => evidence.book(P, { personIds: [personId], orgIds: [] });
  const awardsOf = async (personId: string): Promise<readonly AwardHistory[]> => (await book(personId)).award;

  it('keeps every kind of fact as it was written', async () => {
    const personId = randomUUID();
    await add('award', award({ personId }));
    await add('rating', { ...standing({ personId }), year: 2023, rating: 'excellent', maternity: false, labour: 'worker' });
    await add('initiative', {
      ...standing({ personId }),
      name: 'Số hóa hồ sơ một cửa',
      year: 2023,
      kind: 'initiative',
      scope: 'commune',
      grade: null,
      recognisedBy: 'commune',
      usedAward: null,
    });
    await add('discipline', {
      ...standing({ personId }),
      form: 'Khiển trách',
      serious: false,
      startsOn: '2020-01-01',
      endsOn: '2020-12-31',
    });
    await add('service', { ...standing({ personId }), post: 'deputy-director', fromDate: '2010-01-01', toDate: null });
    await add('statement', { ...standing({ personId }), covers: 'awards', fromYear: 2015, toYear: 2024 });
    expect(await book(personId)).toMatchObject({
      award: [{ award: 'CSTDCS', year: 2023, achievementTo: '2023-12-31', source: 'manual' }],
      rating: [{ year: 2023, rating: 'excellent', labour: 'worker' }],
      initiative: [{ name: 'Số hóa hồ sơ một cửa', recognisedBy: 'commune' }],
      discipline: [{ serious: false, endsOn: '2020-12-31' }],
      service: [{ post: 'deputy-director', toDate: null }],
      statement: [{ covers: 'awards', fromYear: 2015 }],
      collective: [],
    });
  });

  it('keeps the counts of a collective and refuses more women than members', async () => {
    const orgId = randomUUID();
    const year: NewEvidence<'collective'> = {
      ...standing({ orgId }),
      year: 2024,
      members: 20,
      women: 15,
      completed: 20,
      ldtt: 16,
      cstdcs: 2,
      disciplined: 0,
      directLabour: 18,
      partyRating: 'excellent',
      massRating: null,
    };
    await add('collective', year);
    const read = await evidence.book(P, { personIds: [], orgIds: [orgId] });
    expect(read.collective).toMatchObject([{ members: 20, women: 15, partyRating: 'excellent', massRating: null }]);
    await expect(add('collective', { ...year, id: randomUUID(), year: 2025, women: 21 })).rejects.toThrow();
  });

  it('takes one rating per person and year, and a new one when the former was cancelled', async () => {
    const personId = randomUUID();
    const rating = (id: string): NewEvidence<'rating'> => ({
      ...standing({ personId, id }),
      year: 2024,
      rating: 'good',
      maternity: false,
      labour: null,
    });
    const first = randomUUID();
    expect(await add('rating', rating(first))).toBe(true);
    expect(await add('rating', rating(randomUUID()))).toBe(false);
    await database.inTransaction((tx) => evidence.cancel(tx, P, 'rating', first, { by: null, atMs: NOW, reason: 'Nhập nhầm' }));
    expect(await add('rating', rating(randomUUID()))).toBe(true);
  });

  it('refuses a year without a rating that is no maternity leave', async () => {
    const personId = randomUUID();
    const blank = { ...standing({ personId }), year: 2022, rating: null, labour: null };
    await expect(add('rating', { ...blank, maternity: false })).rejects.toThrow();
    expect(await add('rating', { ...blank, maternity: true })).toBe(true);
  });

  it('refuses a fact about nobody or about two', async () => {
    const both = { personId: randomUUID(), orgId: randomUUID() };
    await expect(add('award', award({}))).rejects.toThrow();
    await expect(add('award', award(both))).rejects.toThrow();
  });

  it('writes an awarded row once and forgets it when its decision is revoked', async () => {
    const [personId, rowId] = [randomUUID(), randomUUID()];
    expect(await add('award', award({ personId, rowId, source: 'system' }))).toBe(true);
    expect(await add('award', award({ personId, rowId, source: 'system' }))).toBe(false);
    const ended = await database.inTransaction((tx) =>
      evidence.cancelAwardsOfRows(tx, P, [rowId], { by: null, atMs: NOW, reason: 'Hủy bỏ quyết định' }),
    );
    expect([ended, await awardsOf(personId)]).toEqual([1, []]);
  });

  it('is confirmed once', async () => {
    const [personId, id, by] = [randomUUID(), randomUUID(), randomUUID()];
    await add('award', award({ personId, id }));
    const confirm = (): Promise<boolean> => database.inTransaction((tx) => evidence.confirm(tx, P, 'award', { id, by, atMs: NOW }));
    expect([await confirm(), await confirm()]).toEqual([true, false]);
    expect(await awardsOf(personId)).toMatchObject([{ confirmedBy: by }]);
  });

  it('takes a batch back as a whole', async () => {
    const [personId, orgId, batchId, by] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await database.inTransaction(async (tx) => {
      const batch = { id: batchId, orgId, kind: 'award' as const, fileName: 'qua-khu.xlsx', fileSha256: 'ab', rowCount: 2, appliedBy: by };
      await batches.insert(tx, P, { ...batch, atMs: NOW });
      await evidence.add(tx, P, 'award', award({ personId, source: 'import', batchId }));
      await evidence.add(tx, P, 'award', award({ personId, source: 'import', batchId, decidedOn: '2025-01-15', year: 2024 }));
    });
    expect(await awardsOf(personId)).toHaveLength(2);
    const canceled = await database.inTransaction(async (tx) => {
      await batches.undo(tx, P, batchId, by, NOW);
      return evidence.cancelBatch(tx, P, batchId, { by, atMs: NOW, reason: 'Hoàn tác' });
    });
    expect([canceled, await awardsOf(personId)]).toEqual([2, []]);
    expect(await batches.ofOrgs(P, [orgId])).toMatchObject([{ id: batchId, undoneBy: by }]);
  });

  it('keeps tenants apart', async () => {
    const personId = randomUUID();
    await add('award', award({ personId }));
    expect((await evidence.book('TN', { personIds: [personId], orgIds: [] })).award).toEqual([]);
  });
});
