import { randomUUID } from 'node:crypto';
import { IdempotencyStore, JobStore, MessageStore, OutboxStore, TimerStore, type Database } from '@thidua/store';
import { fp } from './fault-point';
import type { Runtime } from './runtime';
import { Starter } from './starts/starter';

const TIMER_LEASE_MS = 30_000;
const EXPIRED_AT_ONCE = 1000;
const ANSWERS_KEPT_MS = 7 * 86_400_000;
const OUTBOX_KEPT_MS = 86_400_000;

/**
 * Finds what is due and what was left lying, in PostgreSQL alone: whatever the queue lost, killed or forgot is found here.
 * Single passes; the loops live in the worker.
 */
export class Sweeper {
  private readonly timers: TimerStore;
  private readonly jobs: JobStore;
  private readonly outbox: OutboxStore;
  private readonly messages: MessageStore;
  private readonly answers: IdempotencyStore;
  private readonly starter: Starter;

  constructor(private readonly deps: { readonly database: Database; readonly runtime: Runtime }) {
    const { database } = deps;
    this.timers = new TimerStore(database);
    this.jobs = new JobStore(database);
    this.outbox = new OutboxStore(database);
    this.messages = new MessageStore(database);
    this.answers = new IdempotencyStore(database);
    this.starter = new Starter(deps);
  }

  /**
   * Fires timers due by the business clock; answers how many fired. One that fails is tried again when its lease ends, which differs from
   * pass to pass, so that a batch that failed together does not come back together.
   */
  async fireDueTimers(limit: number): Promise<number> {
    const { runtime } = this.deps;
    const claim = { limit, leaseMs: Math.round(TIMER_LEASE_MS * (1 + Math.random() / 4)), leaseToken: randomUUID() };
    const due = await this.timers.claimDue(runtime.clock.nowMs(), claim);
    if (due.length > 0) {
      fp('timer.after-claim');
    }
    const fired = await Promise.allSettled(
      due.map(async (timer) => {
        const command = { type: 'fire-timer' as const, timerId: timer.id };
        const answer = await runtime.step({ provinceId: timer.provinceId, instanceId: timer.instanceId, command });
        if (!answer.ok && answer.reason === 'rejected') {
          await this.timers.drop(timer);
        }
        return answer.ok;
      }),
    );
    return fired.filter((one) => one.status === 'fulfilled' && one.value).length;
  }

  /** Begins processes whose start timers are due; answers how many fired. */
  fireDueStarts(limit: number): Promise<number> {
    return this.starter.fireDue(limit);
  }

  /** Jobs whose worker went silent can be claimed again; answers how many. */
  releaseExpiredLeases(limit: number): Promise<number> {
    return this.jobs.releaseExpired(limit);
  }

  /** Outbox rows whose bell was lost, or whose job waits for its next attempt, are written anew for the relay; answers how many. */
  unfinishedOutbox(limit: number, patienceMs = 5000): Promise<number> {
    return this.outbox.renewUnfinished(limit, patienceMs);
  }

  /** Drops messages whose time is over, a batch at a time; answers how many. */
  expireMessages(): Promise<number> {
    return this.messages.expire(this.deps.runtime.clock.nowMs(), EXPIRED_AT_ONCE);
  }

  /** Drops outbox rows done a day ago and idempotency answers of more than seven days; answers how many. */
  async purge(): Promise<number> {
    const rows = await this.outbox.purge(OUTBOX_KEPT_MS);
    return rows + (await this.answers.purge(this.deps.runtime.clock.nowMs() - ANSWERS_KEPT_MS));
  }
}
