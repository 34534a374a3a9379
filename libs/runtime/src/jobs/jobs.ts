import { randomUUID } from 'node:crypto';
import type { JsonObject } from '@thidua/kernel';
import { JobStore, type ClaimedJob, type Database, type Tx } from '@thidua/store';
import { fp } from '../fault-point';
import type { Runtime } from '../runtime';
import type { StepAnswer } from '../steps/step-input';

export interface JobsDeps {
  readonly database: Database;
  readonly runtime: Runtime;
  /** 60 s when absent; long work extends it. */
  readonly leaseMs?: number;
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 5 * 60_000;

/** What a worker does with service tasks: claim, work, give the result back with the lease token. */
export class Jobs {
  private readonly store: JobStore;
  private readonly leaseMs: number;

  constructor(private readonly deps: JobsDeps) {
    this.store = new JobStore(deps.database);
    this.leaseMs = deps.leaseMs ?? 60_000;
  }

  /** undefined: done, not due yet, or in other hands. A job whose workers died as often as it may be tried becomes an incident. */
  async claim(provinceId: string, jobId: string): Promise<ClaimedJob | undefined> {
    const job = await this.store.claim(provinceId, jobId, { leaseToken: randomUUID(), leaseMs: this.leaseMs });
    if (job === undefined) {
      return undefined;
    }
    fp('job.after-lease');
    if (job.attempts > job.retries) {
      await this.giveUp(job, 'attempts-exhausted', `${job.retries} attempts ended without an answer`);
      return undefined;
    }
    return job;
  }

  /** For work that may outlast the lease; false: someone else has it, stop. */
  heartbeat(job: ClaimedJob): Promise<boolean> {
    return this.store.extend(job, this.leaseMs);
  }

  /** `fenced`: the lease went to someone else; inside a tx the verb must then undo what it wrote. */
  complete(job: ClaimedJob, variables: JsonObject, tx?: Tx): Promise<StepAnswer> {
    const command = { type: 'complete-job' as const, jobId: job.id, variables };
    return this.deps.runtime.step({ ...refOf(job), command, guard: guardOf(job) }, tx);
  }

  /** A BPMN error: caught by a boundary or event subprocess, else an incident. */
  throwError(job: ClaimedJob, errorCode: string, message: string, variables: JsonObject = {}): Promise<StepAnswer> {
    const command = { type: 'throw-job-error' as const, jobId: job.id, errorCode, message, variables };
    return this.deps.runtime.step({ ...refOf(job), command, guard: guardOf(job) });
  }

  /** Tried again after a growing pause (or the one given), until the attempts are used up: then an incident. */
  async retryLater(job: ClaimedJob, why: string, delayMs?: number): Promise<void> {
    if (job.attempts >= job.retries) {
      await this.giveUp(job, 'attempts-exhausted', why);
      return;
    }
    await this.store.retryLater(job, why, delayMs ?? Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 4 ** (job.attempts - 1)));
  }

  /** An incident with a cause and a button. */
  giveUp(job: ClaimedJob, cause: string, detail: string): Promise<StepAnswer> {
    const command = { type: 'fail-job' as const, jobId: job.id, cause, detail };
    return this.deps.runtime.step({ ...refOf(job), command, guard: guardOf(job) });
  }
}

function refOf({ provinceId, instanceId }: ClaimedJob): { provinceId: string; instanceId: string } {
  return { provinceId, instanceId };
}

function guardOf({ id, leaseToken }: ClaimedJob): { jobId: string; leaseToken: string } {
  return { jobId: id, leaseToken };
}
