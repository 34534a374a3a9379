import type { RoundRecord } from '@thidua/store';
import type { JobContext } from './job-verb';

/** The round a job works on (variable `round`), locked until its transaction ends. */
export async function roundOfJob({ deps, tx, job }: JobContext): Promise<RoundRecord> {
  const id = job.variables['round'];
  const round = typeof id === 'string' ? await deps.stores.rounds.lock(tx, job.provinceId, id) : undefined;
  if (round === undefined) {
    throw new Error(`job ${job.type} of ${job.instanceId} has no round`);
  }
  return round;
}
