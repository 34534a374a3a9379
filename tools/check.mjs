// @ts-check
// `npm run check`: every checker, all of them even when one fails, two at a time; what a checker said is shown only if it failed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './install.mjs';
import { ROOT } from './paths.mjs';

const program = (path) => join(ROOT, 'node_modules', path);
const TSC = program('typescript/bin/tsc');
const ESLINT = program('eslint/bin/eslint.js');

/** The slowest first, so that two workers end together. @type {[string, string[]][]} */
const ALL = [
  ['lint', [ESLINT, '.', '--ignore-pattern', 'apps/web', '--ignore-pattern', 'test/browser']],
  ['lint of the web app and its tests', [ESLINT, 'apps/web', 'test/browser']],
  ['types', [TSC, '-p', 'tsconfig.json']],
  ['types of the web app', [TSC, '-p', 'apps/web/tsconfig.json']],
  ['types of the browser tests', [TSC, '-p', 'test/browser/tsconfig.json']],
  ['types of the pure rooms', [TSC, '-p', 'tsconfig.pure.json']],
  ['types of the tools', [TSC, '-p', 'tsconfig.tools.json']],
  ['house fixtures', ['tools/house-fixtures.mjs']],
  ['format', [program('prettier/bin/prettier.cjs'), '--check', '.']],
  ['rooms', [program('dependency-cruiser/bin/dependency-cruise.mjs'), 'apps', 'libs', '--config', '.dependency-cruiser.cjs']],
  // Exported types that nothing imports by name still stand in exported signatures: they are no dead code.
  ['dead code', [program('knip/bin/knip.js'), '--exclude', 'types', '--no-config-hints']],
  ['workflows', ['tools/lint-workflows.mjs']],
  ['schema.sql', ['tools/schema.mjs', '--check']],
  ['licences', ['tools/licences.mjs']],
  ['screens', ['tools/screens.mjs', '--check']],
  ['docker', ['tools/lint-docker.mjs']],
];
// A folder that is not there yet has no types to check.
const CHECKS = ALL.filter(([, args]) => args[1] !== '-p' || existsSync(join(ROOT, args[2] ?? '')));

const failed = [];

async function check([name, args]) {
  const from = performance.now();
  const { code, output } = await run(args);
  process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${name}, ${((performance.now() - from) / 1000).toFixed(1)} s\n`);
  if (code === 0) return;
  failed.push(name);
  process.stdout.write(`${output}\n`);
}

function run(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => (output += chunk);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

const from = performance.now();
await ensureDependencies();
await ensureBuild({ web: false });
const waiting = [...CHECKS];
const worker = async () => {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await check(next);
};
await Promise.all([worker(), worker()]);
process.stdout.write(
  `${failed.length === 0 ? 'check: ok' : `check: FAILED: ${failed.join(', ')}`}, ${((performance.now() - from) / 1000).toFixed(0)} s\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
