// @ts-check
// `npm start`: sets everything up, then runs PostgreSQL, api and worker until Ctrl-C. Node built-ins only until dependencies are there.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './install.mjs';
import { AlreadyRunning, takeLock } from './lock-file.mjs';
import { ROOT, dataDir } from './paths.mjs';
import { seedDemo } from './demo-data.mjs';
import { nextFreePort } from './ports.mjs';
import { progressBar, stepPrinter } from './progress.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
const data = dataDir();
const given = process.env['DATABASE_URL'] || undefined;
const wantsDemo = process.env['DEMO'] !== '0';

/** What runs, in the order it started; stopped from the end, so PostgreSQL goes last. */
const running = [];
let leaving = false;

async function leave(code) {
  if (leaving) return;
  leaving = true;
  if (running.length > 0) say('\nĐang dừng / stopping …');
  for (const { name, stop } of running.reverse()) {
    await stop();
    say(`  ${name}: đã dừng / stopped`);
  }
  process.exit(code);
}
// npm passes the terminal's signal on, so it may arrive twice: the first one counts.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void leave(0));

async function main() {
  const first = wantedPort();
  mkdirSync(data, { recursive: true });
  const lock = await takeLock(join(data, 'launcher.lock'));
  running.push({ name: 'launcher', stop: async () => lock.release() });
  const step = stepPrinter(given === undefined ? 5 : 4);

  await step('Thư viện / dependencies', async () => ({ note: await ensureDependencies() }));
  await step('Dựng chương trình / build', async () => ({ note: await ensureBuild() }));
  const { openDatabase, migrateDatabase, startServices } = await import('./stack.mjs');
  const databaseUrl = given ?? (await step('PostgreSQL', () => startDatabase(openDatabase)));
  await step('Cấu trúc dữ liệu / migrations', () => migrateDatabase(databaseUrl));

  const house = createRequire(import.meta.url)(join(ROOT, 'dist', 'libs', 'store', 'src', 'setup', 'setup-code.js'));
  // A house that left the demo, or was seeded empty, is one from then on.
  const demo = wantsDemo && (await house.installationMode(databaseUrl)) !== 'real';
  const port = await nextFreePort(first);
  // What QR codes on papers lead to. A demonstration leads to itself; a real house says its name, or its papers carry no code.
  const publicUrl = process.env['PUBLIC_URL'] || (demo ? `http://localhost:${port}` : '');
  const services = startServices({
    databaseUrl,
    data,
    port,
    env: { DEMO: demo ? '1' : '0', PUBLIC_URL: publicUrl },
    onChildren: (pids) => leaving || lock.note(pids),
    onCrash: (name, why) =>
      say(`\n${name} dừng bất ngờ / stopped unexpectedly (${why}), khởi động lại / restarting; log: ${join(data, 'logs', `${name}.log`)}`),
  });
  running.push({ name: 'api, worker', stop: services.stop });
  await step('Dịch vụ / services', services.ready);
  if (leaving) return;
  const note = port === first ? '' : ` (cổng ${first} đang bận / port ${first} is taken)`;
  say(`\nThi Đua: http://localhost:${port}${note}`);
  say(
    publicUrl === ''
      ? 'PUBLIC_URL: chưa đặt, văn bản không in mã QR / not set, papers carry no QR code'
      : `Tra cứu văn bản / public check: ${publicUrl}/tra-cuu`,
  );
  if (demo) {
    await printAccounts(services.url).catch((error) =>
      say(`Không đọc được tài khoản dùng thử / demo accounts cannot be read: ${error.message}`),
    );
  }
  const code = demo ? null : await house.newSetupCode(databaseUrl);
  if (code !== null) {
    say(`\nChưa có ai / nobody is here yet. Cài đặt lần đầu / first set-up: http://localhost:${port}/cai-dat`);
    say(`  Mã cài đặt, dùng một lần / one-time set-up code: ${code}`);
  }
  say('Ctrl-C để dừng / to stop.\n');
  if (demo) await makeDemoData(services.url);
}

function wantedPort() {
  const text = process.env['PORT'] || '3000';
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`PORT=${text}: cần một số từ 1 đến 65535 / a number from 1 to 65535 is needed`);
  }
  return port;
}

async function startDatabase(openDatabase) {
  const database = await openDatabase(data);
  let server = database;
  let restarting = false;
  // A database killed from outside comes back on the same port; api and worker connect again by themselves.
  const watch = setInterval(async () => {
    if (leaving || restarting || server.isRunning()) return;
    restarting = true;
    say('\nPostgreSQL dừng bất ngờ / stopped unexpectedly, khởi động lại / restarting');
    try {
      server = { ...database, ...(await database.restart()) };
    } catch (error) {
      process.stderr.write(`${error?.stack ?? error}\n`);
    }
    restarting = false;
  }, 1000);
  running.push({
    name: 'PostgreSQL',
    stop: async () => {
      clearInterval(watch);
      await server.stop();
    },
  });
  return { value: database.url, note: database.adopted ? 'tiếp quản máy chủ còn chạy / adopted the running server' : undefined };
}

async function makeDemoData(url) {
  const seed = seedDemo({ url, data, onProgress: progressBar() });
  running.push({ name: 'hồ sơ mẫu / demo data', stop: seed.stop });
  await seed.finished;
  running.splice(
    running.findIndex(({ stop }) => stop === seed.stop),
    1,
  );
}

/** The shape is contract's DemoAccounts. */
async function printAccounts(url) {
  const response = await fetch(`${url}/api/v1/demo/accounts`, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) return;
  /** @type {any} */
  const { accounts, password } = await response.json();
  say('\nTài khoản dùng thử / demo accounts:');
  for (const { username, fullName, title, orgName } of accounts) say(`  ${username.padEnd(20)} ${fullName} – ${title}, ${orgName}`);
  say(`  Mật khẩu chung / password: ${password}`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`\n${error instanceof AlreadyRunning ? error.message : (error?.stack ?? error)}\n`);
  await leave(1);
}
