import type { JobVerb } from '@thidua/casework';
import { Fenced } from './outcomes';
import type { ServiceTask } from './service-task';

/** A service task that only touches the database: its verb and the job's completion are one transaction. */
export function databaseTask(verb: JobVerb): ServiceTask {
  return async ({ deps, jobs }, job) => {
    await deps.database.inTransaction(async (tx) => {
      if (!(await deps.stores.jobs.holds(tx, job))) {
        throw new Fenced('another worker holds the job');
      }
      const variables = await verb({ deps, tx, job, nowMs: deps.clock.nowMs() });
      const answer = await jobs.complete(job, variables, tx);
      if (!answer.ok) {
        throw answer.reason === 'fenced'
          ? new Fenced('the lease went on')
          : new Error(`the job does not complete: ${JSON.stringify(answer)}`);
      }
    });
  };
}
