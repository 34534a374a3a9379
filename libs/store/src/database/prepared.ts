import type { Tx } from './database';

/** Whatever runs a named prepared statement: a pool, or the connection of a transaction. */
export interface PreparedQuery {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

/** The connection of a running transaction: TypeORM's own `query` cannot name a statement. */
export async function connectionOf(tx: Tx): Promise<PreparedQuery> {
  const runner = tx.queryRunner;
  if (runner?.isTransactionActive !== true) {
    throw new Error('a write needs the tx of a running inTransaction');
  }
  // TypeORM types its driver's connection as any; for PostgreSQL it is a pg client.
  return (await runner.connect()) as PreparedQuery;
}

/** Rows of a plain query inside a transaction or, with `database.reader`, outside of one. */
export async function rowsOf<Row extends object>(tx: Tx, text: string, values: readonly unknown[]): Promise<Row[]> {
  const answer: unknown = await tx.query(text, [...values]);
  // TypeORM gives rows for select and [rows, count] for update and delete.
  const rows =
    Array.isArray(answer) && answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number'
      ? (answer[0] as unknown)
      : answer;
  return rows as Row[];
}
