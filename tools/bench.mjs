// @ts-check
// `npm run bench -- NAME`: builds, starts a private durable PostgreSQL, runs dist/test/bench/run.js on it.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './install.mjs';
import { ROOT, SHARED_CACHE } from './paths.mjs';

await ensureDependencies();
await ensureBuild({ web: false });
const { migrateDatabase, openDatabase, temporaryFolder } = await import('./stack.mjs');
const data = temporaryFolder('bench');
const database = await openDatabase(data);
try {
  await migrateDatabase(database.url);
  const child = spawn(process.execPath, ['--enable-source-maps', join(ROOT, 'dist', 'test', 'bench', 'run.js'), ...process.argv.slice(2)], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'test', DATABASE_URL: database.url, DATA_DIR: data, CACHE_DIR: SHARED_CACHE },
    stdio: 'inherit',
  });
  process.exitCode = await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
} finally {
  await database.stop();
  for (const folder of [database.databaseDir, data]) rmSync(folder, { recursive: true, force: true });
}
