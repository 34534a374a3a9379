import { isPgPool, runMigrations, type PgPool } from 'bullmq';

export type { PgPool };

/** Brings schema `bullmq` up to date (any number of processes may do so at once) on the pool that the store made. */
export async function openPostgres(pool: unknown): Promise<PgPool> {
  if (!isPgPool(pool)) {
    throw new Error('the queue needs the pool of Database.queuePool()');
  }
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
  return pool;
}
