// @ts-check
// Builds the server (swc, one tree under dist/) and the web app (vite) when their sources changed.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow, hashOf } from './sources.mjs';
import { ROOT } from './paths.mjs';

const SERVER = ['apps/api', 'apps/worker', 'apps/cli', 'libs', 'test'];
const WEB = ['apps/web', 'libs/contract', 'libs/kernel', 'libs/feel', 'libs/bpmn', 'workflows'];
const ASIDE = ['test/browser', 'test/fixtures'];
const isAside = (path) => ASIDE.some((folder) => path.startsWith(`${folder}/`));

const SERVER_STAMP = join(ROOT, 'dist', '.sources-sha256');
const WEB_STAMP = join(ROOT, 'apps', 'web', 'dist', '.sources-sha256');

/** @returns {Promise<string>} what was built, for the progress line */
export async function ensureBuild({ web = true, force = false } = {}) {
  const done = [];
  if (
    await ensure(
      SERVER_STAMP,
      hashOf(ROOT, [...SERVER, '.swcrc', 'package-lock.json', 'tools/build.mjs'], isServerSource),
      force,
      buildServer,
    )
  ) {
    done.push('server');
  }
  if (web && existsSync(join(ROOT, 'apps', 'web', 'package.json'))) {
    if (
      await ensure(
        WEB_STAMP,
        hashOf(ROOT, WEB, (path) => !/\.(spec|test)\.tsx?$/.test(path)),
        force,
        buildWeb,
      )
    ) {
      done.push('web');
    }
  }
  return done.length === 0 ? 'không đổi / unchanged' : done.join(', ');
}

async function ensure(stamp, wanted, force, build) {
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  await build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}

const isServerSource = (path) => !isAside(path) && !path.endsWith('.spec.ts') && !path.endsWith('.md');

async function buildServer() {
  const folders = SERVER.filter((folder) => existsSync(join(ROOT, folder)));
  const swc = join(ROOT, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const aside = ['--ignore', ASIDE.map((folder) => `**/${folder}/**`).join(',')];
  await run([swc, ...folders, '-d', 'dist', '--delete-dir-on-start', '--quiet', '--extensions', '.ts', ...aside], ROOT);
  for (const file of SERVER.flatMap((folder) => filesBelow(ROOT, folder, isAsset))) {
    const target = join(ROOT, 'dist', file);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(ROOT, file), target);
  }
}

/** Files that compiled code reads beside itself (JSON descriptors, diagrams, samples). */
const isAsset = (path) => /^((apps|libs)\/[^/]+\/src|test)\//.test(path) && !isAside(path) && !/\.(ts|tsx|mjs|md|map)$/.test(path);

async function buildWeb() {
  const web = join(ROOT, 'apps', 'web');
  await run([join(web, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], web);
}

/** Runs a Node script; what it printed is shown only if it failed. */
function run(args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => (output = `${output}${chunk}`.slice(-20000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(undefined) : reject(new Error(`${args[0]} → ${code}\n${output}`))));
  });
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(`${await ensureBuild({ web: !process.argv.includes('--server'), force: true })}\n`);
}
