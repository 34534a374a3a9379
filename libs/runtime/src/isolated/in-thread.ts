import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Refusal } from '@thidua/bpmn';

/** Ten thousand elements take 2 to 4 s of one core; the rest is for a busy machine. */
const DEADLINE_MS = 30_000;
const MEMORY_MB = 512;

/** Runs one of the compiled thread entries beside this file; `killed` says what to answer when it had to be stopped after 30 s or 512 MB. */
export function inThread<T>(entry: string, workerData: unknown, killed: (refusal: Refusal) => T): Promise<T> {
  const thread = new Worker(join(__dirname, entry), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    env: {},
  });
  return new Promise<T>((resolve) => {
    const timer = setTimeout(() => {
      resolve(killed(overLimit('the examination took longer than 30 s')));
    }, DEADLINE_MS);
    thread.once('message', (answer: T) => {
      clearTimeout(timer);
      resolve(answer);
    });
    thread.once('error', () => {
      clearTimeout(timer);
      resolve(killed(overLimit('the examination ran out of memory or failed')));
    });
  }).finally(() => thread.terminate());
}

function overLimit(hint: string): Refusal {
  return { code: 'over-limit', path: '', detail: { seconds: DEADLINE_MS / 1000 }, hint, severity: 'error' };
}
