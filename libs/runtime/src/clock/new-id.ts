import { randomFillSync } from 'node:crypto';
import { uuidV7 } from '@thidua/kernel';
import type { Clock } from './clock';

const BYTES = 10;
const pool = new Uint8Array(BYTES * 256);
let used = pool.length;

/** A version 7 uuid at the clock's time; randomness is drawn from the system in blocks. */
export function newId(clock: Clock): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += BYTES;
  return uuidV7(clock.nowMs(), pool.subarray(used - BYTES, used));
}
