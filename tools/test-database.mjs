// @ts-check
// The database server of one test run: an embedded cluster without fsync and one migrated template that every suite clones.
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from './embedded-postgres.mjs';
import { isAlive, waitUntil } from './processes.mjs';

const PREFIX = 'thidua-test-pg-';
const OLD = 2 * 3600_000;

/**
 * Starts the cluster (or uses the one of TEST_DATABASE_URL) and makes the template.
 * @param {(url: string) => Promise<void>} migrate brings an empty database up to date
 * @returns {Promise<{ adminUrl: string, template: string, stop: () => Promise<void> }>}
 */
export async function startTestDatabase(migrate) {
  await sweepClusters();
  const run = `${process.pid}_${Date.now().toString(36)}`;
  const given = process.env['TEST_DATABASE_URL'] || undefined;
  const server =
    given === undefined
      ? await startPostgres({ databaseDir: join(tmpdir(), `${PREFIX}${run}`), password: randomUUID(), durable: false })
      : undefined;
  const adminUrl = given ?? server?.url ?? '';
  const template = `thidua_${run}`;
  await asAdmin(adminUrl, async (client) => {
    await sweepDatabases(client);
    await client.query(`create database ${template}`);
  });
  await migrate(databaseUrl(adminUrl, template));
  const stop = server?.stop ?? (() => asAdmin(adminUrl, (client) => dropDatabases(client, (name) => name.startsWith(template))));
  return { adminUrl, template, stop };
}

/** A new database cloned from the template. @returns {Promise<string>} its address */
export async function cloneTemplate(adminUrl, template, suffix) {
  const name = `${template}_${suffix}`;
  await asAdmin(adminUrl, (client) => client.query(`create database ${name} template ${template}`));
  return databaseUrl(adminUrl, name);
}

function databaseUrl(adminUrl, name) {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function asAdmin(url, work) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function dropDatabases(client, chosen) {
  const { rows } = await client.query("select datname from pg_database where datname like 'thidua\\_%'");
  for (const { datname } of rows) if (chosen(datname)) await client.query(`drop database if exists "${datname}" with (force)`);
}

/** On a server of somebody else's the age in the name decides: process ids may belong to another machine. */
function sweepDatabases(client) {
  return dropDatabases(client, (name) => {
    const made = parseInt(/^thidua_\d+_([0-9a-z]+)/.exec(name)?.[1] ?? '', 36);
    return Number.isFinite(made) && Date.now() - made > OLD;
  });
}

/** Clusters of runs that were killed: their server is ended and their folder removed. */
async function sweepClusters() {
  for (const name of readdirSync(tmpdir())) {
    const owner = Number(/^thidua-test-pg-(\d+)_/.exec(name)?.[1]);
    if (!Number.isInteger(owner) || isAlive(owner)) continue;
    const folder = join(tmpdir(), name);
    const file = join(folder, 'postmaster.pid');
    const [pid, written] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (written === folder && isAlive(Number(pid))) {
      process.kill(Number(pid), 'SIGQUIT');
      await waitUntil(() => !isAlive(Number(pid)), 5000);
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
