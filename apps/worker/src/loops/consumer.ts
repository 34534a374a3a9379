import type { Broadcaster, Correlator, Jobs } from '@thidua/runtime';
import type { ClaimedJob, JobStore, OutboxStore } from '@thidua/store';
import { JobFenced } from '@thidua/casework';
import { DomainError } from '@thidua/kernel';
import { Fenced, GiveUp, RetryLater } from '../service-tasks/outcomes';
import { HOPELESS } from './hopeless';
import { Lanes } from './lanes';

/** Papers keep a browser and a core busy each; what only touches the database waits on the network most of the time. */
const PAPER_LANES = 2;
const DATABASE_LANES = 6;
const HEARTBEAT_MS = 4000;

export interface ConsumerDeps {
  readonly outbox: Pick<OutboxStore, 'byId' | 'done'>;
  readonly jobStore: Pick<JobStore, 'byId'>;
  readonly jobs: Jobs;
  readonly correlator: Pick<Correlator, 'correlate'>;
  readonly broadcaster: Pick<Broadcaster, 'carry'>;
  /** Runs a leased job to its completion; throws RetryLater, GiveUp, Fenced or anything. */
  readonly work: (job: ClaimedJob) => Promise<void>;
  readonly isPaperJob: (type: string) => boolean;
  readonly onError: (error: unknown) => void;
}

/** Answers the bell: an outbox id leads to a message to correlate, a signal to carry round or a job to work on. Ringing twice does nothing twice. */
export class Consumer {
  private readonly papers = new Lanes(PAPER_LANES);
  private readonly database = new Lanes(DATABASE_LANES);

  constructor(private readonly deps: ConsumerDeps) {}

  async handle(outboxId: string): Promise<void> {
    const { outbox, correlator, broadcaster, jobStore, isPaperJob } = this.deps;
    const row = await outbox.byId(outboxId);
    if (row === undefined) {
      return;
    }
    if (row.kind === 'signal') {
      const { settled } = await this.database.within(() => broadcaster.carry(row.provinceId, row.ref));
      await outbox.done(settled ? [outboxId] : []);
      return;
    }
    if (row.kind !== 'job') {
      await this.database.within(() => correlator.correlate(row.provinceId, row.ref));
      await outbox.done([outboxId]);
      return;
    }
    const job = await jobStore.byId(row.provinceId, row.ref);
    const lanes = isPaperJob(job?.type ?? '') ? this.papers : this.database;
    if (job?.status !== 'open' || (await lanes.within(() => this.attempt(row.provinceId, row.ref)))) {
      await outbox.done([outboxId]);
    }
  }

  /** True: nothing is left to do for this row. False: the sweeper rings again when the job is due. */
  private async attempt(provinceId: string, jobId: string): Promise<boolean> {
    const { jobs, work, onError } = this.deps;
    const job = await jobs.claim(provinceId, jobId);
    if (job === undefined) {
      return false;
    }
    const beat = setInterval(() => void jobs.heartbeat(job).catch(onError), HEARTBEAT_MS);
    try {
      await work(job);
      return true;
    } catch (error) {
      return await this.afterFailure(job, error);
    } finally {
      clearInterval(beat);
    }
  }

  private async afterFailure(job: ClaimedJob, error: unknown): Promise<boolean> {
    const { jobs, onError } = this.deps;
    if (error instanceof Fenced || error instanceof JobFenced) {
      return false;
    }
    if (error instanceof GiveUp) {
      await jobs.giveUp(job, error.reason, error.message);
      return true;
    }
    onError(error);
    if (error instanceof DomainError && HOPELESS.has(error.code)) {
      await jobs.giveUp(job, error.code, `${error.message} ${JSON.stringify(error.details)}`);
      return true;
    }
    await jobs.retryLater(job, causeOf(error), error instanceof RetryLater ? error.delayMs : undefined);
    return false;
  }
}

function causeOf(error: unknown): string {
  if (error instanceof DomainError) {
    return `${error.code}: ${error.message} ${JSON.stringify(error.details)}`;
  }
  return error instanceof Error ? error.message : String(error);
}
