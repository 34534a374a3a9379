import { randomUUID } from 'node:crypto';
import { cloneDatabase } from '../../../../test/harness/database';
import { connect, type Database } from '../database/database';
import { backupDifferences, readBackupFacts } from './backup-facts';

describe('what a backup is held against', () => {
  let database: Database;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    database = await connect({ url: clone.url, poolSize: 4 });
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  const write = (tx: { query: Database['reader']['query'] }): Promise<unknown> =>
    tx.query(
      `insert into audit (province_id, at, subject_type, subject_id, action, facts, prev_hash, hash)
       values ('HP', now(), 'clock', $1::uuid, 'x', '{}', '', encode(sha256(convert_to($1::uuid::text, 'UTF8')), 'hex'))`,
      [randomUUID()],
    );

  it('waits for whoever is writing the trail, so that no line slips in below the last one', async () => {
    let begun: () => void = () => undefined;
    let goOn: () => void = () => undefined;
    const writing = new Promise<void>((resolve) => (begun = resolve));
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const early = database.inTransaction(async (tx) => {
      await write(tx);
      begun();
      await held;
    });
    await writing;
    await database.inTransaction((tx) => write(tx));
    const state = { read: false };
    const facts = readBackupFacts(database).finally(() => (state.read = true));
    const waits = async (): Promise<boolean> => {
      const [row] = await database.reader.query<{ n: number }[]>(
        `select count(*)::int as n from pg_locks where relation = 'audit'::regclass and not granted`,
      );
      return row?.n === 1;
    };
    while (!state.read && !(await waits())) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    goOn();
    await early;
    expect((await facts).audit.lines).toBe(2);
    expect(await backupDifferences(database, await facts, false)).toEqual([]);
  });

  it('tells a trail that lost a line, and one whose line is another', async () => {
    const kept = await readBackupFacts(database);
    const fewer = { ...kept, audit: { ...kept.audit, lines: kept.audit.lines + 1 } };
    const other = { ...kept, audit: { ...kept.audit, hash: 'x' } };
    for (const wrong of [fewer, other]) {
      expect(await backupDifferences(database, wrong, false)).toHaveLength(1);
    }
  });

  it('goes on when the trail grew meanwhile, and counts every table only while nothing ran', async () => {
    const kept = await readBackupFacts(database);
    await database.inTransaction((tx) => write(tx));
    expect(await backupDifferences(database, kept, false)).toEqual([]);
    expect(await backupDifferences(database, kept, true)).toEqual(['audit: 2 dòng / rows → 3']);
  });
});
