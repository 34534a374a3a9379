import { openQueuePool } from '../../../test/harness/runtime-queue';
import { Bell, type BellSettings } from './bell';

const redisUrl = process.env['REDIS_URL'];

const BACKENDS: readonly { name: string; settings: () => Promise<{ settings: BellSettings; close: () => Promise<void> }> }[] = [
  {
    name: 'PostgreSQL',
    settings: async () => {
      const { pool, close } = await openQueuePool();
      return { settings: { pool }, close };
    },
  },
  ...(redisUrl === undefined
    ? []
    : [{ name: 'Redis', settings: () => Promise.resolve({ settings: { redisUrl }, close: () => Promise.resolve() }) }]),
];

if (redisUrl === undefined) {
  it.todo('rings on Redis (skipped: REDIS_URL is not set)');
}

describe.each(BACKENDS)('a bell on $name', ({ settings }) => {
  let bell: Bell;
  let close: () => Promise<void>;
  const run = Date.now() * 1000;
  let next = run;
  const ids = (count: number): string[] => Array.from({ length: count }, () => String((next += 1)));

  beforeAll(async () => {
    const made = await settings();
    close = made.close;
    bell = await Bell.open(made.settings);
  });
  afterAll(async () => {
    await bell.close();
    await close();
  });

  it('reaches the handler once per outbox row, also when it is rung twice', async () => {
    const wanted = ids(100);
    const heard: string[] = [];
    const all = new Promise<void>((resolve) => {
      const handler = (id: string): Promise<void> => {
        heard.push(id);
        if (wanted.every((one) => heard.includes(one))) {
          resolve();
        }
        return Promise.resolve();
      };
      bell.onRing(handler, { concurrency: 10, onError: () => undefined });
    });
    await bell.ring(wanted);
    await bell.ring(wanted.slice(0, 50));
    await all;
    expect(heard.filter((id) => wanted.includes(id)).sort()).toEqual([...wanted].sort());
    expect(await bell.isHealthy()).toBe(true);
  });
});
