// @ts-check
// A running system: PostgreSQL, migrations, api and worker. Used by start, demo, bench, the bare-machine proof and the browser tests.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, SHARED_CACHE } from './paths.mjs';
import { clusterFolder } from './postgres-home.mjs';
import { nextFreePort } from './ports.mjs';
import { waitUntil } from './processes.mjs';
import { supervise } from './supervise.mjs';

const require = createRequire(import.meta.url);
const API = 'dist/apps/api/src/main.js';
const WORKER = 'dist/apps/worker/src/main.js';
const MIGRATE = 'dist/libs/store/src/migrate.js';
const READY_WITHIN = 180_000;
const HOPELESS = 5;

/** PostgreSQL of a data folder: its password is made once, its port kept while it is free. */
export async function openDatabase(data, { durable = true } = {}) {
  const { startPostgres } = await import('./embedded-postgres.mjs');
  mkdirSync(data, { recursive: true });
  const settings = join(data, 'postgres.json');
  const kept = existsSync(settings)
    ? JSON.parse(readFileSync(settings, 'utf8'))
    : { password: randomBytes(18).toString('base64url'), port: 54320 };
  if (!existsSync(settings)) writeFileSync(settings, JSON.stringify(kept), { mode: 0o600 });
  const databaseDir = clusterFolder(data);
  const port = await nextFreePort(kept.port);
  const server = await startPostgres({ databaseDir, password: kept.password, port, durable });
  return {
    ...server,
    databaseDir,
    restart: () => startPostgres({ databaseDir, password: kept.password, port: Number(new URL(server.url).port), durable }),
  };
}

/** Brings the schema of a database up to date. */
export async function migrateDatabase(url, root = ROOT) {
  await require(join(root, MIGRATE)).migrate(url);
}

/**
 * Starts api and worker on a database that is there and migrated.
 * @param {{ databaseUrl: string, data: string, port: number, env?: NodeJS.ProcessEnv, root?: string, restart?: boolean,
 *   onMessage?: (name: string, message: any) => void,
 *   onChildren?: (pids: number[]) => void, onCrash?: (name: string, why: string) => void }} options
 */
export function startServices({ databaseUrl, data, port, env = {}, root = ROOT, restart = true, onMessage, onChildren, onCrash }) {
  const childEnv = { ...process.env, DATA_DIR: data, ...env, DATABASE_URL: databaseUrl, PORT: String(port) };
  /** @type {Record<string, import('./supervise.mjs').Supervised>} */
  const children = {};
  // The worker installs people, law and processes before it says so; without them nobody can sign in.
  let installed = false;
  const pids = () => Object.values(children).flatMap((child) => child.pid() ?? []);
  for (const [name, script] of Object.entries({ api: API, worker: WORKER })) {
    children[name] = supervise({
      script: join(root, script),
      cwd: root,
      env: childEnv,
      log: join(data, 'logs', `${name}.log`),
      restart,
      onMessage: (message) => {
        if (name === 'worker' && message?.type === 'ready') installed = true;
        onMessage?.(name, message);
      },
      onChange: () => onChildren?.(pids()),
      onCrash: (why) => onCrash?.(name, why),
    });
  }
  onChildren?.(pids());
  const url = `http://127.0.0.1:${port}`;

  const ready = async () => {
    const hopeless = () => Object.entries(children).find(([, child]) => child.failures() >= (restart ? HOPELESS : 1));
    const answered = await waitUntil(
      async () => hopeless() !== undefined || (installed && (await isWhole(`${url}/health/ready`))),
      READY_WITHIN,
      100,
    );
    const broken = hopeless() ?? (answered ? undefined : [installed ? 'api' : 'worker', children[installed ? 'api' : 'worker']]);
    if (broken !== undefined) throw new Error(`${broken[0]} không khởi động được / does not come up:\n${broken[1]?.tail()}`);
  };
  const stop = async () => {
    await Promise.all(Object.values(children).map((child) => child.stop()));
  };
  return { url, port, children, ready, stop };
}

/** Whether the api answers and lacks nothing now: it learns a few seconds after the worker's installation that the law is there. */
async function isWhole(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
    const health = /** @type {{ status?: unknown }} */ (await response.json());
    return health.status === 'ok';
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

/** A new folder for a private system. Not mkdtemp's 0700, which would shut out the user PostgreSQL runs as under root. */
export function temporaryFolder(name) {
  const folder = join(tmpdir(), `thidua-${name}-${process.pid}-${Date.now().toString(36)}`);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  return folder;
}

/**
 * A private system on free ports, ready to be talked to; `stop` ends it, PostgreSQL last, and removes the folder if it was made here.
 * @param {{ data: string, temporary?: boolean, databaseUrl?: string, firstPort?: number, env?: NodeJS.ProcessEnv, restart?: boolean,
 *   prepare?: (databaseUrl: string) => Promise<void>, onMessage?: (name: string, message: any) => void, onCrash?: (name: string, why: string) => void }} options
 *   with `databaseUrl` (migrated) no PostgreSQL is started; `prepare` sees the migrated database before anything runs on it
 */
export async function startStack({ data, temporary = false, databaseUrl, firstPort = 3100, env = {}, prepare, ...watching }) {
  mkdirSync(data, { recursive: true });
  const database = databaseUrl === undefined ? await openDatabase(data) : undefined;
  const url = databaseUrl ?? database?.url ?? '';
  if (database !== undefined) await migrateDatabase(url);
  await prepare?.(url);
  const services = startServices({
    ...watching,
    databaseUrl: url,
    data,
    port: await nextFreePort(firstPort),
    env: { CACHE_DIR: SHARED_CACHE, ...env },
  });
  const stop = async () => {
    await services.stop();
    await database?.stop();
    if (!temporary) return;
    for (const folder of [database?.databaseDir ?? data, data]) rmSync(folder, { recursive: true, force: true });
  };
  try {
    await services.ready();
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...services, databaseUrl: url, stop };
}
