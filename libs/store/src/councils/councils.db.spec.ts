import { randomUUID } from 'node:crypto';
import { cloneDatabase } from '../../../../test/harness/database';
import { connect, type Database } from '../database/database';
import { CouncilSessionStore } from './council-session.store';
import { CountStore } from './count.store';
import { RecusalStore } from './recusal.store';
import { WrittenOpinionStore } from './written-opinion.store';

const P = 'HP';
const NOW = Date.UTC(2026, 2, 2, 2);

/** What the database keeps of a session once it has opened, whoever asks it for something else. */
describe('a council session in the database', () => {
  let database: Database;
  let drop: () => Promise<void>;
  const [org, council, round, dossier, row, session] = Array.from({ length: 6 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const [secret, open] = [randomUUID(), randomUUID()];
  const people = Array.from({ length: 3 }, () => ({ person: randomUUID(), position: randomUUID() }));
  const [chair, member, absent] = people as [(typeof people)[number], (typeof people)[number], (typeof people)[number]];

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    database = await connect({ url: clone.url, poolSize: 2 });
    await database.inTransaction(async (tx) => {
      await tx.query(
        `insert into org (province_id, id, kind, level, name, head_body, place, symbol, tier, legal_person, has_seal, valid_from)
         values ($1, $2, 'commune', 'XA', 'x', 'x', 'x', 'X', 'xa', true, true, '2020-01-01')`,
        [P, org],
      );
      await tx.query(
        `insert into council (province_id, id, org_id, name, established_by, valid_from) values ($1, $2, $3, 'x', 'x', '2025-01-01')`,
        [P, council, org],
      );
      for (const { person, position } of people) {
        await tx.query(`insert into person (province_id, id, full_name, search_name) values ($1, $2, 'x', 'x')`, [P, person]);
        await tx.query(
          `insert into position (province_id, id, org_id, person_id, role, title, valid_from) values ($1, $2, $3, $4, 'council-member', 'x', '2025-01-01')`,
          [P, position, org, person],
        );
        await tx.query(
          `insert into council_member (province_id, council_id, person_id, position_id, role, standing) values ($1, $2, $3, $4, 'member', true)`,
          [P, council, person, position],
        );
      }
      await tx.query(`insert into pack (id, hash, content, received_from, loaded_at) values ('p', 'h', '{}', '2026-01-01', now())`);
      await tx.query(
        `insert into dossier (province_id, id, code, org_id, occasion, year, title, status, created_by, created_at)
         values ($1, $2, 'D', $3, 'annual', 2026, 'x', 'accepted', $4, now())`,
        [P, dossier, org, chair.person],
      );
      for (const [id, seq] of [
        [row, 1],
        [open, 2],
      ] as const) {
        await tx.query(
          `insert into nominee_row (province_id, id, dossier_id, seq, kind, name, search_name, title, scope, award, achievement, achievement_hash, stage, state)
           values ($1, $2, $3, $4, 'individual', 'x', 'x', 'x', 'inside', 'GK_XA', 'x', 'x', 'XA', 'open')`,
          [P, id, dossier, seq],
        );
      }
      await tx.query(
        `insert into review_round (province_id, id, code, org_id, standing_org_id, level, occasion, year, title, status, pack_hash, closes_at, created_at)
         values ($1, $2, 'R', $3, $3, 'XA', 'annual', 2026, 'x', 'council', 'h', now(), now())`,
        [P, round, org],
      );
    });
    const recusal = {
      id: randomUUID(),
      roundId: round,
      personId: member.person,
      rowId: row,
      reason: 'Vợ của người được đề nghị',
      atMs: NOW,
    };
    await database.inTransaction(async (tx) => {
      await new RecusalStore(database).declare(tx, P, { ...recusal, declaredBy: member.person });
      await new CouncilSessionStore(database).open(
        tx,
        P,
        {
          ...{ id: session, roundId: round, councilId: council, body: 'full', total: 3, place: 'x', closesMs: NOW + 3_600_000 },
          items: [
            { id: secret, rowId: row, seq: 1, ruleId: 'V-10', needed: 2, secret: true, inWriting: true },
            { id: open, rowId: open, seq: 2, ruleId: 'V-10', needed: 2, secret: false, inWriting: false },
          ],
          roll: people.map(({ person, position }) => ({
            ...{ personId: person, positionId: position, role: 'member', title: 'Ủy viên' },
            attendance: person === absent.person ? ('absent' as const) : ('present' as const),
          })),
          quorum: { needed: 2, ruleId: 'V-13' },
          places: [],
        },
        NOW,
      );
    });
  }, 60_000);
  afterAll(async () => {
    await database.close();
    await drop();
  });

  const refused = async (sql: string, values: readonly unknown[] = []): Promise<void> => {
    await expect(database.inTransaction((tx) => tx.query(sql, [...values]))).rejects.toThrow(/frozen|before the session opens|secret item/);
  };

  it('keeps roll, title and denominator when the council changes afterwards', async () => {
    await database.inTransaction(async (tx) => {
      await tx.query('delete from council_member where province_id = $1 and person_id = $2', [P, member.person]);
      await tx.query(`update position set title = 'chức danh mới' where province_id = $1 and id = $2`, [P, chair.position]);
    });
    const store = new CouncilSessionStore(database);
    const roll = await store.roll(P, session);
    expect(roll.map((entry) => [entry.title, entry.role])).toEqual(Array.from({ length: 3 }, () => ['Ủy viên', 'member']));
    expect(await store.byId(P, session)).toMatchObject({ total: 3, present: 2, quorumNeeded: 2, quorumRule: 'V-13' });
  });

  it('takes nobody onto the roll and no item onto the agenda after the opening', async () => {
    await refused('delete from roll where province_id = $1 and session_id = $2', [P, session]);
    await refused('insert into roll (province_id, session_id, person_id, position_id, role, title) values ($1, $2, $3, $4, $5, $5)', [
      ...[P, session, randomUUID(), chair.position, 'member'],
    ]);
    await refused('delete from session_item where province_id = $1 and session_id = $2', [P, session]);
    await refused('update council_session set total = 2 where province_id = $1 and id = $2', [P, session]);
  });

  it('takes no recusal after the opening, changes none, and has bound those declared before', async () => {
    await refused(
      `insert into recusal (province_id, id, round_id, person_id, row_id, reason, declared_at, declared_by) values ($1, $2, $3, $4, null, 'x', now(), $4)`,
      [P, randomUUID(), round, chair.person],
    );
    await refused('delete from recusal where province_id = $1 and round_id = $2', [P, round]);
    const bound = await database.reader.query<{ session_id: string }[]>('select session_id from recusal where round_id = $1', [round]);
    expect(bound).toEqual([{ session_id: session }]);
  });

  it('keeps the vote of a person for an open item and refuses it for a secret one', async () => {
    const counts = new CountStore(database);
    const vote = (itemId: string): Promise<void> =>
      database.inTransaction((tx) => counts.addOpenVotes(tx, P, session, chair.person, [{ itemId, option: 'yes' }]));
    await expect(vote(secret)).rejects.toThrow('secret item');
    await vote(open);
    expect(await counts.openVotes(P, session)).toEqual([{ itemId: open, personId: chair.person, option: 'yes' }]);
  });

  it('takes one written opinion of a member who is absent, and none of one who is there', async () => {
    const [sessions, opinions] = [new CouncilSessionStore(database), new WrittenOpinionStore(database)];
    const send = (personId: string): Promise<boolean> =>
      database.inTransaction(async (tx) => {
        const taken = await sessions.markWritten(tx, P, session, personId);
        if (taken) {
          const paper = { sessionId: session, personId, kind: 'typed' as const, mime: null, sealed: new Uint8Array([1, 2, 3]) };
          await opinions.add(tx, P, { ...paper, atMs: NOW, sentBy: personId });
        }
        return taken;
      });
    expect([await send(chair.person), await send(absent.person), await send(absent.person)]).toEqual([false, true, false]);
    const [kept] = await opinions.ofSession(P, session);
    expect(kept).toMatchObject({ personId: absent.person, kind: 'typed', openedAt: null, valid: null });
    expect(kept).not.toHaveProperty('sealed');
    expect(await opinions.sealed(P, session, absent.person)).toEqual(Buffer.from([1, 2, 3]));
  });
});
