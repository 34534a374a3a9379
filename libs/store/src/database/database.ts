import { DataSource, type DataSourceOptions, type EntityManager } from 'typeorm';
import { Pool, types, type PoolConfig } from 'pg';
import { Unavailable, domainErrorOf, isConnectionLost, isUndone } from './errors';

/** The transaction a write belongs to. */
export type Tx = EntityManager;

export interface DatabaseSettings {
  readonly url: string;
  /** Connections for transactions and reads together; 8 when absent, at least 4. */
  readonly poolSize?: number;
  /** Connections of the step statement; 2 when absent. */
  readonly stepConnections?: number;
}

/** A pg pool in a closed box: only the queue opens it. */
export type OpaquePool = unknown;

// A `date` is a calendar day, not an instant of this machine's time zone.
types.setTypeParser(types.builtins.DATE, (text: string) => text);

const LIMITS = { statement_timeout: 60_000, lock_timeout: 15_000, idle_in_transaction_session_timeout: 60_000, keepAlive: true };
/**
 * The step statement always joins a few array rows with indexed tables. Its plan is made once per connection, perhaps while the tables are
 * still empty, and must not read them whole when they have grown.
 */
const BY_INDEX = '-c enable_seqscan=off -c enable_mergejoin=off -c jit=off';
const ATTEMPTS = 6;

/** The database without Nest, for tools and tests; applications import DatabaseModule. */
export async function connect(settings: DatabaseSettings): Promise<Database> {
  const { writes, reads } = poolSizes(settings);
  const sources = [new DataSource(optionsOf(settings.url, writes)), new DataSource(optionsOf(settings.url, reads))] as const;
  await Promise.all(sources.map((source) => source.initialize()));
  return new Database(...sources, settings);
}

export function poolSizes(settings: DatabaseSettings): { readonly writes: number; readonly reads: number } {
  const total = settings.poolSize ?? 8;
  const reads = Math.max(2, Math.floor(total / 3));
  return { writes: Math.max(2, total - reads), reads };
}

export function optionsOf(url: string, poolSize: number): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: [],
    synchronize: false,
    installExtensions: false,
    logging: false,
    poolSize,
    extra: { ...LIMITS, application_name: 'thidua' },
  };
}

/**
 * Owner of every connection. Whoever opens it closes it. Reads have connections of their own: a transaction that reads beside itself
 * never waits for a connection that only another waiting transaction could give back.
 */
export class Database {
  readonly stepPool: Pool;
  private readonly pools: Pool[] = [];

  constructor(
    private readonly writes: DataSource,
    private readonly reads: DataSource,
    private readonly settings: DatabaseSettings,
  ) {
    this.stepPool = this.openPool({ max: settings.stepConnections ?? 2, application_name: 'thidua-steps', options: BY_INDEX, ...LIMITS });
  }

  /** Reads outside a transaction. */
  get reader(): Tx {
    return this.reads.manager;
  }

  /**
   * Runs `work` in one READ COMMITTED transaction and commits. It runs again when PostgreSQL undid it (deadlock, serialization) or the
   * connection broke before the commit was sent; a lost answer to a commit is Unavailable, since only the caller's key can tell.
   */
  async inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(work);
      } catch (error) {
        const again = isUndone(error) || isConnectionLost(error);
        if (!again || attempt === ATTEMPTS) {
          throw again ? new Unavailable('the database did not take the transaction') : domainErrorOf(error);
        }
        await pause(attempt);
      }
    }
  }

  /** A pool of its own for BullMQ's PostgreSQL backend: its tables live in schema `bullmq`. Closed with this database. */
  queuePool(max: number): OpaquePool {
    return this.openPool({ max, application_name: 'thidua-queue', options: '-c search_path=bullmq,public' });
  }

  async close(): Promise<void> {
    await Promise.all(this.pools.map((pool) => pool.end()));
    await Promise.all([this.writes.destroy(), this.reads.destroy()]);
  }

  private async attempt<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.writes.createQueryRunner();
    try {
      await runner.startTransaction('READ COMMITTED');
      const value = await work(runner.manager).catch(async (error: unknown) => {
        // The first failure is the one worth telling; a rollback on a broken connection fails too.
        await runner.rollbackTransaction().catch(() => undefined);
        throw error instanceof Error ? error : new Error(String(error));
      });
      await commit(runner);
      return value;
    } finally {
      await runner.release();
    }
  }

  private openPool(config: PoolConfig): Pool {
    const pool = new Pool({ connectionString: this.settings.url, ...config });
    // An idle connection that breaks is replaced by the next query; without a listener it would end the process.
    pool.on('error', () => undefined);
    this.pools.push(pool);
    return pool;
  }
}

async function commit(runner: { commitTransaction(): Promise<void> }): Promise<void> {
  try {
    await runner.commitTransaction();
  } catch (error) {
    throw isConnectionLost(error) ? new Unavailable('the answer to the commit was lost') : error;
  }
}

function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5 * 2 ** attempt * (0.5 + Math.random())));
}
