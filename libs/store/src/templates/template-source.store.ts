import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** A template as it was used: its own text and every partial it could call, by name. */
export interface TemplateBody {
  readonly source: string;
  readonly partials: Readonly<Record<string, string>>;
}

/** Template sources by content hash, kept for as long as papers made with them. */
export class TemplateSourceStore {
  constructor(private readonly database: Database) {}

  /** @param hash 64 hex digits, of the body. A second keeping of the same changes nothing. */
  async keep(tx: Tx, hash: string, body: TemplateBody, atMs: number): Promise<void> {
    await tx.query('insert into template_source (hash, body, kept_at) values ($1, $2, $3) on conflict (hash) do nothing', [
      hash,
      JSON.stringify(body),
      new Date(atMs),
    ]);
  }

  /** By the hash or its first twelve digits, as a paper's template version ends with them. */
  async byHash(hash: string, tx: Tx = this.database.reader): Promise<{ readonly hash: string; readonly body: TemplateBody } | undefined> {
    const rows = await rowsOf<{ hash: string; body: TemplateBody }>(
      tx,
      'select hash, body from template_source where left(hash, 12) = left($1, 12)',
      [hash],
    );
    return rows[0];
  }
}
