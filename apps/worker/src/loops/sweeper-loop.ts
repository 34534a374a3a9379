import type { Sweeper } from '@thidua/runtime';
import { pacedLoop, type PacedLoop } from './paced-loop';

const BATCH = 100;
const PACE = { busyMs: 100, idleMs: 500 };
const PURGE_EVERY = 1200;

/** Fires what is due and finds what was left lying, in bounded batches, whatever became of the queue. */
export function sweeperLoop(sweeper: Sweeper, onError: (error: unknown) => void): PacedLoop {
  let passes = 0;
  const pass = async (): Promise<number> => {
    passes += 1;
    const fired = await sweeper.fireDueTimers(BATCH);
    const started = await sweeper.fireDueStarts(BATCH);
    const released = await sweeper.releaseExpiredLeases(BATCH);
    const renewed = await sweeper.unfinishedOutbox(BATCH);
    await sweeper.expireMessages();
    if (passes % PURGE_EVERY === 0) {
      await sweeper.purge();
    }
    return fired + started + released + renewed;
  };
  return pacedLoop(pass, PACE, onError);
}
