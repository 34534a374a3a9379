import { randomUUID } from 'node:crypto';
import { cloneDatabase } from '../../../../test/harness/database';
import { connect, type Database, type Tx } from '../database/database';
import { rowsOf } from '../database/prepared';
import { auditHash } from './audit-hash';
import type { BrokenChain } from './broken-chain';
import { checkChains } from './check-chains';
import { sealTrail } from './seal-trail';
import { TrailStore } from './trail.store';

const AT = Date.parse('2026-03-02T02:00:00Z');

describe('the chains of the trail, to whoever edits them by SQL', () => {
  let database: Database;
  let trail: TrailStore;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    database = await connect({ url: clone.url, poolSize: 12 });
    trail = new TrailStore(database);
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  const append = (tx: Tx, subjectId: string, n: number): Promise<void> =>
    trail.append(tx, 'HP', { subjectType: 'dossier', subjectId, atMs: AT + n * 1000, action: 'act', facts: { n } });

  /** A chain of lines; their ids, first to last. */
  const chain = async (lines = 5): Promise<{ id: string; lines: string[] }> => {
    const id = randomUUID();
    for (let n = 0; n < lines; n += 1) {
      await database.inTransaction((tx) => append(tx, id, n));
      // A number that no line has: room for a forged one.
      await rowsOf(database.reader, `select nextval(pg_get_serial_sequence('audit', 'id'))`, []);
    }
    const rows = await rowsOf<{ id: string }>(database.reader, 'select id from audit where subject_id = $1 order by id', [id]);
    return { id, lines: rows.map((row) => row.id) };
  };

  const TABLES = ['audit', 'audit_head', 'audit_seal', 'audit_seal_line', 'instance_state'];

  /** As the owner of the database does it: no trigger in the way. Put back afterwards, so that each case meets a whole trail. */
  const tampered = async (
    sql: readonly (readonly [string, ...unknown[]])[],
    subjectIds?: readonly string[],
  ): Promise<readonly BrokenChain[]> => {
    await database.inTransaction(async (tx) => {
      await tx.query('set local session_replication_role = replica');
      for (const table of TABLES) {
        await tx.query(`create table kept_${table} as table ${table}`);
      }
      for (const [text, ...values] of sql) {
        await tx.query(text, values);
      }
    });
    const { broken } = await checkChains(database, { provinceId: 'HP', ...(subjectIds === undefined ? {} : { subjectIds }) });
    await database.inTransaction(async (tx) => {
      await tx.query('set local session_replication_role = replica');
      for (const table of TABLES) {
        await tx.query(`delete from ${table}`);
        await tx.query(`insert into ${table} ${table === 'audit' ? 'overriding system value' : ''} select * from kept_${table}`);
        await tx.query(`drop table kept_${table}`);
      }
    });
    return broken;
  };

  const told = (broken: readonly BrokenChain[]): readonly (string | null)[][] =>
    broken.map(({ subjectId, fault, lineId }) => [subjectId, fault, lineId]);

  it('finds nothing where nobody did, and counts lines and chains', async () => {
    await chain();
    await chain(1);
    await sealTrail(database, AT);
    expect(await checkChains(database, { provinceId: 'HP' })).toEqual({ lines: 6, chains: 2, seals: 1, broken: [] });
    expect((await checkChains(database, { provinceId: 'TN' })).lines).toBe(0);
  });

  it('finds a changed line at that line, also one changed by less than is ever written', async () => {
    const { id, lines } = await chain();
    const third = lines[2];
    expect(told(await tampered([[`update audit set facts = '{"n": 7}' where id = $1`, third]]))).toEqual([[id, 'content', third]]);
    expect(told(await tampered([[`update audit set at = at + interval '1 microsecond' where id = $1`, third]]))).toEqual([
      [id, 'content', third],
    ]);
    expect(told(await tampered([[`update audit set prev_hash = 'x' where id = $1`, third]]))).toEqual([[id, 'link', third]]);
  });

  it('finds a line gone from the middle, and from the front, at the line after it', async () => {
    const { id, lines } = await chain();
    expect(told(await tampered([['delete from audit where id = $1', lines[2]]]))).toEqual([[id, 'missing', lines[3]]]);
    expect(told(await tampered([['delete from audit where id = $1', lines[0]]]))).toEqual([[id, 'missing', lines[1]]]);
  });

  it('finds a tail that is gone, before any seal was made', async () => {
    const { id, lines } = await chain();
    const broken = await tampered([['delete from audit where id = any($1)', lines.slice(3)]]);
    expect(told(broken)).toEqual([[id, 'tail', lines[2]]]);
    expect(told(await tampered([['delete from audit where id = any($1)', lines.slice(3)]], [id]))).toEqual([[id, 'tail', lines[2]]]);
  });

  it('finds a sealed tail that is gone with what was kept of the end made to fit', async () => {
    const { id, lines } = await chain();
    await sealTrail(database, AT);
    const fit = `update audit_head h set lines = 3, last_id = a.id, last_hash = a.hash from audit a where a.id = $1 and h.subject_id = $2`;
    const cut = [
      ['delete from audit where id = any($1)', lines.slice(3)],
      [fit, lines[2], id],
    ] as const;
    expect(told(await tampered(cut))).toEqual([[id, 'sealed', lines[4]]]);
    expect(told(await tampered(cut, [id]))).toEqual([[id, 'sealed', lines[4]]]);
  });

  it('finds a chain that is gone altogether, with and without what was kept of its end', async () => {
    const { id, lines } = await chain();
    await sealTrail(database, AT);
    const gone = ['delete from audit where subject_id = $1', id] as const;
    expect(told(await tampered([gone]))).toEqual([[id, 'tail', null]]);
    expect(told(await tampered([gone, ['delete from audit_head where subject_id = $1', id]]))).toEqual([[id, 'sealed', lines[4]]]);
  });

  it('finds a forged line wherever it is put, its hash well made', async () => {
    const { id, lines } = await chain(3);
    const hashes = await rowsOf<{ hash: string }>(database.reader, 'select hash from audit where subject_id = $1 order by id', [id]);
    const forged = (at: string, prevHash: string, subjectId = id): readonly [string, ...unknown[]] => [
      `insert into audit (province_id, id, at, subject_type, subject_id, action, facts, prev_hash, hash) overriding system value
       values ('HP', $1, $2, 'dossier', $3, 'forged', '{}', $4, $5)`,
      ...[at, new Date(AT), subjectId, prevHash, auditHash(prevHash, { subjectId, atMs: AT, action: 'forged', facts: {} })],
    ];
    const room = (n: number): string => String(BigInt(lines[n] ?? '0') + 1n);
    expect(told(await tampered([forged(room(1), hashes[1]?.hash ?? '')]))).toEqual([[id, 'inserted', room(1)]]);
    expect(told(await tampered([forged(room(2), hashes[2]?.hash ?? '')]))).toEqual([[id, 'inserted', room(2)]]);
    const stranger = randomUUID();
    expect(told(await tampered([forged(room(2), '', stranger)]))).toEqual([[stranger, 'inserted', room(2)]]);
  });

  it('finds a chain rewritten from a line on, its ends and its hashes made to fit, at the sealed line', async () => {
    const { id, lines } = await chain(3);
    await sealTrail(database, AT);
    const rows = await rowsOf<{ hash: string }>(database.reader, 'select hash from audit where subject_id = $1 order by id', [id]);
    const hash = auditHash(rows[1]?.hash ?? '', { subjectId: id, atMs: AT + 2000, action: 'act', facts: { n: 9 } });
    const broken = await tampered([
      [`update audit set facts = '{"n": 9}', hash = $2 where id = $1`, lines[2], hash],
      [`update audit_head set last_hash = $2 where subject_id = $1`, id, hash],
    ]);
    expect(told(broken)).toEqual([[id, 'sealed', lines[2]]]);
  });

  it('finds seals that were changed or taken away', async () => {
    await chain(1);
    await sealTrail(database, AT);
    const [last] = await rowsOf<{ n: number; hash: string }>(database.reader, 'select n, hash from audit_seal order by n desc limit 1', []);
    const n = last?.n ?? 0;
    expect(n).toBeGreaterThan(2);
    const kinds = async (sql: Parameters<typeof tampered>[0]): Promise<readonly string[]> => (await tampered(sql)).map((one) => one.fault);
    expect(await kinds([[`update audit_seal_line set hash = repeat('0', 64) where n = $1`, n]])).toEqual(['seal', 'sealed']);
    expect(
      await kinds([
        ['delete from audit_seal_line where n = $1', 2],
        ['delete from audit_seal where n = $1', 2],
      ]),
    ).toEqual(['seal']);
    const witness = { seal: n, sealHash: last?.hash ?? '' };
    await database.inTransaction((tx) =>
      trail.append(tx, 'HP', { subjectType: 'audit', subjectId: randomUUID(), atMs: AT, action: 'chains-checked', facts: witness }),
    );
    expect(
      await kinds([
        ['delete from audit_seal_line where n = $1', n],
        ['delete from audit_seal where n = $1', n],
      ]),
    ).toEqual(['seal']);
  });

  it('sees an instance cut off at its end, and one whose steps nobody keeps', async () => {
    const id = randomUUID();
    const first = auditHash('', { subjectId: id, atMs: AT, action: 'start', facts: {} });
    const line = `insert into audit (province_id, at, subject_type, subject_id, action, facts, prev_hash, hash) values ('HP', $1, 'instance', $2, 'start', '{}', '', $3)`;
    expect(told(await tampered([[line, new Date(AT), id, first]]))).toMatchObject([[id, 'inserted', expect.any(String)]]);
    const state = `insert into instance_state (province_id, id, version, state, audit_head) values ('HP', $1, 1, '{}', 'more')`;
    expect(
      told(
        await tampered([
          [line, new Date(AT), id, first],
          [state, id],
        ]),
      ),
    ).toMatchObject([[id, 'tail', expect.any(String)]]);
  });

  it('keeps chains whole and lets nobody wait for another chain when many write at once while seals are made', async () => {
    const subjects = Array.from({ length: 8 }, () => randomUUID());
    const writing = subjects.map(async (id) => {
      for (let n = 0; n < 20; n += 1) {
        await database.inTransaction((tx) => append(tx, id, n));
      }
    });
    const together = subjects.map((_, n) => database.inTransaction((tx) => append(tx, subjects[0] ?? '', 100 + n)));
    const sealing = (async () => {
      for (let n = 0; n < 5; n += 1) {
        await sealTrail(database, AT);
      }
    })();
    await Promise.all([...writing, ...together, sealing]);
    await sealTrail(database, AT);
    const { broken } = await checkChains(database, { provinceId: 'HP' });
    expect(broken).toEqual([]);
    const unsealed = await rowsOf(
      database.reader,
      `select from audit_head h where not exists (select from audit_seal_line l where l.province_id = h.province_id and l.line_id = h.last_id)`,
      [],
    );
    expect(unsealed).toEqual([]);
  });

  it('seals a line that was committed after younger ones had been sealed', async () => {
    const [late, quick] = [randomUUID(), randomUUID()];
    await database.inTransaction(async (tx) => {
      await append(tx, late, 0);
      await database.inTransaction((other) => append(other, quick, 0));
      await sealTrail(database, AT);
      await sealTrail(database, AT);
    });
    await sealTrail(database, AT);
    const sealed = await rowsOf<{ subject_id: string }>(
      database.reader,
      'select subject_id from audit_seal_line where subject_id = any($1) order by n',
      [[late, quick]],
    );
    expect(sealed.map((row) => row.subject_id)).toEqual([quick, late]);
  });
});
