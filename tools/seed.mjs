// @ts-check
// `npm run seed:empty`: a data folder for a house of its own, without people or example data. `npm run seed:demo`: one with them.
// `npm run seed:code`: a new one-time set-up code. On DATABASE_URL, else on the embedded PostgreSQL of DATA_DIR while nothing runs there.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './install.mjs';
import { AlreadyRunning, takeLock } from './lock-file.mjs';
import { ROOT, dataDir } from './paths.mjs';

const WORDS = ['empty', 'demo', 'code'];
const say = (line) => process.stdout.write(`${line}\n`);

async function main() {
  const word = process.argv[2] ?? '';
  if (!WORDS.includes(word)) throw new Error(`seed: cần một trong các từ / one of: ${WORDS.join(', ')}`);
  await ensureDependencies();
  await ensureBuild();
  const given = process.env['DATABASE_URL'] || undefined;
  if (given !== undefined) {
    await seed(given, word);
    return;
  }
  const data = dataDir();
  mkdirSync(data, { recursive: true });
  const lock = await takeLock(join(data, 'launcher.lock'));
  try {
    const { openDatabase } = await import('./stack.mjs');
    const database = await openDatabase(data);
    try {
      await seed(database.url, word);
    } finally {
      await database.stop();
    }
  } finally {
    lock.release();
  }
}

async function seed(url, word) {
  const { migrateDatabase } = await import('./stack.mjs');
  await migrateDatabase(url);
  const { beginInstallation, newSetupCode } = createRequire(import.meta.url)(
    join(ROOT, 'dist', 'libs', 'store', 'src', 'setup', 'setup-code.js'),
  );
  if (word === 'code') {
    const code = await newSetupCode(url);
    if (code === null) throw new Error('Đã có tài khoản, hoặc đây là bản dùng thử / there are accounts already, or this is a demo');
    say(`Mã cài đặt / set-up code: ${code}`);
    return;
  }
  const wanted = word === 'demo' ? 'demo' : 'real';
  const now = await beginInstallation(url, wanted);
  if (now !== wanted) {
    throw new Error(
      now === 'demo'
        ? "Ở đây đang là dữ liệu mẫu: dùng nút 'Xóa dữ liệu mẫu và bắt đầu' trong mục Quản trị, hoặc một DATA_DIR khác / example data is here: use the button in Quản trị, or another DATA_DIR"
        : 'Ở đây là dữ liệu thật, không đổi thành bản dùng thử: hãy chọn một DATA_DIR khác / a real installation never becomes a demo: choose another DATA_DIR',
    );
  }
  say(
    wanted === 'real'
      ? 'Sẵn sàng, chưa có dữ liệu / ready, empty: npm start'
      : 'Sẵn sàng, với dữ liệu mẫu / ready, with example data: npm start',
  );
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof AlreadyRunning ? error.message : (error?.message ?? error)}\n`);
  process.exitCode = 1;
}
