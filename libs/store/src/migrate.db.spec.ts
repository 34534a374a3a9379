import { Client } from 'pg';
import { cloneDatabase } from '../../../test/harness/database';
import { migrate } from './migrate';

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
    expect(await query('select name from migration')).toHaveLength(2);
  });

  it('run once when twenty processes start at once on an empty database', async () => {
    const before = await tables();
    await query('drop schema public cascade');
    await query('create schema public');
    await Promise.all(Array.from({ length: 20 }, () => migrate(url)));
    expect(await tables()).toEqual(before);
    expect(await query('select name from migration')).toHaveLength(2);
  });
});
