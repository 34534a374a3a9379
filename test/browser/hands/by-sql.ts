import { Client } from 'pg';

/**
 * The database of the shared system, as its owner: what somebody does who edits it behind the application. Whoever uses it puts every row
 * back exactly: all browser tests run on this one system.
 */
export async function bySql<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: process.env['STACK_DATABASE_URL'] ?? '' });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}
