// @ts-check
// `npm run matrix`: the authority matrix (award × body × post × lending × day) through the HTTP API, held against law.md (test/matrix/law.ts).
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './install.mjs';
import { ROOT } from './paths.mjs';
import { stepPrinter } from './progress.mjs';

const step = stepPrinter(3);
await step('Thư viện / dependencies', async () => ({ note: await ensureDependencies() }));
await step('Dựng chương trình / build', async () => ({ note: await ensureBuild({ web: false }) }));
const { migrateDatabase } = await import('./stack.mjs');
const { startTestDatabase } = await import('./test-database.mjs');
const database = await step('PostgreSQL', async () => ({ value: await startTestDatabase(migrateDatabase) }));
try {
  const child = spawn(process.execPath, ['--enable-source-maps', join(ROOT, 'dist', 'test', 'matrix', 'run.js')], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'test', TEST_PG_ADMIN: database.adminUrl, TEST_PG_TEMPLATE: database.template },
    stdio: 'inherit',
  });
  process.exitCode = await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
} finally {
  await database.stop();
}
