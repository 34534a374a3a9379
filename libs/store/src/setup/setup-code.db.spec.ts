import { Client } from 'pg';
import { cloneDatabase } from '../../../../test/harness/database';
import { beginInstallation, installationMode, newSetupCode, setupCodeHash } from './setup-code';

describe('what an installation is', () => {
  let url: string;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    ({ url, drop } = await cloneDatabase());
  });
  afterAll(() => drop());

  const kept = async (): Promise<string | null> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      const { rows } = await client.query<{ code: string | null }>('select code_hash as code from installation');
      return rows[0]?.code ?? null;
    } finally {
      await client.end();
    }
  };

  it('is nothing before its first start, then what it was made as, for ever', async () => {
    expect(await installationMode(url)).toBeNull();
    expect(await newSetupCode(url)).toBeNull();
    expect(await beginInstallation(url, 'real')).toBe('real');
    expect(await beginInstallation(url, 'demo')).toBe('real');
    expect(await installationMode(url)).toBe('real');
  });

  it('keeps the hash of its newest code alone, however the code is typed', async () => {
    const first = await newSetupCode(url);
    const second = await newSetupCode(url);
    expect(second).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/);
    expect(await kept()).toBe(setupCodeHash(second ?? ''));
    expect(setupCodeHash((second ?? '').toLowerCase().replaceAll('-', ' '))).toBe(await kept());
    expect(setupCodeHash(first ?? '')).not.toBe(await kept());
  });

  it('gives no code once somebody is there', async () => {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(`insert into person (province_id, id, full_name, search_name) values ('TN', gen_random_uuid(), 'An', 'an')`);
    await client.query(
      `insert into account (province_id, id, person_id, username) select 'TN', gen_random_uuid(), id, 'an.quantri' from person`,
    );
    await client.end();
    expect(await newSetupCode(url)).toBeNull();
  });
});
