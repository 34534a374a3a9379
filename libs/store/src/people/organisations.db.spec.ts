import { randomUUID } from 'node:crypto';
import { cloneDatabase } from '../../../../test/harness/database';
import { connect, type Database, type Tx } from '../database/database';
import { DelegationRefused, NotCompetent } from '../database/errors';
import { DecisionStore, type NewDecision } from '../decisions/decision.store';
import { DelegationStore, type NewDelegation } from './delegation.store';
import { OrganisationStore, type OrgChange } from './organisation.store';
import { PeopleStore } from './people.store';

const P = 'HP';
const PACK = {
  authorities: [
    { id: 'AU-01', orgKinds: ['agency'] },
    { id: 'AU-03', orgKinds: ['enterprise', 'cooperative'] },
    { id: 'AU-06', orgKinds: [] },
  ],
};

/** Bodies through time, and what the database holds about who may decide and lend. */
describe('organisations in the database', () => {
  let database: Database;
  let drop: () => Promise<void>;
  const school = { id: randomUUID(), level: 'UNIT', kind: 'school', role: 'head', position: randomUUID(), person: randomUUID() };
  const firm = { id: randomUUID(), level: 'UNIT', kind: 'enterprise', role: 'board-chair', position: randomUUID(), person: randomUUID() };
  const town = { id: randomUUID(), level: 'HUYEN', kind: 'agency', role: 'chair', position: randomUUID(), person: randomUUID() };
  const deputy = { position: randomUUID(), person: randomUUID() };
  const clerk = { position: randomUUID(), person: randomUUID() };

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    database = await connect({ url: clone.url, poolSize: 4 });
    await database.inTransaction(async (tx) => {
      for (const body of [school, firm, town]) {
        await tx.query(
          `insert into org (province_id, id, kind, level, name, head_body, place, symbol, tier, legal_person, has_seal, valid_from, org_kind)
           values ($1, $2, case $3 when 'HUYEN' then 'district' else 'unit' end, $3, 'Tên nay', 'TÊN NAY', 'x', 'KH', 'don-vi', true, true, '2020-01-01', $4)`,
          [P, body.id, body.level, body.kind],
        );
        await addPost(tx, body.person, body.position, body.id, body.role);
      }
      await addPost(tx, deputy.person, deputy.position, school.id, 'deputy-head');
      await addPost(tx, clerk.person, clerk.position, school.id, 'clerk');
      await tx.query(`insert into pack (id, hash, content, received_from, loaded_at) values ('p', 'h', $1, '2024-01-01', now())`, [
        JSON.stringify(PACK),
      ]);
      for (const [id, award, level, role, to] of [
        ['AU-01', 'CSTDCS', 'UNIT', 'head', null],
        ['AU-03', 'GK_DN', 'UNIT', 'board-chair', null],
        ['AU-06', 'CSTDCS', 'HUYEN', 'chair', '2025-06-30'],
      ]) {
        await tx.query(
          `insert into authority_rule (pack_hash, id, award, level, role, effective_from, effective_to, citation, confirmed)
           values ('h', $1, $2, $3, $4, '2024-01-01', $5, 'x', true)`,
          [id, award, level, role, to],
        );
      }
      await new OrganisationStore(database).addChange(
        tx,
        P,
        change({ from: '2024-01-01', to: '2024-12-31', name: 'Tên xưa', legalPerson: false }),
      );
    });
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  async function addPost(tx: Tx, person: string, position: string, org: string, role: string): Promise<void> {
    await tx.query(`insert into person (province_id, id, full_name, search_name) values ($1, $2, 'x', 'x')`, [P, person]);
    await tx.query(
      `insert into position (province_id, id, org_id, person_id, role, title, valid_from) values ($1, $2, $3, $4, $5, 'x', '2020-01-01')`,
      [P, position, org, person, role],
    );
  }

  const change = (of: Partial<OrgChange>): OrgChange => ({
    ...{ orgId: school.id, from: '2024-01-01', to: null, legalPerson: null, hasSeal: null },
    ...{ symbol: null, name: null, headBody: null, parentId: null, paper: null, ...of },
  });

  const decide = (change: Partial<NewDecision>): Promise<void> =>
    database.inTransaction((tx) =>
      new DecisionStore(database).insert(tx, P, {
        ...{
          id: randomUUID(),
          orgId: school.id,
          roundId: randomUUID(),
          award: 'CSTDCS',
          level: 'UNIT',
          role: 'head',
          packHash: 'h',
          ruleId: 'AU-01',
        },
        ...{ ruleFrom: '2024-01-01', positionId: school.position, personId: school.person, capacity: 'self', onBehalfOf: null },
        ...{ date: '2026-03-02', external: false, paperId: null, centralPaperId: null, ...change },
      }),
    );

  const lend = (of: Partial<NewDelegation>): Promise<string> => {
    const id = randomUUID();
    const one: NewDelegation = {
      ...{ id, capacity: 'TUQ', fromPosition: school.position, toPosition: deputy.position, paper: 'Giấy ủy quyền số 01', scope: {} },
      ...{ from: '2026-03-01', to: '2026-06-30', grantedBy: school.position, restsOn: null, ...of },
    };
    return database.inTransaction(async (tx) => {
      const store = new DelegationStore(database);
      await store.insert(tx, P, one);
      await store.accept(tx, P, id, Date.UTC(2026, 2, 1));
      return id;
    });
  };

  it('tells a body as it was on a day', async () => {
    const people = new PeopleStore(database);
    const before = await people.orgAsOf(P, school.id, '2024-06-01');
    const now = await people.orgAsOf(P, school.id, '2026-03-02');
    expect([before?.name, before?.legalPerson, before?.symbol]).toEqual(['Tên xưa', false, 'KH']);
    expect([now?.name, now?.legalPerson]).toEqual(['Tên nay', true]);
  });

  it('lets the head of a legal person decide, and not on a day the body was none', async () => {
    await expect(decide({})).resolves.toBeUndefined();
    await expect(decide({ date: '2024-06-01' })).rejects.toMatchObject({ details: { constraint: 'decision_legal_person' } });
  });

  it('lets a board chair decide for an enterprise only', async () => {
    const board = { award: 'GK_DN', role: 'board-chair', ruleId: 'AU-03' };
    await expect(decide({ ...board, orgId: firm.id, positionId: firm.position, personId: firm.person })).resolves.toBeUndefined();
    await database.reader.query(`update position set role = 'board-chair' where id = $1`, [clerk.position]);
    await expect(decide({ ...board, positionId: clerk.position, personId: clerk.person })).rejects.toMatchObject({
      details: { constraint: 'decision_org_kind' },
    });
    await database.reader.query(`update position set role = 'clerk' where id = $1`, [clerk.position]);
  });

  it('lets the district chair decide to the last day of the tier and not after (AU-06)', async () => {
    const chair = { orgId: town.id, level: 'HUYEN', role: 'chair', ruleId: 'AU-06', positionId: town.position, personId: town.person };
    await expect(decide({ ...chair, date: '2025-06-30' })).resolves.toBeUndefined();
    await expect(decide({ ...chair, date: '2025-07-01' })).rejects.toMatchObject({ details: { constraint: 'decision_in_force' } });
  });

  it('refuses a body that had ended by the day', async () => {
    await database.inTransaction((tx) => new OrganisationStore(database).end(tx, P, town.id, '2025-06-30'));
    const chair = { orgId: town.id, level: 'HUYEN', role: 'chair', ruleId: 'AU-06', positionId: town.position, personId: town.person };
    await expect(decide({ ...chair, date: '2025-06-30' })).resolves.toBeUndefined();
    await database.reader.query('alter table authority_rule disable trigger authority_rule_written_once');
    await database.reader.query(`update authority_rule set effective_to = null where id = 'AU-06'`);
    await expect(decide({ ...chair, date: '2025-07-01' })).rejects.toBeInstanceOf(NotCompetent);
  });

  it('keeps a deputy to the awards that were lent', async () => {
    const kt = { positionId: deputy.position, personId: deputy.person, capacity: 'KT' as const, onBehalfOf: school.position };
    await lend({ capacity: 'KT', to: null, scope: { awards: ['LDTT'] } });
    await expect(decide(kt)).rejects.toBeInstanceOf(NotCompetent);
    const id = await lend({ capacity: 'KT', to: null, scope: { awards: ['CSTDCS'] } });
    await expect(decide(kt)).resolves.toBeUndefined();
    await database.inTransaction((tx) =>
      new DelegationStore(database).end(tx, P, id, { positionId: school.position, reason: 'x', atMs: 1 }),
    );
    await expect(decide(kt)).rejects.toBeInstanceOf(NotCompetent);
  });

  it('never passes TUQ. on, and wants an end for it', async () => {
    const base = await lend({ capacity: 'TUQ' });
    const onward = { capacity: 'TUQ' as const, toPosition: clerk.position, grantedBy: deputy.position, restsOn: base };
    await expect(lend(onward)).rejects.toMatchObject({ details: { constraint: 'delegation_not_passed_on' } });
    await expect(lend({ ...onward, restsOn: null })).rejects.toMatchObject({ details: { constraint: 'delegation_own_power' } });
    await expect(lend({ capacity: 'TUQ', to: null })).rejects.toBeInstanceOf(DelegationRefused);
  });

  it('passes TL. on as TL. within its days, and ends both together', async () => {
    const base = await lend({ capacity: 'TL' });
    const onward = { capacity: 'TL' as const, toPosition: clerk.position, grantedBy: deputy.position, restsOn: base };
    await expect(lend({ ...onward, to: '2026-12-31' })).rejects.toMatchObject({ details: { constraint: 'delegation_within' } });
    const next = await lend(onward);
    const store = new DelegationStore(database);
    await database.inTransaction((tx) => store.end(tx, P, base, { positionId: school.position, reason: 'Hết việc', atMs: 1 }));
    expect((await store.byId(P, next))?.endedAt).not.toBeNull();
  });

  it('passes on no more steps and awards than were lent', async () => {
    const bounds = { steps: ['sign'], awards: ['LDTT'] };
    const base = await lend({ capacity: 'TL', scope: bounds });
    const onward = { capacity: 'TL' as const, toPosition: clerk.position, grantedBy: deputy.position, restsOn: base };
    for (const wider of [{}, { steps: ['sign'] }, { ...bounds, steps: ['sign', 'decision'] }, { ...bounds, awards: ['CSTDCS'] }]) {
      await expect(lend({ ...onward, scope: wider })).rejects.toMatchObject({ details: { constraint: 'delegation_within' } });
    }
    await expect(lend({ ...onward, scope: bounds })).resolves.toEqual(expect.any(String));
  });
});
