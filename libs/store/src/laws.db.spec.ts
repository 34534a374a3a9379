import { randomUUID } from 'node:crypto';
import { cloneDatabase } from '../../../test/harness/database';
import { CouncilSessionStore } from './councils/council-session.store';
import { connect, type Database } from './database/database';
import { ForbiddenCharacter, NotCompetent } from './database/errors';
import { DecisionStore, type NewDecision } from './decisions/decision.store';
import { NumberStore } from './papers/number.store';

const P = 'HP';
const NOW = Date.UTC(2026, 2, 2, 2);

/** What no application code may get past: each law is tried on the database itself. */
describe('the database', () => {
  let database: Database;
  let drop: () => Promise<void>;
  const org = randomUUID();
  const chair = { position: randomUUID(), person: randomUUID() };
  const deputy = { position: randomUUID(), person: randomUUID() };
  const upper = { org: randomUUID(), position: randomUUID(), person: randomUUID() };

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    database = await connect({ url: clone.url, poolSize: 8 });
    await database.inTransaction(async (tx) => {
      for (const [id, level, kind] of [
        [org, 'XA', 'commune'],
        [upper.org, 'TINH', 'province'],
      ]) {
        await tx.query(
          `insert into org (province_id, id, kind, level, name, head_body, place, symbol, tier, legal_person, has_seal, valid_from)
           values ($1, $2, $4, $3, 'x', 'x', 'x', 'X', 'xa', true, true, '2020-01-01')`,
          [P, id, level, kind],
        );
      }
      for (const [holder, where, role] of [
        [chair, org, 'chair'],
        [deputy, org, 'deputy-chair'],
        [upper, upper.org, 'chair'],
      ] as const) {
        await tx.query(`insert into person (province_id, id, full_name, search_name) values ($1, $2, 'x', 'x')`, [P, holder.person]);
        await tx.query(
          `insert into position (province_id, id, org_id, person_id, role, title, valid_from, valid_to) values ($1, $2, $3, $4, $5, 'x', '2025-01-01', '2026-12-31')`,
          [P, holder.position, where, holder.person, role],
        );
      }
      await tx.query(`insert into pack (id, hash, content, received_from, loaded_at) values ('p', 'h', '{}', '2026-01-01', now())`);
      await tx.query(
        `insert into authority_rule (pack_hash, id, award, level, role, effective_from, effective_to, citation, confirmed)
         values ('h', 'A-01', 'GK_XA', 'XA', 'chair', '2026-01-01', '2026-06-30', 'x', true)`,
      );
    });
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  const decide = (change: Partial<NewDecision> = {}): Promise<void> => {
    const decision: NewDecision = {
      id: randomUUID(),
      orgId: org,
      roundId: randomUUID(),
      award: 'GK_XA',
      level: 'XA',
      role: 'chair',
      packHash: 'h',
      ruleId: 'A-01',
      ruleFrom: '2026-01-01',
      positionId: chair.position,
      personId: chair.person,
      capacity: 'self',
      onBehalfOf: null,
      date: '2026-03-02',
      external: false,
      paperId: null,
      centralPaperId: null,
      ...change,
    };
    return database.inTransaction((tx) => new DecisionStore(database).insert(tx, P, decision));
  };

  it('takes a decision of the deciding post', async () => {
    await expect(decide()).resolves.toBeUndefined();
  });

  it.each([
    ['a higher body', { positionId: upper.position, personId: upper.person, orgId: upper.org }],
    ['a deputy without capacity', { positionId: deputy.position, personId: deputy.person }],
    [
      'a deputy who only says KT.',
      { positionId: deputy.position, personId: deputy.person, capacity: 'KT' as const, onBehalfOf: chair.position },
    ],
    ['another person in the post', { personId: deputy.person }],
    ['a day after the authority row ended', { date: '2026-07-01' }],
    ['a day after the post ended', { date: '2027-01-01' }],
    ['an award without an authority row', { award: 'BK_TINH' }],
    ['another level than the row says', { level: 'TINH' }],
  ])('refuses a decision of %s', async (_who, change) => {
    await expect(decide(change)).rejects.toBeInstanceOf(NotCompetent);
  });

  it('takes the decision of a deputy who stands in for the chair by paper', async () => {
    await database.reader.query(
      `insert into delegation (province_id, id, from_position, to_position, capacity, paper, valid_from, accepted_at)
       values ($1, $2, $3, $4, 'KT', 'x', '2026-01-01', '2026-01-01')`,
      [P, randomUUID(), chair.position, deputy.position],
    );
    await expect(
      decide({ positionId: deputy.position, personId: deputy.person, capacity: 'KT', onBehalfOf: chair.position }),
    ).resolves.toBeUndefined();
  });

  it('lets nobody change a pack or its authority rows', async () => {
    await expect(database.reader.query(`update authority_rule set role = 'deputy-chair'`)).rejects.toThrow('written once');
    await expect(database.reader.query('delete from pack')).rejects.toThrow('written once');
  });

  it('gives numbers without a gap to 50 takers of whom half change their minds', async () => {
    const numbers = new NumberStore(database);
    const { id: series } = await database.inTransaction((tx) =>
      numbers.series(tx, P, randomUUID(), { orgId: org, documentType: 'QĐ', year: 2026, suffix: 'QĐ-UBND' }),
    );
    const taken = await Promise.allSettled(
      Array.from({ length: 50 }, (_, k) =>
        database.inTransaction(async (tx) => {
          const n = await numbers.next(tx, P, series);
          const number = { seriesId: series, n, text: `${n}/QĐ-UBND`, date: '2026-03-02', paperId: randomUUID(), takenBy: chair.person };
          await numbers.register(tx, P, number, NOW);
          if (k % 2 === 1) {
            throw new Error('changed their mind');
          }
          return n;
        }),
      ),
    );
    const kept = taken.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])).sort((a, b) => a - b);
    expect(kept).toEqual(Array.from({ length: 25 }, (_, n) => n + 1));
  });

  it('counts a ballot cast a hundred times at once as one', async () => {
    const sessions = new CouncilSessionStore(database);
    const [session, item, row] = [randomUUID(), randomUUID(), randomUUID()];
    await database.inTransaction((tx) =>
      sessions.open(
        tx,
        P,
        {
          id: session,
          roundId: randomUUID(),
          councilId: randomUUID(),
          body: 'full',
          total: 1,
          place: 'x',
          closesMs: NOW + 1000,
          items: [{ id: item, rowId: row, seq: 1, ruleId: 'C-01', needed: 1, secret: true, inWriting: true }],
          roll: [{ personId: chair.person, positionId: chair.position, attendance: 'present', role: 'chair', title: 'x' }],
          quorum: null,
          places: [],
        },
        NOW,
      ),
    );
    const cast = await Promise.all(
      Array.from({ length: 100 }, () =>
        database.inTransaction(async (tx) => {
          const first = await sessions.markVoted(tx, P, session, chair.person);
          if (first) {
            await sessions.addCounts(tx, P, session, [{ itemId: item, yes: 1, no: 0, blank: 0 }]);
          }
          return first;
        }),
      ),
    );
    expect(cast.filter(Boolean)).toHaveLength(1);
    const counts = await database.inTransaction((tx) => sessions.countsForClosing(tx, P, session));
    expect(counts).toEqual([{ itemId: item, yes: 1, no: 0, blank: 0 }]);
    // Every counter was written by the last ballot: its transaction tells nothing of the choice.
    const writers: unknown[] = await database.reader.query('select distinct xmin::text from ballot_count where session_id = $1', [session]);
    expect(writers).toHaveLength(1);
  });

  it('tells that a text holds a character it cannot keep', async () => {
    const write = database.inTransaction((tx) =>
      tx.query(`insert into person (province_id, id, full_name, search_name) values ($1, $2, $3, 'x')`, [P, randomUUID(), 'a\u0000b']),
    );
    await expect(write).rejects.toBeInstanceOf(ForbiddenCharacter);
  });

  it('runs a transaction again that PostgreSQL undid for a deadlock', async () => {
    const lock = async (first: string, second: string, ready: () => Promise<void>): Promise<number> => {
      let runs = 0;
      await database.inTransaction(async (tx) => {
        runs += 1;
        await tx.query('update position set title = title where province_id = $1 and id = $2', [P, first]);
        await ready();
        await tx.query('update position set title = title where province_id = $1 and id = $2', [P, second]);
      });
      return runs;
    };
    let waiting = 0;
    let open: (() => void) | undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const both = (): Promise<void> => {
      waiting += 1;
      if (waiting === 2) {
        open?.();
      }
      return gate;
    };
    const runs = await Promise.all([lock(chair.position, deputy.position, both), lock(deputy.position, chair.position, both)]);
    // One of them ran twice; on a busy machine PostgreSQL may undo both once.
    expect(runs.reduce((sum, n) => sum + n, 0)).toBeGreaterThan(2);
  });
});
