import { createHash } from 'node:crypto';
import type { JsonObject } from '@thidua/kernel';
import { canonicalJson } from '../audit/canonical-json';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** Names, form bodies and texts, kept apart by hash: events, variables and audit lines hold the hash alone. */
export class PayloadStore {
  constructor(private readonly database: Database) {}

  /** Answers the hash the body is found by. */
  async put(tx: Tx, provinceId: string, body: JsonObject, atMs: number): Promise<string> {
    const text = canonicalJson(body);
    const hash = createHash('sha256').update(text).digest('hex');
    await tx.query('insert into payload (province_id, hash, body, created_at) values ($1, $2, $3, $4) on conflict do nothing', [
      provinceId,
      hash,
      text,
      new Date(atMs),
    ]);
    return hash;
  }

  async get(provinceId: string, hash: string, tx: Tx = this.database.reader): Promise<JsonObject | undefined> {
    const rows = await rowsOf<{ body: JsonObject }>(tx, 'select body from payload where province_id = $1 and hash = $2', [
      provinceId,
      hash,
    ]);
    return rows[0]?.body;
  }

  /** Bodies by hash; hashes without a row are left out. */
  async getMany(provinceId: string, hashes: readonly string[]): Promise<ReadonlyMap<string, JsonObject>> {
    const rows = await rowsOf<{ hash: string; body: JsonObject }>(
      this.database.reader,
      'select hash, body from payload where province_id = $1 and hash = any($2)',
      [provinceId, hashes],
    );
    return new Map(rows.map(({ hash, body }) => [hash, body]));
  }
}
