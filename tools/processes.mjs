// @ts-check
// Is that process still the one we meant? Process ids are used again, so on Linux its start time is compared too.
import { readFileSync } from 'node:fs';

/** @returns {boolean} whether a process with this id exists */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Clock ticks from boot to the start of a process; null where /proc does not exist. */
export function startedAt(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return null;
    throw error;
  }
}

/** A process that exited but was not collected yet (a container without an init leaves such) holds nothing any more. */
function isZombie(pid) {
  try {
    return /\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return false;
    throw error;
  }
}

/** What to write down about a process so that it is recognised later. */
export const identify = (pid) => ({ pid, started: startedAt(pid) });

/** Whether the process written down earlier still runs. */
export function stillRuns({ pid, started }) {
  return isAlive(pid) && !isZombie(pid) && (started === null || startedAt(pid) === started);
}

/** Resolves to true when `done()` holds, false after `ms`. */
export async function waitUntil(done, ms, every = 50) {
  const end = performance.now() + ms;
  for (;;) {
    if (await done()) return true;
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
