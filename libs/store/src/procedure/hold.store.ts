import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type HoldKind = 'discipline' | 'investigation' | 'inspection' | 'complaint' | 'press';

/** Why a row waits, and the paper that ended it (law.md R-04). */
export interface HoldRecord {
  readonly id: string;
  readonly rowId: string;
  readonly kind: HoldKind;
  readonly ground: string;
  readonly heldAt: Date;
  readonly releasedAt: Date | null;
  readonly conclusion: string | null;
  readonly violation: boolean | null;
  readonly paperNumber: string | null;
  readonly paperDate: string | null;
  readonly paperBody: string | null;
  readonly fileSha256: string | null;
}

export interface HoldClosing {
  readonly rowId: string;
  readonly conclusion: string;
  /** Null: the row was withdrawn while it waited, nobody concluded anything. */
  readonly paper: {
    readonly violation: boolean;
    readonly number: string;
    readonly date: string;
    readonly body: string;
    readonly fileSha256: string | null;
  } | null;
  readonly by: string;
  readonly atMs: number;
}

const COLUMNS = `h.id, h.row_id as "rowId", h.kind, h.ground, h.held_at as "heldAt", h.released_at as "releasedAt", h.conclusion, h.violation,
  h.paper_number as "paperNumber", h.paper_date as "paperDate", h.paper_body as "paperBody", h.file_sha256 as "fileSha256"`;

/** Holds of single rows; a row has at most one open at a time. */
export class HoldStore {
  constructor(private readonly database: Database) {}

  async open(
    tx: Tx,
    provinceId: string,
    hold: Pick<HoldRecord, 'id' | 'rowId' | 'kind' | 'ground'> & { readonly by: string; readonly atMs: number },
  ): Promise<void> {
    const { id, rowId, kind, ground, by, atMs } = hold;
    await tx.query('insert into row_hold (province_id, id, row_id, kind, ground, held_at, held_by) values ($1, $2, $3, $4, $5, $6, $7)', [
      provinceId,
      id,
      rowId,
      kind,
      ground,
      new Date(atMs),
      by,
    ]);
  }

  /** The scan of the paper that concludes; false when no hold is open. */
  async setFile(tx: Tx, provinceId: string, rowId: string, sha256: string): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      'update row_hold set file_sha256 = $3 where province_id = $1 and row_id = $2 and released_at is null returning id',
      [provinceId, rowId, sha256],
    );
    return rows.length === 1;
  }

  async close(tx: Tx, provinceId: string, { rowId, conclusion, paper, by, atMs }: HoldClosing): Promise<void> {
    await tx.query(
      `update row_hold set released_at = $3, released_by = $4, conclusion = $5, violation = $6, paper_number = $7, paper_date = $8, paper_body = $9,
         file_sha256 = coalesce($10, file_sha256)
       where province_id = $1 and row_id = $2 and released_at is null`,
      [
        provinceId,
        rowId,
        new Date(atMs),
        by,
        conclusion,
        paper?.violation ?? null,
        paper?.number ?? null,
        paper?.date ?? null,
        paper?.body ?? null,
        paper?.fileSha256 ?? null,
      ],
    );
  }

  async ofRows(provinceId: string, rowIds: readonly string[], tx: Tx = this.database.reader): Promise<readonly HoldRecord[]> {
    return rowsOf<HoldRecord>(
      tx,
      `select ${COLUMNS} from row_hold h where h.province_id = $1 and h.row_id = any($2::uuid[]) order by h.held_at, h.id`,
      [provinceId, rowIds],
    );
  }
}
