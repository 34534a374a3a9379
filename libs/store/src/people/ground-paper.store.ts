import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** What rests on a paper of which a scan is kept. */
export type GroundKind = 'roster' | 'delegation';

const TABLES: Readonly<Record<GroundKind, string>> = { roster: 'council', delegation: 'delegation' };

/** Scans of the papers that councils and lent powers rest on. */
export class GroundPaperStore {
  constructor(private readonly database: Database) {}

  /** Its scan, null where it has none; undefined where there is no such row. */
  async find(provinceId: string, kind: GroundKind, id: string, tx: Tx = this.database.reader): Promise<string | null | undefined> {
    const rows = await rowsOf<{ sha256: string | null }>(
      tx,
      `select file_sha256 as sha256 from ${TABLES[kind]} where province_id = $1 and id = $2`,
      [provinceId, id],
    );
    return rows[0]?.sha256;
  }

  /** Puts a scan there, in place of the one before. @returns the one before */
  async attach(tx: Tx, provinceId: string, kind: GroundKind, id: string, sha256: string): Promise<string | null> {
    const rows = await rowsOf<{ before: string | null }>(
      tx,
      `update ${TABLES[kind]} x set file_sha256 = $3
       from (select file_sha256 from ${TABLES[kind]} where province_id = $1 and id = $2 for update) old
       where x.province_id = $1 and x.id = $2 returning old.file_sha256 as before`,
      [provinceId, id, sha256],
    );
    return rows[0]?.before ?? null;
  }
}
