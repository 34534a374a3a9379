import { join } from 'node:path';
import { withClient } from './databases';
import { Child, within, type Ended, type Victim } from './child';

export interface Lane {
  /** Folder of logs, keys and the demo certificate. */
  readonly data: string;
  readonly cache: string;
  readonly port: number;
  readonly redisUrl?: string;
  /** After a worker's death its leases are over at once, as if the time of a lease had passed. */
  readonly agesLeases?: true;
}

const AGE = `
  with jobs as (update job set lease_until = clock_timestamp() where status = 'open' and lease_until is not null returning 1),
       timers as (update timer set lease_until = clock_timestamp() where lease_until is not null returning 1)
  update outbox set relayed_at = relayed_at - interval '1 minute' where done_at is null`;

const READY_WITHIN_MS = 150_000;
const LIVES = 6;

/** An api and a worker on a database. One that dies is started again at once, without a fault. */
export class System {
  /** What killed a process, in order: 'worker SIGKILL'. */
  readonly deaths: string[] = [];
  private readonly lives = new Map<Victim, Child>();
  private readonly passed = new Map<Victim, Set<string>>();
  private stopping = false;

  constructor(
    private readonly databaseUrl: string,
    private readonly lane: Lane,
  ) {}

  static async open(databaseUrl: string, lane: Lane): Promise<System> {
    const system = new System(databaseUrl, lane);
    system.start('api');
    system.start('worker');
    await system.ready();
    return system;
  }

  get url(): string {
    return `http://127.0.0.1:${this.lane.port}`;
  }

  pidOf(victim: Victim): number | undefined {
    return this.lives.get(victim)?.pid;
  }

  /** `fault` arms a point before the first line of the process runs. */
  start(victim: Victim, fault?: string): Child {
    const { data, cache, port, redisUrl } = this.lane;
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      NODE_ENV: 'test',
      DEMO: '1',
      DATABASE_URL: this.databaseUrl,
      DATABASE_POOL: '4',
      DATA_DIR: data,
      CACHE_DIR: cache,
      PORT: String(port),
      ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
      ...(fault === undefined ? {} : { FAULT: `${fault}:1` }),
    };
    if (redisUrl === undefined) {
      delete env['REDIS_URL'];
    }
    const child = Child.start(victim, env, join(data, 'logs', `${victim}-${port}.log`));
    this.lives.set(victim, child);
    void child.ended.then((end) => {
      this.bury(child, end);
    });
    return child;
  }

  async ready(): Promise<void> {
    const worker = this.lives.get('worker');
    if (worker !== undefined) {
      const dead = worker.ended.then((end) => {
        throw new Error(`the worker ended with ${end} while starting:\n${worker.tail()}`);
      });
      await within(Promise.race([worker.ready, dead]), READY_WITHIN_MS, 'the worker was not ready');
    }
    if (!this.lives.has('api')) {
      return;
    }
    await within(this.apiAnswers(), READY_WITHIN_MS, 'the api was not ready').catch((error: unknown) => {
      throw new Error(`${String(error)}\n${this.deaths.join('\n')}\n${this.tails()}`);
    });
  }

  async arm(victim: Victim, point: string): Promise<void> {
    await this.lives.get(victim)?.arm(point);
  }

  /** Fault points that were passed since the last call. */
  takeHits(victim: Victim): readonly string[] {
    const child = this.lives.get(victim);
    const points = [...(this.passed.get(victim) ?? []), ...(child?.hits ?? [])];
    this.passed.delete(victim);
    child?.hits.clear();
    return [...new Set(points)];
  }

  /** The ends of both logs, for a report. */
  tails(): string {
    return [...this.lives.values()].map((child) => `--- ${child.victim}\n${child.tail()}`).join('\n');
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all([...this.lives.values()].map((child) => child.stop()));
  }

  private bury(child: Child, end: Ended): void {
    const { victim } = child;
    this.passed.set(victim, new Set([...(this.passed.get(victim) ?? []), ...child.hits]));
    if (this.stopping || child.wasStopped || this.lives.get(victim) !== child) {
      return;
    }
    this.deaths.push(`${victim} ${end}`);
    if (end !== 'SIGKILL') {
      this.deaths.push(child.tail());
    }
    if (this.deaths.length < LIVES || this.lane.agesLeases === true) {
      void this.again(victim);
    }
  }

  private async again(victim: Victim): Promise<void> {
    if (this.lane.agesLeases === true) {
      await withClient(this.databaseUrl, (client) => client.query(AGE));
    }
    this.start(victim);
  }

  private async apiAnswers(): Promise<void> {
    for (;;) {
      const answer = await ask(`${this.url}/health/ready`);
      if (answer === 200 || this.stopping) {
        return;
      }
      const api = this.lives.get('api');
      if (this.deaths.length >= LIVES && api !== undefined) {
        throw new Error(`the api does not come up:\n${api.tail()}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  }
}

const plainFetch = globalThis.fetch;

/** The status, 0 while nobody answers. */
function ask(url: string): Promise<number> {
  return plainFetch(url, { signal: AbortSignal.timeout(5000) }).then(
    ({ status }) => status,
    () => 0,
  );
}
