// @ts-check
// `npm run conformance -- [--mode memory|durable|crash] DIR...`: plays suites in the neutral format (test/conformance/run.ts).
// Sources are compiled aside, so that it runs on what lies in the checkout and leaves dist alone. PostgreSQL is started for
// durable and crash only, without fsync. The very last line is exactly `N passed, N failed`.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { ensureDependencies } from './install.mjs';
import { ROOT } from './paths.mjs';

const OPTIONS_WITH_VALUE = ['--mode', '--jobs', '--only', '--json'];
const PATHS = ['--json'];
const out = join(ROOT, 'node_modules', '.cache', `thidua-conformance-${process.pid}`);

/** Paths are meant where the command was typed, not where npm went. */
function absolute(words) {
  const here = process.env['INIT_CWD'] ?? process.cwd();
  return words.map((word, index) => {
    const before = words[index - 1] ?? '';
    const isValue = OPTIONS_WITH_VALUE.includes(before);
    const isPath = isValue ? PATHS.includes(before) : !word.startsWith('--');
    return isPath && word !== '' ? resolve(here, word) : word;
  });
}

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

async function compile() {
  const swc = join(ROOT, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const folders = ['libs', 'test/conformance', 'test/harness'];
  if ((await run([swc, ...folders, '-d', out, '--delete-dir-on-start', '--quiet', '--extensions', '.ts'])) !== 0) {
    throw new Error('the sources do not compile');
  }
}

async function startDatabase() {
  const { startTestDatabase } = await import('./test-database.mjs');
  const migrate = (url) => createRequire(import.meta.url)(join(out, 'libs', 'store', 'src', 'migrate.js')).migrate(url);
  return startTestDatabase(migrate);
}

const words = absolute(process.argv.slice(2));
const mode = words[words.indexOf('--mode') + 1] ?? '';
const needsDatabase =
  words.some((word) => /^--mode=(durable|crash)$/.test(word)) || (words.includes('--mode') && ['durable', 'crash'].includes(mode));
let database;
try {
  await ensureDependencies();
  await compile();
  database = needsDatabase ? await startDatabase() : undefined;
  const env = database === undefined ? {} : { TEST_PG_ADMIN: database.adminUrl, TEST_PG_TEMPLATE: database.template };
  process.exitCode = await run(['--enable-source-maps', join(out, 'test', 'conformance', 'run.js'), ...words], env);
} finally {
  await database?.stop();
  rmSync(out, { recursive: true, force: true });
}
