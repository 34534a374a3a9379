import { createPostgresBackend, Queue, Worker, type ConnectionOptions, type WorkerOptions } from 'bullmq';
import type { Redis } from 'ioredis';
import { openPostgres, type PgPool } from './postgres';
import { openRedis } from './redis';

/** Redis when its address is given, else BullMQ's PostgreSQL backend on a pool made by the store (search path `bullmq`). */
export type BellSettings = { readonly redisUrl: string } | { readonly pool: unknown };

/** Called with one outbox id; a second call with the same id must do no harm. */
export type RingHandler = (outboxId: string) => Promise<void>;

export interface Ringing {
  /** Handlers at work at once. */
  readonly concurrency: number;
  /** A handler that threw, or a queue that is out of reach; the sweeper rings again. */
  readonly onError: (error: Error) => void;
}

const QUEUE = 'outbox';
const KEPT_S = 600;
/** The database decides what is done: BullMQ never gives up on a stalled ring by itself. */
const STALLS_FORGIVEN = 1000;

/**
 * Tells workers that outbox rows wait. Only ids travel, never data about people; losing every ring loses nothing, since the sweeper finds
 * the rows again. A row rung twice while its first ring is still kept counts once.
 */
export class Bell {
  private readonly workers: Worker[] = [];

  private constructor(
    readonly backend: 'redis' | 'postgresql',
    private readonly queue: Queue,
    private readonly makeWorker: (handler: RingHandler, ringing: Ringing) => Worker,
    private readonly redis: readonly Redis[],
  ) {}

  /** @throws QueueRefused when Redis is older than 6.2 or may evict what it holds */
  static async open(settings: BellSettings): Promise<Bell> {
    return 'redisUrl' in settings ? Bell.onRedis(settings.redisUrl) : Bell.onPostgres(await openPostgres(settings.pool));
  }

  /** Rings for outbox rows, all in one round trip. Rejects when the queue is out of reach. */
  async ring(outboxIds: readonly string[]): Promise<void> {
    await this.queue.addBulk(
      outboxIds.map((id) => ({
        name: 'ring',
        data: {},
        // A custom id may be neither a number nor hold a colon.
        opts: {
          jobId: `o-${id}`,
          attempts: 1,
          removeOnComplete: { age: KEPT_S, count: 10_000 },
          removeOnFail: { age: KEPT_S, count: 10_000 },
        },
      })),
    );
  }

  /** Starts answering rings. */
  onRing(handler: RingHandler, ringing: Ringing): void {
    this.workers.push(this.makeWorker(handler, ringing));
  }

  /** Whether the queue answers within a second. */
  async isHealthy(): Promise<boolean> {
    const late = new Promise<false>((resolve) => setTimeout(resolve, 1000, false).unref());
    const asked = this.queue.getWaitingCount().then(
      () => true,
      () => false,
    );
    return Promise.race([asked, late]);
  }

  /** Lets running handlers finish, then leaves. A pool that was handed in stays open. */
  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
    await this.queue.close();
    this.redis.forEach((client) => {
      client.disconnect();
    });
  }

  private static async onRedis(url: string): Promise<Bell> {
    const producer = await openRedis(url, 'producer');
    const consumer = await openRedis(url, 'consumer');
    const queue = new Queue(QUEUE, { connection: producer });
    const make = (handler: RingHandler, ringing: Ringing): Worker =>
      listen(new Worker(QUEUE, processorOf(handler), workerOptions(consumer, ringing)), ringing);
    return new Bell('redis', quiet(queue), make, [producer, consumer]);
  }

  private static onPostgres(pool: PgPool): Bell {
    // BullMQ's types know Redis connections only; its PostgreSQL backend takes a pg pool in the same place.
    const connection = pool as unknown as ConnectionOptions;
    const queue = new Queue(QUEUE, { connection }, createPostgresBackend as never);
    const make = (handler: RingHandler, ringing: Ringing): Worker =>
      listen(new Worker(QUEUE, processorOf(handler), workerOptions(connection, ringing), createPostgresBackend as never), ringing);
    return new Bell('postgresql', quiet(queue), make, []);
  }
}

type Processor = (job: { readonly id?: string }) => Promise<void>;

function processorOf(handler: RingHandler): Processor {
  return async (job) => {
    await handler((job.id ?? '').replace(/^o-/, ''));
  };
}

function workerOptions(connection: ConnectionOptions, { concurrency }: Ringing): WorkerOptions {
  return { connection, concurrency, maxStalledCount: STALLS_FORGIVEN, lockDuration: 30_000 };
}

function listen(worker: Worker, { onError }: Ringing): Worker {
  worker.on('error', onError);
  worker.on('failed', (_job, error) => {
    onError(error);
  });
  return worker;
}

/** Errors of the connection reach the caller of `ring`; without a listener they would end the process. */
function quiet(queue: Queue): Queue {
  queue.on('error', () => undefined);
  return queue;
}
