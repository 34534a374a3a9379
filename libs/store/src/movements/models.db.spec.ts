import { randomUUID } from 'node:crypto';
import { cloneDatabase } from '../../../../test/harness/database';
import { connect, type Database } from '../database/database';
import { DutyStore } from './duty.store';
import { GuestStore } from './guest.store';
import { ModelStore, type ModelText } from './model.store';
import { PublicationStore } from './publication.store';
import { WorkStore } from './work.store';

const P = 'HP';
const AT = Date.UTC(2026, 4, 18, 2);
const [commune, school, radio, person] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const TEXT: ModelText = {
  ...{
    nomineeKind: 'individual',
    personId: null,
    subjectOrgId: null,
    name: 'Bà Nguyễn Thị Ánh Tuyết',
    title: 'Giáo viên',
    audience: 'woman',
  },
  ...{ deeds: 'Mở lớp buổi tối', results: '142 người học', spread: '' },
};

describe('models of a movement in the database', () => {
  let database: Database;
  let drop: () => Promise<void>;
  let works: WorkStore;
  let models: ModelStore;
  let publications: PublicationStore;
  const model = randomUUID();

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    database = await connect({ url: clone.url, poolSize: 2 });
    [works, models, publications] = [new WorkStore(database), new ModelStore(database), new PublicationStore(database)];
    await database.inTransaction(async (tx) => {
      for (const [id, name] of [
        [commune, 'UBND xã Gia Phúc'],
        [school, 'Trường Tiểu học'],
        [radio, 'Trung tâm Văn hóa'],
      ]) {
        await tx.query(
          `insert into org (province_id, id, kind, level, name, head_body, place, symbol, tier, legal_person, has_seal, valid_from)
           values ($1, $2, 'unit', 'UNIT', $3, 'A', 'A', 'A', 'xa', true, true, '2025-07-01')`,
          [P, id, name],
        );
      }
      await tx.query(`insert into movement (province_id, id, hash, content, loaded_at) values ($1, 'pt', 'h', '{}', now())`, [P]);
      await work(tx, model, 'model', school);
      await models.insert(tx, P, { ...TEXT, id: model, movementId: 'pt', orgId: school });
    });
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  const work = (
    tx: Parameters<WorkStore['insert']>[0],
    id: string,
    kind: 'model' | 'duty' | 'conference',
    orgId: string,
  ): Promise<string> =>
    works.insert(tx, P, {
      ...{ id, movementId: 'pt', kind, orgId, askedByOrg: commune, parentId: null, occasion: null, year: 2026, title: 'Việc' },
      ...{ dueOn: null, facts: {}, instanceId: null, atMs: AT, codeYear: 2026 },
    });
  const publish = (publishedOn: string, withPhoto = false): Promise<void> =>
    database.inTransaction((tx) =>
      publications.add(tx, P, {
        ...{ id: randomUUID(), workId: model, modelId: model, orgId: radio, publishedOn, channel: 'Đài truyền thanh xã', link: '' },
        ...{ withPhoto, recordedBy: person, atMs: AT },
      }),
    );

  it('lets nothing be published before somebody has agreed to it', async () => {
    await expect(publish('2026-05-20')).rejects.toThrow(/no consent to publish model/);
  });

  it('publishes from the day of the consent on, with a picture only where that was agreed to', async () => {
    await database.inTransaction((tx) => models.consent(tx, P, model, { by: TEXT.name, on: '2026-05-19', photo: false }));
    await expect(publish('2026-05-18')).rejects.toThrow(/no consent/);
    await expect(publish('2026-05-20', true)).rejects.toThrow(/picture/);
    await publish('2026-05-20');
    expect(await publications.ofModels(P, [model])).toMatchObject([
      { publishedOn: '2026-05-20', orgName: 'Trung tâm Văn hóa', takenDownOn: null },
    ]);
  });

  it('stops at a withdrawal, and takes down what is shown', async () => {
    await database.inTransaction(async (tx) => {
      await models.withdraw(tx, P, model, { on: '2026-06-01', reason: 'Không muốn nữa' });
      expect(await publications.takeDown(tx, P, { modelId: model, orgId: radio }, { on: '2026-06-02', note: 'Đã gỡ' })).toBe(1);
    });
    await expect(publish('2026-06-03')).rejects.toThrow(/no consent/);
  });

  it('counts by year who was introduced, chosen and published', async () => {
    await database.inTransaction((tx) =>
      models.decide(tx, P, model, { state: 'selected', reason: 'Cách làm dễ theo', on: '2026-05-19', by: person }),
    );
    expect(await models.totals(P, { movementId: 'pt', year: 2026 })).toEqual({ introduced: 1, selected: 1, published: 1, publications: 1 });
    expect(await models.totals(P, { movementId: 'pt', year: 2027 })).toEqual({ introduced: 0, selected: 0, published: 0, publications: 0 });
  });

  it('keeps a duty from being written over by who read it before', async () => {
    const duties = new DutyStore(database);
    const id = randomUUID();
    const done = { planned: 20_000_000, spent: 18_500_000, doneText: 'Đã chi', doneOn: '2026-05-18' };
    await database.inTransaction(async (tx) => {
      await work(tx, id, 'duty', school);
      await duties.insert(tx, P, {
        id,
        role: 'budget',
        asked: 'Bố trí kinh phí',
        planQuote: null,
        planLine: null,
        planned: null,
        budgetYear: 2026,
      });
      expect(await duties.write(tx, P, id, 1, done)).toBe(true);
      expect(await duties.write(tx, P, id, 1, { ...done, spent: 0 })).toBe(false);
    });
    expect(await duties.byId(P, id)).toMatchObject({ planned: 20_000_000, spent: 18_500_000, version: 2 });
  });

  it('asks a guest once, however often the list is drawn up', async () => {
    const guests = new GuestStore(database);
    const id = randomUUID();
    const guest = { workId: id, kind: 'recipient' as const, name: 'Trường Tiểu học', title: '', orgId: school, rowId: null, modelId: null };
    await database.inTransaction(async (tx) => {
      await work(tx, id, 'conference', commune);
      expect(
        await guests.add(tx, P, [
          { ...guest, id: randomUUID() },
          { ...guest, id: randomUUID() },
        ]),
      ).toBe(1);
    });
    const [only] = await guests.ofWork(P, id);
    await database.inTransaction((tx) => guests.attendance(tx, P, id, { ids: [only?.id ?? ''], attended: true }));
    expect(await guests.ofWork(P, id)).toMatchObject([{ seq: 1, attended: true }]);
  });
});
