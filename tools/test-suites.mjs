// @ts-check
// How each suite is run and its results are read: Jest, Vitest (same JSON shape) and Playwright.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT, SHARED_CACHE } from './paths.mjs';

const require = createRequire(import.meta.url);

const RESULTS = join(ROOT, 'test-results');

/** @typedef {{ name: string, why: string }} Told */
/** @typedef {{ passed: number, failed: number, skipped: Told[], failures: Told[], flaky?: Told[] }} Counts */

/** @returns {Promise<Counts>} one Jest project, or part of it by `paths` */
export async function runJest(project, { env = {}, paths = [], name = project } = {}) {
  const file = resultFile(`jest-${name}`);
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  // Node 20 must load ES modules by require() inside the workers as the servers do.
  const args = [jest, '--selectProjects', project, '--json', `--outputFile=${file}`, '--passWithNoTests', ...paths];
  const code = await run(args, ROOT, env);
  return readJest(file, code);
}

/** @returns {Promise<Counts>} the unit tests of apps/web */
export async function runVitest() {
  const web = join(ROOT, 'apps', 'web');
  const file = resultFile('vitest');
  const vitest = join(web, 'node_modules', 'vitest', 'vitest.mjs');
  const code = await run(
    [vitest, 'run', '--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    web,
    {},
  );
  return readJest(file, code);
}

/** @returns {Promise<Counts>} the browser tests, in the browser that papers are made with; see test/browser/global-setup.mjs */
export async function runPlaywright(env, args = [], config = 'test/browser/playwright.config.ts') {
  const file = resultFile('playwright');
  const { resolveChromium } = require(join(ROOT, 'dist', 'libs', 'documents', 'src', 'index.js'));
  const install = await resolveChromium({ chromiumPath: process.env['CHROMIUM_PATH'], cacheDir: join(SHARED_CACHE, 'chromium') });
  const cli = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
  const code = await run([cli, 'test', '--config', config, ...args], ROOT, {
    ...env,
    BROWSER_INSTALL: JSON.stringify(install),
    PLAYWRIGHT_RESULTS: file,
  });
  if (!existsSync(file)) return nothingRead('playwright');
  const counts = JSON.parse(readFileSync(file, 'utf8'));
  return { ...counts, failed: code !== 0 && counts.failed === 0 ? 1 : counts.failed };
}

function resultFile(name) {
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

/** A suite that cannot be loaded counts as one failure, and so does a run that ends badly without saying which test did. */
function readJest(file, code) {
  if (!existsSync(file)) return nothingRead(file);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const broken = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.every((one) => one.status !== 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  const skipped = report.testResults.flatMap((suite) =>
    suite.assertionResults
      .filter((one) => ['pending', 'skipped', 'todo', 'disabled'].includes(one.status))
      .map((one) => ({ name: one.fullName, why: whySkipped(suite.name, one) })),
  );
  const failures = [
    ...broken.map((suite) => ({ name: suite.name.replace(`${ROOT}/`, ''), why: firstLines(suite.message) })),
    ...report.testResults.flatMap((suite) =>
      suite.assertionResults
        .filter((one) => one.status === 'failed')
        .map((one) => ({ name: `${suite.name.replace(`${ROOT}/`, '')} › ${one.fullName}`, why: firstLines(one.failureMessages[0]) })),
    ),
  ];
  return { passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed, skipped, failures };
}

function nothingRead(name) {
  return { passed: 0, failed: 1, skipped: [], failures: [{ name, why: 'không có kết quả / wrote no results' }] };
}

/** Of a failure's text, without colours, what fits under its name. */
function firstLines(text = '') {
  const lines = stripVTControlCharacters(text).split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .slice(0, 6)
    .join('\n      ');
}

/** A skipped test says why in its own name, after 'skipped:' or in brackets; one that does not is named with its file. */
function whySkipped(file, test) {
  const told = /(?:skipped|bỏ qua): ?([^()]+)/i.exec(test.fullName) ?? /\(([^()]+)\)$/.exec(test.fullName);
  return told?.[1] ?? `không ghi lý do / no reason given in ${file.replace(`${ROOT}/`, '')}`;
}

/** Output goes straight to the terminal. */
function run(args, cwd, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
