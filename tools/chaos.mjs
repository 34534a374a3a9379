// @ts-check
// `npm run chaos -- --papers N` or `--numbers N`: builds, starts one PostgreSQL without fsync, then plays test/chaos/run.ts on it.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './install.mjs';
import { ROOT, SHARED_CACHE } from './paths.mjs';
import { stepPrinter } from './progress.mjs';

const step = stepPrinter(3);
await step('Thư viện / dependencies', async () => ({ note: await ensureDependencies() }));
await step('Dựng chương trình / build', async () => ({ note: await ensureBuild({ web: false }) }));
const { migrateDatabase, temporaryFolder } = await import('./stack.mjs');
const { startTestDatabase } = await import('./test-database.mjs');
const { nextFreePort } = await import('./ports.mjs');
const data = temporaryFolder('chaos');
const database = await step('PostgreSQL', async () => ({ value: await startTestDatabase(migrateDatabase) }));
try {
  const child = spawn(process.execPath, ['--enable-source-maps', join(ROOT, 'dist', 'test', 'chaos', 'run.js'), ...process.argv.slice(2)], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'test',
      TEST_PG_ADMIN: database.adminUrl,
      TEST_PG_TEMPLATE: database.template,
      DATA_DIR: data,
      CACHE_DIR: SHARED_CACHE,
      CHAOS_PORT: String(await nextFreePort(3500)),
    },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill('SIGTERM'));
  process.exitCode = await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
} finally {
  await database.stop();
  rmSync(data, { recursive: true, force: true });
}
