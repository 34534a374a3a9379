// @ts-check
// Dependencies of the checkout: `npm ci` only when node_modules does not already hold what the lock says.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';

const STAMP = '.thidua-lock-sha256';

/** npm's entry point: the npm that called us, else the one beside this Node, else the one on PATH. */
export function npmCli() {
  const bin = dirname(process.execPath);
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    process.env['npm_execpath'] ?? '',
    join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    ...[bin, ...onPath].flatMap((folder) => [join(folder, 'npm'), join(folder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js')]),
  ];
  const found = candidates.find((file) => file !== '' && existsSync(file) && isNodeScript(file));
  if (found === undefined) throw new Error('Không tìm thấy npm / npm was not found beside Node nor on PATH');
  return found;
}

/** Another package manager's entry (yarn, pnpm) in npm_execpath, or a shell wrapper, is not npm. */
function isNodeScript(file) {
  return /npm(-cli)?(\.js)?$/.test(file) && readFileSync(file, 'utf8').slice(0, 200).includes('node');
}

/** Installs what is missing in the checkout and in apps/web. @returns {Promise<string>} what was done, for the progress line */
export async function ensureDependencies() {
  const done = [];
  for (const folder of [ROOT, join(ROOT, 'apps', 'web')]) {
    if (!existsSync(join(folder, 'package-lock.json'))) continue;
    if (await ensureFolder(folder)) done.push(folder === ROOT ? 'server' : 'web');
  }
  return done.length === 0 ? 'đã có / in place' : `npm ci (${done.join(', ')})`;
}

async function ensureFolder(folder) {
  const lock = readFileSync(join(folder, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = join(folder, 'node_modules', STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  const install = !installedMatches(folder, JSON.parse(lock.toString('utf8')));
  if (install) await npmCi(folder);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return install;
}

/** After a plain `npm install` the folder already is what the lock says: npm's own list of installed packages tells. */
function installedMatches(folder, lock) {
  const list = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const installed = JSON.parse(readFileSync(list, 'utf8')).packages;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '' || wanted.link === true) return true;
    const has = installed[path];
    if (has === undefined) return wanted.optional === true || wanted.peer === true;
    return has.version === wanted.version && has.integrity === wanted.integrity;
  });
}

function npmCi(folder) {
  const cli = npmCli();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, 'ci', '--no-fund', '--no-audit', '--loglevel=error', '--include=dev'], {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'development' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk) => (output = `${output}${chunk}`.slice(-8000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(undefined) : reject(new Error(`npm ci (${folder}):\n${output}`))));
  });
}
