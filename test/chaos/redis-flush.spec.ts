import { rmSync } from 'node:fs';
import { Databases } from '../crash/databases';
import { freeLane } from '../crash/free-lane';
import { checkAll } from '../crash/invariants/check-all';
import { installRetryingFetch } from '../crash/retrying-fetch';
import { EMPTY_STORY, STEPS, openCast } from '../crash/scenario';
import { settle } from '../crash/settle';
import { System } from '../crash/system';
import { redisProgram, startOwnRedis } from './redis';

const PROGRAM = redisProgram();
const FLUSH_EVERY_MS = 150;
const UNTIL = 'commune receives';

const run = PROGRAM === undefined ? it.skip : it;
const why = PROGRAM === undefined ? ' (skipped: no redis-server on PATH)' : '';

describe('Redis is disposable', () => {
  run(
    `given a dossier on its way, when FLUSHALL strikes again and again, then nothing is lost or done twice${why}`,
    async () => {
      const databases = Databases.fromEnvironment(`flush_${process.env['JEST_WORKER_ID'] ?? '0'}_${process.pid}`);
      const redis = await startOwnRedis(PROGRAM ?? '');
      const lane = { ...(await freeLane()), redisUrl: redis.url };
      const fetching = installRetryingFetch();
      const url = await databases.fresh();
      const system = await System.open(url, lane);
      const flushes: string[] = [];
      const flushing = setInterval(() => void redis.ask('FLUSHALL').then((reply) => flushes.push(reply)), FLUSH_EVERY_MS);
      try {
        let story = EMPTY_STORY;
        const cast = await openCast(system.url);
        for (const step of STEPS.slice(0, STEPS.findIndex(({ name }) => name === UNTIL) + 1)) {
          story = { ...story, ...(await step.drive(cast, story)) };
        }
        await settle(url, 60);
        expect(flushes.length).toBeGreaterThan(20);
        expect(new Set(flushes)).toEqual(new Set(['+OK']));
        expect(system.deaths).toEqual([]);
        expect(await checkAll(url)).toEqual([]);
      } finally {
        clearInterval(flushing);
        await system.stop();
        await redis.stop();
        fetching.remove();
        await databases.drop(url);
        rmSync(lane.data, { recursive: true, force: true });
      }
    },
    85_000,
  );
});
