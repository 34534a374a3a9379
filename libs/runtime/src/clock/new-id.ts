import { randomFillSync } from 'node:crypto';
import { uuidV7 } from '@thidua/kernel';
import type { Clock } from './clock';

const BYTES = 10;
const pool = new Uint8Array(BYTES * 256);
let used = pool.length;
let [lastMs, count] = [-1, 0];
/** The 12 bits after the time and the 14 after the variant count within a millisecond (RFC 9562 §6.2, method 1). */
const COUNT_BITS = 26;

/**
 * A version 7 uuid at the clock's time; randomness is drawn from the system in blocks. Ids of one process and one millisecond rise in the order
 * made, so that a state read back from the database keeps its waits in the order in which they were opened.
 */
export function newId(clock: Clock): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += BYTES;
  const random = pool.subarray(used - BYTES, used);
  const ms = clock.nowMs();
  // A new millisecond begins in the lower half: sixty million ids fit before the count would fall back.
  count = ms === lastMs ? (count + 1) % 2 ** COUNT_BITS : counted(random) % 2 ** (COUNT_BITS - 1);
  lastMs = ms;
  random.set([(count >>> 22) & 0x0f, (count >>> 14) & 0xff, (count >>> 8) & 0x3f, count & 0xff]);
  return uuidV7(ms, random);
}

function counted([a = 0, b = 0, c = 0, d = 0]: Uint8Array): number {
  return ((a & 0x0f) << 22) | (b << 14) | ((c & 0x3f) << 8) | d;
}
