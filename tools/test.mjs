// @ts-check
// `npm test`: sets up, then runs every suite one after the other. The very last line is exactly `N passed, N failed`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './install.mjs';
import { ROOT } from './paths.mjs';
import { stepPrinter } from './progress.mjs';
import { filesBelow } from './sources.mjs';
import { runJest, runPlaywright, runVitest } from './test-suites.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
const budget = JSON.parse(readFileSync(join(ROOT, 'test', 'budget.json'), 'utf8'));
const total = { passed: 0, failed: 0 };
const skipped = [];
const failures = [];
const flaky = [];
const spent = [];

/** Runs one suite, adds its counts, keeps its seconds against the part of the budget it belongs to. */
async function suite(name, part, work) {
  say(`\n── ${name} ──`);
  const from = performance.now();
  const counts = await work();
  const seconds = (performance.now() - from) / 1000;
  total.passed += counts.passed;
  total.failed += counts.failed;
  skipped.push(...counts.skipped.map((one) => ({ suite: name, ...one })));
  failures.push(...counts.failures.map((one) => ({ suite: name, ...one })));
  flaky.push(...(counts.flaky ?? []).map((one) => ({ suite: name, ...one })));
  spent.push({ name, part, seconds, ...counts });
}

const hasSpecs = (folder, end = '.spec.ts') => filesBelow(ROOT, folder, (path) => path.endsWith(end)).length > 0;
const inTest = (...folders) => folders.some((folder) => hasSpecs(`test/${folder}`));

async function allSuites() {
  const step = stepPrinter(3);
  await step('Thư viện / dependencies', async () => ({ note: await ensureDependencies() }));
  await step('Dựng chương trình / build', async () => ({ note: await ensureBuild() }));
  const { startTestDatabase, cloneTemplate } = await import('./test-database.mjs');
  const { migrateDatabase } = await import('./stack.mjs');
  const { startRedis } = await import('./redis.mjs');
  const database = await step('PostgreSQL', async () => ({ value: await startTestDatabase(migrateDatabase) }));
  const redis = await startRedis();
  const env = { TEST_PG_ADMIN: database.adminUrl, TEST_PG_TEMPLATE: database.template, NODE_ENV: 'test', REDIS_URL: undefined };
  const onRedis = async (name, part, options) => {
    if (redis === undefined) {
      skipped.push({ suite: name, name: 'tất cả / all', why: 'không có redis-server trên PATH / no redis-server on PATH' });
    } else await suite(name, part, () => runJest(options.project, { ...options, env: { ...env, REDIS_URL: redis.url }, name }));
  };
  try {
    await suite('unit', 'unit', () => runJest('unit', { env: { ...env, TEST_PG_ADMIN: undefined } }));
    if (inTest('goldens')) await suite('papers', 'papers', () => runJest('papers', { env: { ...env, TEST_PG_ADMIN: undefined } }));
    await suite('db', 'db', () => runJest('db', { env }));
    if (hasSpecs('libs/queue', '.db.spec.ts')) await onRedis('db-redis', 'db', { project: 'db', paths: ['libs/queue'] });
    if (inTest('conformance', 'property', 'replay', 'scenario', 'scenarios')) {
      await suite('engine', 'engine', () => runJest('engine', { env }));
    }
    if (inTest('e2e')) {
      await suite('e2e', 'e2e', () => runJest('e2e', { env }));
      await onRedis('e2e-redis', 'e2e', { project: 'e2e' });
    }
    if (inTest('chaos', 'crash', 'faults')) await suite('faults', 'faults', () => runJest('faults', { env }));
    if (webHasVitest()) await suite('web', 'unit', runVitest);
    if (inTest('browser')) {
      const url = await cloneTemplate(database.adminUrl, database.template, 'browser');
      await suite('browser', 'browser', () => runPlaywright({ ...env, BROWSER_DATABASE_URL: url }));
    }
  } finally {
    await redis?.stop();
    await database.stop();
  }
}

function webHasVitest() {
  const manifest = join(ROOT, 'apps', 'web', 'package.json');
  if (!existsSync(manifest)) return false;
  const { dependencies, devDependencies } = JSON.parse(readFileSync(manifest, 'utf8'));
  return { ...dependencies, ...devDependencies }['vitest'] !== undefined;
}

function report() {
  say('\n── Thời gian / spent of allowed ──');
  const parts = new Map();
  for (const one of spent) {
    say(
      `  ${one.name.padEnd(10)} ${one.seconds.toFixed(1).padStart(7)} s   ${one.passed} passed, ${one.failed} failed, ${one.skipped.length} skipped`,
    );
    parts.set(one.part, (parts.get(one.part) ?? 0) + one.seconds);
  }
  for (const [part, seconds] of parts) {
    say(`  ${part.padEnd(10)} ${seconds.toFixed(0)}/${budget[part]} s${seconds > budget[part] ? '   QUÁ NGÂN SÁCH / OVER BUDGET' : ''}`);
  }
  const all = spent.reduce((sum, one) => sum + one.seconds, 0);
  const allowed = Object.values(budget).reduce((sum, seconds) => sum + Number(seconds), 0);
  say(`  all        ${all.toFixed(0)}/${allowed} s`);
  if (skipped.length > 0) say('\n── Bỏ qua / skipped ──');
  for (const one of skipped) say(`  ${one.suite}: ${one.name}: ${one.why}`);
  tell('Đạt ở lần hai / passed at the second try', flaky);
  tell('Không đạt / failed', failures);
}

function tell(heading, tests) {
  if (tests.length > 0) say(`\n── ${heading} ──`);
  for (const one of tests) say(`  ${one.suite}: ${one.name}\n      ${one.why}`);
}

try {
  await allSuites();
} catch (error) {
  process.stderr.write(`${error?.stack ?? error}\n`);
  total.failed += 1;
}
report();
process.exitCode = total.failed === 0 ? 0 : 1;
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`, () => process.exit());
