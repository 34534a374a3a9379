import type { JsonObject } from '@thidua/kernel';
import { StateConflict, isKeyTaken } from '../database/errors';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';
import type { IdempotencyKey } from '../steps/step-rows';

export interface StoredAnswer {
  readonly bodyHash: string;
  readonly status: number;
  readonly answer: JsonObject;
}

/** Answers kept under (account, route, client uuid), so that a repeat is not a second act. */
export class IdempotencyStore {
  constructor(private readonly database: Database) {}

  async find(
    key: Pick<IdempotencyKey, 'accountId' | 'route' | 'clientKey'>,
    tx: Tx = this.database.reader,
  ): Promise<StoredAnswer | undefined> {
    const rows = await rowsOf<StoredAnswer>(
      tx,
      'select body_hash as "bodyHash", status, answer from idempotency where account_id = $1 and route = $2 and client_key = $3',
      [key.accountId, key.route, key.clientKey],
    );
    return rows[0];
  }

  /** Keeps the answer in the act's own transaction. @throws StateConflict when an equal request committed meanwhile: read its answer */
  async keep(tx: Tx, key: IdempotencyKey, atMs: number): Promise<void> {
    try {
      await tx.query(
        'insert into idempotency (account_id, route, client_key, body_hash, status, answer, created_at) values ($1, $2, $3, $4, $5, $6, $7)',
        [key.accountId, key.route, key.clientKey, key.bodyHash, key.status, JSON.stringify(key.answer), new Date(atMs)],
      );
    } catch (error) {
      throw isKeyTaken(error) ? new StateConflict('the same request was answered meanwhile') : error;
    }
  }

  /** Drops answers older than the given instant; answers how many. */
  async purge(beforeMs: number): Promise<number> {
    const rows = await rowsOf(this.database.reader, 'delete from idempotency where created_at < $1 returning account_id', [
      new Date(beforeMs),
    ]);
    return rows.length;
  }
}
