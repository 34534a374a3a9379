// @ts-check
// A long run of test/<name>/run.ts by itself: builds, starts one PostgreSQL without fsync, plays it, leaves nothing behind.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './install.mjs';
import { ROOT, SHARED_CACHE } from './paths.mjs';
import { stepPrinter } from './progress.mjs';

/**
 * Arguments of the command go on to the run; its exit code is ours. It finds a free port in `<NAME>_PORT`.
 * @param {{ name: string, firstPort: number }} run
 */
export async function playOnDatabase({ name, firstPort }) {
  const step = stepPrinter(3);
  await step('Thư viện / dependencies', async () => ({ note: await ensureDependencies() }));
  await step('Dựng chương trình / build', async () => ({ note: await ensureBuild({ web: false }) }));
  // These stand on what was just installed and built.
  const { migrateDatabase, temporaryFolder } = await import('./stack.mjs');
  const { startTestDatabase } = await import('./test-database.mjs');
  const { nextFreePort } = await import('./ports.mjs');
  const data = temporaryFolder(name);
  const database = await step('PostgreSQL', async () => ({ value: await startTestDatabase(migrateDatabase) }));
  try {
    const child = spawn(process.execPath, ['--enable-source-maps', join(ROOT, 'dist', 'test', name, 'run.js'), ...process.argv.slice(2)], {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_ENV: 'test',
        TEST_PG_ADMIN: database.adminUrl,
        TEST_PG_TEMPLATE: database.template,
        DATA_DIR: data,
        CACHE_DIR: SHARED_CACHE,
        [`${name.toUpperCase()}_PORT`]: String(await nextFreePort(firstPort)),
      },
      stdio: 'inherit',
    });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill('SIGTERM'));
    process.exitCode = await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  } finally {
    await database.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
