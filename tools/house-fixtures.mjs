// @ts-check
// Proves that the checkers still bite: writes one violation per rule into an empty checkout and expects every one to be reported there.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BYSTANDERS, LINT_VIOLATIONS, ROOM_VIOLATIONS, TYPE_VIOLATIONS } from '../test/fixtures/house/violations.mjs';
import { isAllowed } from './licences.mjs';
import { ROOT } from './paths.mjs';

const require = createRequire(import.meta.url);
const CONFIG = [
  '.dependency-cruiser.cjs',
  '.prettierrc.json',
  'eslint.config.mjs',
  'package.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'tsconfig.pure.json',
];

/** An empty checkout under the house's own configuration, with the given files in it. */
function checkoutWith(files) {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-house-'));
  for (const file of CONFIG) copyFileSync(join(ROOT, file), join(folder, file));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const { path, code } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), code);
  }
  return folder;
}

/** Runs a package's program in the checkout and returns all it printed. */
function run(folder, program, args) {
  const { stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  });
  return { stdout, stderr };
}

function uncaughtRooms() {
  const { forbidden } = require(join(ROOT, '.dependency-cruiser.cjs'));
  const tried = new Set(ROOM_VIOLATIONS.map(({ rule }) => rule));
  const untried = forbidden.map(({ name }) => name).filter((name) => !tried.has(name));
  const folder = checkoutWith([...BYSTANDERS, ...ROOM_VIOLATIONS]);
  try {
    const { stdout, stderr } = run(folder, 'dependency-cruiser/bin/dependency-cruise.mjs', [
      'apps',
      'libs',
      '--config',
      '.dependency-cruiser.cjs',
      '-T',
      'json',
    ]);
    if (!stdout.startsWith('{')) return [`dependency-cruiser: ${stderr}`];
    const { violations } = JSON.parse(stdout).summary;
    const caught = ({ rule, path }) => violations.some((found) => found.rule.name === rule && [found.from, found.to].includes(path));
    return [
      ...untried.map((name) => `${name}: no violation in test/fixtures/house`),
      ...ROOM_VIOLATIONS.filter((one) => !caught(one)).map(({ rule, path }) => `${rule}: ${path} went unnoticed`),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function uncaughtLint() {
  const innocent = [
    { path: 'libs/engine/src/cat.ts', code: 'export interface Cat {\n  a: 1;\n}\n' },
    { path: 'test/browser/cat.ts', code: 'export const cat = 1;\n' },
    { path: 'test/browser/tsconfig.json', code: '{ "extends": "../../tsconfig.base.json", "include": ["."] }\n' },
  ];
  const folder = checkoutWith([...innocent, ...LINT_VIOLATIONS]);
  try {
    const { stdout, stderr } = run(folder, 'eslint/bin/eslint.js', ['.', '-f', 'json']);
    if (!stdout.startsWith('[')) return [`eslint: ${stderr}`];
    const found = JSON.parse(stdout).flatMap(({ filePath, messages }) => messages.map(({ ruleId }) => `${ruleId} ${filePath}`));
    const caught = ({ rule, path }) => found.some((line) => line.startsWith(`${rule} `) && line.endsWith(`/${path}`));
    return LINT_VIOLATIONS.filter((one) => !caught(one)).map(({ rule, path }) => `${rule}: ${path} went unnoticed`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function uncaughtTypes() {
  const folder = checkoutWith(TYPE_VIOLATIONS);
  try {
    const { stdout } = run(folder, 'typescript/bin/tsc', ['-p', 'tsconfig.pure.json', '--pretty', 'false']);
    const found = stdout.split('\n');
    const caught = ({ rule, path }) => found.some((line) => line.startsWith(path) && line.includes(rule));
    return TYPE_VIOLATIONS.filter((one) => !caught(one)).map(({ rule, path }) => `${rule}: ${path} went unnoticed`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function uncaughtOthers() {
  const folder = checkoutWith([
    { path: 'ugly.ts', code: 'const  a=1' },
    { path: 'libs/kernel/src/forgotten.ts', code: 'export const y = 1;\n' },
    { path: 'libs/kernel/src/index.spec.ts', code: 'export {};\n' },
  ]);
  copyFileSync(join(ROOT, 'knip.json'), join(folder, 'knip.json'));
  try {
    const missed = [];
    if (!run(folder, 'prettier/bin/prettier.cjs', ['--check', 'ugly.ts']).stderr.includes('ugly.ts')) {
      missed.push('prettier: ugly.ts went unnoticed');
    }
    const dead = run(folder, 'knip/bin/knip.js', ['--include', 'files', '--reporter', 'json']).stdout;
    if (!dead.includes('libs/kernel/src/forgotten.ts')) missed.push('knip: libs/kernel/src/forgotten.ts went unnoticed');
    for (const licence of ['GPL-3.0-only', 'AGPL-3.0-or-later', 'MIT AND GPL-2.0-only', 'SEE LICENSE IN LICENSE']) {
      if (isAllowed(licence)) missed.push(`licences: ${licence} went unnoticed`);
    }
    for (const licence of ['MIT', '(MIT OR GPL-3.0-or-later)', 'Apache-2.0 AND MIT']) {
      if (!isAllowed(licence)) missed.push(`licences: ${licence} is refused`);
    }
    return missed;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  if (!existsSync(join(ROOT, 'node_modules'))) throw new Error('npm ci first');
  const missed = [...uncaughtRooms(), ...uncaughtLint(), ...uncaughtTypes(), ...uncaughtOthers()];
  for (const line of missed) process.stderr.write(`${line}\n`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}
