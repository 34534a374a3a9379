import { createHash, randomInt } from 'node:crypto';
import { Client } from 'pg';
import type { InstallationMode } from './installation.store';

/** No letter that is read as another one, nor as a digit. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const GROUPS = 3;
const GROUP = 4;

/** `K7QX-M2PD-9TRW`: 59 bits, said over a telephone without doubt. */
function makeSetupCode(): string {
  const group = (): string => Array.from({ length: GROUP }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** Small letters, spaces and missing dashes are the same code. */
export function setupCodeHash(code: string): string {
  return createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest('hex');
}

/** What the installation is; null before its first start. */
export async function installationMode(url: string): Promise<InstallationMode | null> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ mode: InstallationMode }>('select mode from installation');
    return rows[0]?.mode ?? null;
  });
}

/** Says what an empty database is to become. Answers what it is now: one that is something already stays so. */
export async function beginInstallation(url: string, mode: InstallationMode): Promise<InstallationMode> {
  return withClient(url, async (client) => {
    await client.query(
      `insert into installation (id, mode, made_at)
       select 1, case when exists (select from account) then 'demo' else $1 end, clock_timestamp() on conflict do nothing`,
      [mode],
    );
    const { rows } = await client.query<{ mode: InstallationMode }>('select mode from installation');
    return rows[0]?.mode ?? mode;
  });
}

/** A new one-time code for the first administrators, the former one being void; null where there are accounts already, or in a demo. */
export async function newSetupCode(url: string): Promise<string | null> {
  return withClient(url, async (client) => {
    const code = makeSetupCode();
    const { rowCount } = await client.query(
      `update installation set code_hash = $1 where mode = 'real' and not exists (select from account)`,
      [setupCodeHash(code)],
    );
    return rowCount === 1 ? code : null;
  });
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
