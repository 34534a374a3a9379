// @ts-check
// The demo that pictures are taken of: its example dossiers are led as far as their stages, and its clock stands still.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { seedDemo } from '../../../tools/demo-data.mjs';
import { ROOT } from '../../../tools/paths.mjs';
import { startStack, temporaryFolder } from '../../../tools/stack.mjs';

const DAY = '2026-03-02T08:00:00+07:00';

export default async function setup() {
  const given = process.env['THIDUA_URL'];
  if (given !== undefined && given !== '') {
    process.env['BASE_URL'] = given;
    return undefined;
  }
  const data = temporaryFolder('screens');
  const stack = await startStack({
    data,
    temporary: true,
    firstPort: 3500,
    env: { DEMO: '1', NODE_ENV: 'production' },
    prepare: stopClock,
  });
  let last = '';
  const onProgress = ({ done, total }) => {
    const now = `${done}/${total}`;
    if (now !== last) process.stdout.write(`hồ sơ mẫu / example dossiers ${(last = now)}\n`);
  };
  await seedDemo({ url: stack.url, data, onProgress }).finished;
  process.env['BASE_URL'] = stack.url;
  process.env['SCREENS_DATABASE_URL'] = stack.databaseUrl;
  return stack.stop;
}

async function stopClock(databaseUrl) {
  const { ClockStore, connect } = createRequire(import.meta.url)(join(ROOT, 'dist', 'libs', 'store', 'src', 'index.js'));
  const database = await connect({ url: databaseUrl, poolSize: 1 });
  try {
    await database.inTransaction((tx) => new ClockStore(database).setTo(tx, Date.parse(DAY), { frozen: true }));
  } finally {
    await database.close();
  }
}
