import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { cloneDatabase } from '../../../test/harness/database';
import { migrate } from './migrate';
import { Foundation0001 } from './migrations/0001-foundation';

/** Every file of the folder, each run once. */
const SHIPPED = readdirSync(join(__dirname, 'migrations')).length;

describe('migrations', () => {
  let url: string;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    ({ url, drop } = await cloneDatabase());
  });
  afterAll(() => drop());

  async function query<T extends object>(sql: string): Promise<T[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<T>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  const tables = (): Promise<{ relname: string }[]> =>
    query(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`);

  it('find nothing to do when they run again', async () => {
    const before = await tables();
    await migrate(url);
    expect(await tables()).toEqual(before);
    expect(await query('select name from migration')).toHaveLength(SHIPPED);
  });

  it('run once when twenty processes start at once on an empty database', async () => {
    const before = await tables();
    await query('drop schema public cascade');
    await query('create schema public');
    await Promise.all(Array.from({ length: 20 }, () => migrate(url)));
    expect(await tables()).toEqual(before);
    expect(await query('select name from migration')).toHaveLength(SHIPPED);
  });

  it('carry what the first version kept over: who waits in order, messages that were delivered, whose timers they are', async () => {
    await query('drop schema public cascade');
    await query('create schema public');
    const first = new DataSource({
      type: 'postgres',
      url,
      migrations: [Foundation0001],
      migrationsTableName: 'migration',
      installExtensions: false,
    });
    await first.initialize();
    await first.runMigrations();
    await first.destroy();
    const id = (n: number): string => `01900000-0000-7000-8000-00000000000${n}`;
    await query(`insert into process_definition (province_id, id, key, version, name, set_hash, xml, origin, status, created_at)
      values ('HP', '${id(1)}', 'p', 1, 'p', 'h', '', 'tenant', 'published', '2026-03-02')`);
    await query(`insert into process_instance (province_id, id, definition_id, key, status, org_id, started_at)
      values ('HP', '${id(2)}', '${id(1)}', 'p', 'active', '${id(3)}', '2026-03-02')`);
    await query(
      `insert into timer (province_id, id, instance_id, element_id, due_at) values ('HP', '${id(4)}', '${id(2)}', 'x', '2026-03-03')`,
    );
    await query(`insert into subscription (province_id, id, instance_id, element_id, message, correlation_key, once, opened_at)
      values ('HP', '${id(5)}', '${id(2)}', 'x', 'm', 'k', true, '2026-03-02')`);
    await query(`insert into message (province_id, id, name, correlation_key, variables, published_at, expires_at, delivered)
      values ('HP', '${id(6)}', 'm', 'k', '{}', '2026-03-02', '2026-04-02', true), ('HP', '${id(7)}', 'm', 'k', '{}', '2026-03-02', '2026-04-02', false)`);
    await migrate(url);
    expect(await query('select org_id from timer')).toEqual([{ org_id: id(3) }]);
    expect(await query('select message_id, process from message_delivery')).toEqual([{ message_id: id(6), process: 'p' }]);
    await query(`insert into message (province_id, id, name, correlation_key, variables, published_at, expires_at)
      values ('HP', '${id(8)}', 'm', 'k', '{}', '2026-03-02', '2026-04-02')`);
    expect(await query('select id from message order by seq')).toEqual([{ id: id(6) }, { id: id(7) }, { id: id(8) }]);
  });
});
