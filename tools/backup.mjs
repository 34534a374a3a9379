// @ts-check
// `npm run backup -- --out DIR`: a folder with the embedded database, the files and what DATA_DIR holds besides, each with its sha256.
// While the system runs it goes on running: a base backup of PostgreSQL (documentation, 25.3.3), whose WAL a temporary slot keeps.
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { copyHashed, filesBelow, foldersBelow, hashOf } from './backup-copy.mjs';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './install.mjs';
import { AlreadyRunning, takeLock } from './lock-file.mjs';
import { ROOT, dataDir } from './paths.mjs';
import { clusterFolder } from './postgres-home.mjs';
import { stepPrinter } from './progress.mjs';

const require = createRequire(import.meta.url);
const store = (file) => require(join(ROOT, 'dist', 'libs', 'store', 'src', 'backup', file));
/** What a base backup leaves out: made anew by the server (documentation, 25.3.3.3). */
const SERVER_OWN =
  /^(postmaster\.(pid|opts)|server\.log|(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/|.*pgsql_tmp)/;
/** Of the data folder: the cluster goes on its own; logs, caches and the lock are of this machine's day. */
const DAY_ONLY = /^(pg($|\/)|pg\.|logs($|\/)|cache($|\/)|launcher\.lock|LOCATION$|files($|\/))/;

/**
 * @param {{ data: string, out: string, step?: ReturnType<typeof stepPrinter> }} options `out`: a folder that is not there yet
 * @returns {Promise<{ files: number, bytes: number, exact: boolean }>} exact: nothing ran meanwhile
 */
export async function backUp({ data, out, step = stepPrinter(3) }) {
  if (existsSync(out)) throw new Error(`${out} đã có / is there already: hãy chọn một thư mục mới / choose a new folder`);
  if (resolve(out).startsWith(join(resolve(data), '/'))) {
    throw new Error(`${out} nằm trong thư mục dữ liệu / lies inside DATA_DIR: hãy chọn một thư mục bên ngoài / choose a folder outside it`);
  }
  const aside = `${out}.dang-sao-luu`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  const server = await serverOf(data);
  const lines = [];
  const copy = async (from, to) => {
    const made = await copyHashed(from, join(aside, to));
    if (made !== undefined) lines.push(`${made.sha256}  ${made.bytes}  ${to}`);
  };
  try {
    const facts = await step('Đối chiếu / facts', async () => ({ value: await store('verify-backup.js').factsForBackup(server.url) }));
    const label = await step('Cơ sở dữ liệu / database', async () => ({ value: await copyCluster(server, copy) }));
    const labelFile = join(aside, 'cluster', 'backup_label');
    writeFileSync(labelFile, label, { mode: 0o600 });
    lines.push(`${await hashOf(labelFile)}  ${Buffer.byteLength(label)}  cluster/backup_label`);
    const files = resolve(process.env['FILES_DIR'] || join(data, 'files'));
    await step('Tệp / files', async () => {
      for (const name of filesBelow(files)) await copy(join(files, name), `files/${name}`);
      for (const name of filesBelow(data, (path) => DAY_ONLY.test(path))) await copy(join(data, name), `data/${name}`);
    });
    const exact = server.exact;
    const version = readFileSync(join(server.folder, 'PG_VERSION'), 'utf8').trim();
    writeFileSync(
      join(aside, 'manifest.json'),
      `${JSON.stringify({ form: 1, postgres: version, exact, facts, folders: foldersBelow(server.folder).filter((name) => !/^base\/pgsql_tmp/.test(name)) }, null, 2)}\n`,
    );
    writeFileSync(join(aside, 'SHA256SUMS'), `${lines.toSorted().join('\n')}\n`);
    renameSync(aside, out);
    chmodSync(out, 0o700);
    return { files: lines.length, bytes: lines.reduce((sum, line) => sum + Number(line.split('  ')[1]), 0), exact };
  } finally {
    await server.leave();
    rmSync(aside, { recursive: true, force: true });
  }
}

/** The running server, or one of our own while nothing runs. */
async function serverOf(data) {
  const folder = clusterFolder(data);
  if (!existsSync(join(folder, 'PG_VERSION'))) throw new Error(`Không có cơ sở dữ liệu ở ${folder} / no database there`);
  const { openDatabase } = await import('./stack.mjs');
  try {
    const lock = await takeLock(join(data, 'launcher.lock'));
    const database = await openDatabase(data);
    const leave = async () => {
      await database.stop();
      lock.release();
    };
    return { url: database.url, folder, exact: true, leave };
  } catch (error) {
    if (!(error instanceof AlreadyRunning)) throw error;
    return { url: runningUrl(data, folder), folder, exact: false, leave: async () => undefined };
  }
}

function runningUrl(data, folder) {
  const { password } = JSON.parse(readFileSync(join(data, 'postgres.json'), 'utf8'));
  const port = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[3];
  return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

/** One session holds the backup and the slot from start to stop; the WAL is copied last, so it reaches to the end. */
async function copyCluster({ url, folder }, copy) {
  let label = '';
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_create_physical_replication_slot('thidua_backup', true, true)");
    await client.query("select pg_backup_start('thidua', true)");
    for (const name of filesBelow(folder, (path) => SERVER_OWN.test(path) && !path.endsWith('/'))) {
      await copy(join(folder, name), `cluster/${name}`);
    }
    const { rows } = await client.query('select labelfile from pg_backup_stop(false)');
    label = rows[0].labelfile;
    for (const name of filesBelow(join(folder, 'pg_wal'), (path) => path.startsWith('archive_status'))) {
      await copy(join(folder, 'pg_wal', name), `cluster/pg_wal/${name}`);
    }
  } finally {
    await client.end();
  }
  return label;
}

if (process.argv[1]?.endsWith('backup.mjs')) {
  try {
    const given = process.argv[process.argv.indexOf('--out') + 1 || process.argv.length];
    if (given === undefined) {
      throw new Error('npm run backup -- --out THƯ-MỤC-MỚI / a new folder');
    }
    await ensureDependencies();
    await ensureBuild();
    const out = resolve(process.env['INIT_CWD'] ?? process.cwd(), given);
    const { files, bytes, exact } = await backUp({ data: dataDir(), out });
    process.stdout.write(
      `${files} tệp / files, ${(bytes / 1e6).toFixed(1)} MB; ${exact ? 'hệ thống đang dừng / system at rest' : 'hệ thống đang chạy / system running'}\n`,
    );
    if (process.env['FILES_STORE'] === 's3') {
      process.stdout.write('Tệp nằm ở kho S3, không có trong bản này / files lie in the S3 store, not in this backup\n');
    }
    process.stdout.write(`${out}: giữ như dữ liệu mật, kèm FILES_KEY nếu có đặt / keep it as secret, with FILES_KEY where one is set\n`);
  } catch (error) {
    process.stderr.write(`${error?.message ?? error}\n`);
    process.exitCode = 1;
  }
}
