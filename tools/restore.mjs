// @ts-check
// `npm run restore -- --from DIR`: a backup into a DATA_DIR that holds nothing yet; every file by its sha256, then the database by what it
// held when it was backed up, its trail chain by chain, and its files one by one. Nothing is left behind when something is not as it was.
import { spawn } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { hashOf } from './backup-copy.mjs';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './install.mjs';
import { takeLock } from './lock-file.mjs';
import { ROOT, dataDir } from './paths.mjs';
import { clusterFolder, serverUser } from './postgres-home.mjs';
import { stepPrinter } from './progress.mjs';

const require = createRequire(import.meta.url);

/**
 * @param {{ data: string, from: string, step?: ReturnType<typeof stepPrinter> }} options
 * @returns {Promise<{ lines: number, chains: number, files: string }>} what was checked
 */
export async function restore({ data, from, step = stepPrinter(4) }) {
  const kept = readManifest(from);
  mkdirSync(data, { recursive: true });
  const lock = await takeLock(join(data, 'launcher.lock'));
  const cluster = clusterFolder(data);
  const files = resolve(process.env['FILES_DIR'] || join(data, 'files'));
  if (
    existsSync(join(cluster, 'PG_VERSION')) ||
    existsSync(join(data, 'postgres.json')) ||
    (existsSync(files) && readdirSync(files).length > 0)
  ) {
    lock.release();
    throw new Error(`${data} đã có dữ liệu / holds data already: đặt DATA_DIR là một thư mục mới / set DATA_DIR to a new folder`);
  }
  const copied = [];
  try {
    const names = await step('Kiểm tra bản sao lưu / checking the backup', () => checkSums(from));
    await step('Chép / copying', async () => {
      putCluster(from, cluster, { names, folders: kept.folders });
      for (const name of names) {
        if (name.startsWith('files/')) put(join(from, name), join(files, name.slice('files/'.length)));
        if (name.startsWith('data/')) copied.push(put(join(from, name), join(data, name.slice('data/'.length))));
      }
    });
    const { openDatabase, migrateDatabase } = await import('./stack.mjs');
    const database = await openDatabase(data);
    try {
      const { verifyRestored } = require(join(ROOT, 'dist', 'libs', 'store', 'src', 'backup', 'verify-backup.js'));
      const seen = await step('Đối chiếu dữ liệu, chuỗi nhật ký / data and audit chains', async () => ({
        value: await verifyRestored(database.url, kept.facts, kept.exact),
      }));
      if (seen.faults.length > 0) throw new Error(`Không đúng như lúc sao lưu / not as it was:\n  ${seen.faults.join('\n  ')}`);
      await migrateDatabase(database.url);
      const told = await step('Đối chiếu tệp / files', async () => ({ value: await checkFiles(database.url, data) }));
      return { lines: seen.lines, chains: seen.chains, files: told };
    } finally {
      await database.stop();
    }
  } catch (error) {
    for (const path of [cluster, `${cluster}.new`, files, ...copied]) rmSync(path, { recursive: true, force: true });
    throw error;
  } finally {
    lock.release();
  }
}

function readManifest(from) {
  const file = join(from, 'manifest.json');
  if (!existsSync(file)) throw new Error(`${from}: không phải bản sao lưu / not a backup (manifest.json)`);
  const kept = JSON.parse(readFileSync(file, 'utf8'));
  if (kept.form !== 1) throw new Error(`${file}: dạng ${kept.form} chưa đọc được / form ${kept.form} is not known`);
  return kept;
}

/** Names of all files, each found whole; the first one that is not is an error that names it. */
async function checkSums(from) {
  const lines = readFileSync(join(from, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
  const names = [];
  for (const line of lines) {
    const [sha256 = '', bytes, name = ''] = line.split('  ');
    const path = join(from, name);
    const whole = existsSync(path) && statSync(path).size === Number(bytes) && (await hashOf(path)) === sha256;
    if (!whole) {
      throw new Error(`Bản sao lưu hỏng ở tệp ${name}, không khôi phục gì / the backup is broken at ${name}, nothing was restored`);
    }
    names.push(name);
  }
  return { value: names, note: `${names.length} tệp / files` };
}

function put(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
  return to;
}

/** Aside and renamed: one cut short is never started. The server's user owns it. */
function putCluster(from, cluster, { names, folders }) {
  const aside = `${cluster}.new`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  for (const folder of folders) mkdirSync(join(aside, folder), { recursive: true, mode: 0o700 });
  for (const name of names) if (name.startsWith('cluster/')) put(join(from, name), join(aside, name.slice('cluster/'.length)));
  own(aside, serverUser());
  rmSync(cluster, { recursive: true, force: true });
  renameSync(aside, cluster);
}

function own(path, user) {
  if (user === null) return;
  chownSync(path, user.uid, user.gid);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) own(child, user);
    else chownSync(child, user.uid, user.gid);
  }
}

/** Each row's file is there (I16). */
function checkFiles(url, data) {
  const script = join(ROOT, 'dist', 'apps', 'worker', 'src', 'check-files.js');
  const child = spawn(process.execPath, ['--enable-source-maps', script], { env: { ...process.env, DATABASE_URL: url, DATA_DIR: data } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => (code === 0 ? done(said.trim().split('\n').at(-1) ?? '') : fail(new Error(said))));
  });
}

if (process.argv[1]?.endsWith('restore.mjs')) {
  try {
    const given = process.argv[process.argv.indexOf('--from') + 1 || process.argv.length];
    if (given === undefined) {
      throw new Error('npm run restore -- --from THƯ-MỤC-SAO-LƯU / a backup folder');
    }
    await ensureDependencies();
    await ensureBuild();
    const from = resolve(process.env['INIT_CWD'] ?? process.cwd(), given);
    const began = performance.now();
    const { lines, chains, files } = await restore({ data: dataDir(), from });
    process.stdout.write(`Nhật ký / audit: ${lines} dòng / lines, ${chains} chuỗi / chains, không đứt / whole; ${files}\n`);
    process.stdout.write(`Đã khôi phục trong ${((performance.now() - began) / 1000).toFixed(1)} s / restored: npm start\n`);
  } catch (error) {
    process.stderr.write(`${error?.message ?? error}\n`);
    process.exitCode = 1;
  }
}
