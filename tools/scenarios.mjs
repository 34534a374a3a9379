// @ts-check
// `npm run scenarios [-- PATH...]`: plays the scenarios of the workflows in memory and on PostgreSQL (test/scenarios/run.ts).
// Sources are compiled aside, so that it runs on what lies in the checkout and leaves dist alone; PostgreSQL is started for it,
// without fsync. The very last line is exactly `N passed, N failed`.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { ensureDependencies } from './install.mjs';
import { ROOT } from './paths.mjs';

const out = join(ROOT, 'node_modules', '.cache', `thidua-scenarios-${process.pid}`);
const swc = join(ROOT, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
/** Paths are meant where the command was typed, not where npm went. */
const paths = process.argv.slice(2).map((path) => resolve(process.env['INIT_CWD'] ?? process.cwd(), path));

/** @type {import('node:child_process').ChildProcess | undefined} */
let running;
// Whoever stops us stops the child; the database and the folder are then put away as usual.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => running?.kill(signal));

/** @returns {Promise<number>} exit code */
function run(args, env = {}) {
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, NODE_ENV: 'test', ...env }, stdio: 'inherit' });
  running = child;
  return new Promise((settle) => child.once('exit', (code) => settle(code ?? 1)));
}

let database;
try {
  await ensureDependencies();
  const folders = ['libs', 'test/conformance', 'test/harness', 'test/scenarios'];
  if ((await run([swc, ...folders, '-d', out, '--delete-dir-on-start', '--quiet', '--extensions', '.ts'])) !== 0) {
    throw new Error('the sources do not compile');
  }
  const { startTestDatabase } = await import('./test-database.mjs');
  database = await startTestDatabase((url) => createRequire(import.meta.url)(join(out, 'libs', 'store', 'src', 'migrate.js')).migrate(url));
  const env = { TEST_PG_ADMIN: database.adminUrl, TEST_PG_TEMPLATE: database.template };
  process.exitCode = await run(['--enable-source-maps', join(out, 'test', 'scenarios', 'run.js'), ...paths], env);
} finally {
  await database?.stop();
  rmSync(out, { recursive: true, force: true });
}
