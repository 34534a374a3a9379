// @ts-check
// An empty house beside the demo of the other tests: no people, the real law, and a clock that stands where every shipped rule is in force.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../../../tools/paths.mjs';
import { startStack, temporaryFolder } from '../../../tools/stack.mjs';

const require = createRequire(import.meta.url);
const BEGINS = '2026-03-02T09:00:00+07:00';

/** @returns {Promise<{ url: string, code: string, stop: () => Promise<void> }>} with the one-time set-up code */
export async function emptyHouse() {
  const { beginInstallation, newSetupCode } = require(join(ROOT, 'dist', 'libs', 'store', 'src', 'setup', 'setup-code.js'));
  const { ClockStore, connect } = require(join(ROOT, 'dist', 'libs', 'store', 'src', 'index.js'));
  const stack = await startStack({
    data: temporaryFolder('setup'),
    temporary: true,
    firstPort: 3400,
    // A test may move the clock without being a demo.
    env: { DEMO: '0', NODE_ENV: 'test', CLOCK: 'movable' },
    prepare: async (databaseUrl) => {
      await beginInstallation(databaseUrl, 'real');
      const database = await connect({ url: databaseUrl, poolSize: 1 });
      try {
        await database.inTransaction((tx) => new ClockStore(database).setTo(tx, Date.parse(BEGINS), { frozen: false }));
      } finally {
        await database.close();
      }
    },
  });
  return { url: stack.url, code: (await newSetupCode(stack.databaseUrl)) ?? '', stop: stack.stop };
}
