import type { ClaimedJob } from '@thidua/store';
import type { TaskRoom } from './service-task';

/** A batch that is done before anyone could look needs no telling. */
const LONG = 6;
const EVERY = 5;

/** Tells those who wait for a long batch how many papers are made: at the start, every few, and at the end. */
export async function tellProgress(room: Pick<TaskRoom, 'deps'>, job: ClaimedJob, done: number, total: number): Promise<void> {
  if (total >= LONG && (done % EVERY === 0 || done === total)) {
    await room.deps.stores.jobs.progress(job, done, total);
  }
}
