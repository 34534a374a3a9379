import { randomUUID } from 'node:crypto';
import { cloneDatabase } from '../../../../test/harness/database';
import { connect, type Database } from '../database/database';
import { LawStore } from '../law/law.store';
import { ChoiceStore, type NewAbove, type NewChoice } from './choice.store';
import { RegistrationStore, type RegistrationRow } from './registration.store';
import { WorkStore } from './work.store';

const P = 'HP';
const AT = Date.UTC(2026, 4, 18, 2);
const [commune, school, person, post] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];

const choice = (over: Partial<NewChoice> = {}): NewChoice => ({
  id: randomUUID(),
  movementId: 'pt',
  path: 'menus[1].items[0]',
  code: 'level-open',
  quote: 'Bằng khen',
  picked: ['BK_TINH'],
  reason: 'Theo hướng dẫn của tỉnh',
  ruleId: 'AW-BK_TINH',
  citation: 'Điều 74',
  personId: person,
  positionId: post,
  atMs: AT,
  ...over,
});
const above = (over: Partial<NewAbove> = {}): NewAbove => ({
  id: randomUUID(),
  movementId: 'pt',
  symbol: '923/QĐ-TTg',
  dated: '2025-05-14',
  issuer: 'Thủ tướng Chính phủ',
  name: 'Cả nước thi đua',
  level: 'TTG',
  body: 'Thủ tướng Chính phủ',
  start: '2025',
  end: '2030',
  quote: 'Quyết định số 923/QĐ-TTg',
  lineFrom: 87,
  lineTo: 91,
  reason: 'Kế hoạch nêu tại mục II',
  personId: person,
  positionId: post,
  atMs: AT,
  ...over,
});
const row = (over: Partial<RegistrationRow>): RegistrationRow => ({
  kind: 'individual',
  personId: null,
  subjectOrgId: null,
  name: 'Nguyễn Thị Ánh Tuyết',
  title: 'Giáo viên',
  award: 'GK_XA',
  goals: 'Mở 04 lớp bình dân học vụ số',
  ...over,
});

describe('what people settle about plans, and what units register', () => {
  let database: Database;
  let drop: () => Promise<void>;
  let choices: ChoiceStore;

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    database = await connect({ url: clone.url, poolSize: 2 });
    choices = new ChoiceStore(database);
    await database.inTransaction(async (tx) => {
      for (const id of [commune, school]) {
        await tx.query(
          `insert into org (province_id, id, kind, level, name, head_body, place, symbol, tier, legal_person, has_seal, valid_from)
           values ($1, $2, 'unit', 'UNIT', 'A', 'A', 'A', 'A', 'xa', true, true, '2025-07-01')`,
          [P, id],
        );
      }
      await tx.query(`insert into person (province_id, id, full_name, search_name) values ($1, $2, 'Vũ Minh Hằng', 'vu minh hang')`, [
        P,
        person,
      ]);
      await tx.query(
        `insert into position (province_id, id, org_id, role, title, person_id, valid_from) values ($1, $2, $3, 'appraiser', 'Chuyên viên', $4, '2025-07-01')`,
        [P, post, commune, person],
      );
      await tx.query(`insert into movement (province_id, id, hash, content, loaded_at) values ($1, 'pt', 'h', '{}', $2)`, [
        P,
        new Date(AT),
      ]);
    });
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  it('a choice takes the place of the one before, which is kept, and the law book notices both', async () => {
    const law = new LawStore(database);
    const stamps = [await law.stamp()];
    for (const picked of [['BK_TINH'], ['leave-out']]) {
      await database.inTransaction((tx) => choices.put(tx, P, choice({ picked })));
      stamps.push(await law.stamp());
    }
    expect(new Set(stamps).size).toBe(3);
    const all = await choices.ofMovement(P, 'pt');
    expect(
      all.map(({ picked, replacedAt, personName, positionTitle }) => [picked, replacedAt === null, personName, positionTitle]),
    ).toEqual([
      [['leave-out'], true, 'Vũ Minh Hằng', 'Chuyên viên'],
      [['BK_TINH'], false, 'Vũ Minh Hằng', 'Chuyên viên'],
    ]);
    expect(await choices.standing()).toEqual([
      { provinceId: P, movementId: 'pt', path: 'menus[1].items[0]', code: 'level-open', quote: 'Bằng khen', picked: ['leave-out'] },
    ]);
  });

  it('no choice goes without a reason, nor settles nothing', async () => {
    const put = (over: Partial<NewChoice>): Promise<void> =>
      database.inTransaction((tx) => choices.put(tx, P, choice({ path: 'x', ...over })));
    await expect(put({ reason: '  ' })).rejects.toThrow(/movement_choice_reason_check/);
    await expect(put({ picked: [] })).rejects.toThrow(/movement_choice_picked_check/);
  });

  it('a document above is read once per symbol', async () => {
    await database.inTransaction(async (tx) => {
      await choices.putAbove(tx, P, above({ end: null }));
      await choices.putAbove(tx, P, above());
    });
    expect(
      (await choices.standingAbove()).map(({ movementId, symbol, level, start, end }) => [movementId, symbol, level, start, end]),
    ).toEqual([['pt', '923/QĐ-TTg', 'TTG', '2025', '2030']]);
  });

  it('a registration is kept as a whole list, and an occasion reads those of all its units', async () => {
    const works = new WorkStore(database);
    const registrations = new RegistrationStore(database);
    const [occasion, first, second] = [randomUUID(), randomUUID(), randomUUID()];
    const work = {
      movementId: 'pt',
      askedByOrg: commune,
      occasion: 'annual' as const,
      year: 2026,
      title: 'A',
      dueOn: '2026-06-15',
      facts: {},
    };
    await database.inTransaction(async (tx) => {
      for (const [id, kind, parentId] of [
        [occasion, 'occasion', null],
        [first, 'registration', occasion],
        [second, 'registration', occasion],
      ] as const) {
        await works.insert(tx, P, { ...work, id, kind, parentId, orgId: school, instanceId: null, atMs: AT, codeYear: 2026 });
      }
      await registrations.replace(tx, P, first, [row({}), row({ kind: 'collective', subjectOrgId: school, name: 'Tổ Văn phòng' })]);
      await registrations.replace(tx, P, first, [row({ kind: 'collective', subjectOrgId: school, name: 'Tổ Tin học' }), row({})]);
      await registrations.replace(tx, P, second, [row({ award: 'BK_TINH' })]);
    });
    expect((await registrations.ofWork(P, first)).map(({ seq, name }) => [seq, name])).toEqual([
      [1, 'Tổ Tin học'],
      [2, 'Nguyễn Thị Ánh Tuyết'],
    ]);
    expect((await registrations.ofOccasion(P, occasion)).map((one) => one.award).toSorted()).toEqual(['BK_TINH', 'GK_XA', 'GK_XA']);
  });

  it('only a dossier of a movement is made under one', async () => {
    const insert = (movementId: string | null): Promise<unknown> =>
      database.inTransaction((tx) =>
        tx.query(
          `insert into dossier (province_id, id, code, org_id, movement_id, occasion, year, title, status, created_by, created_at, under_movement)
           values ($1, gen_random_uuid(), $2, $3, $4, 'annual', 2026, 'A', 'drafting', $5, now(), 'pt#923/QĐ-TTg')`,
          [P, `HP-${movementId ?? '0'}`, school, movementId, person],
        ),
      );
    await insert('pt');
    await expect(insert(null)).rejects.toThrow(/dossier_under_movement/);
  });
});
