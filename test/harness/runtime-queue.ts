import { connect } from '@thidua/store';
import { cloneDatabase } from './database';

/** A database with a pool for BullMQ's PostgreSQL backend. */
export async function openQueuePool(): Promise<{ pool: unknown; close: () => Promise<void> }> {
  const { url, drop } = await cloneDatabase();
  const database = await connect({ url, poolSize: 2 });
  return {
    pool: database.queuePool(6),
    close: async () => {
      await database.close();
      await drop();
    },
  };
}
