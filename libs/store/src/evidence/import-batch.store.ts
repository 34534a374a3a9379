import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type ImportKind = 'award' | 'rating' | 'initiative';

export interface ImportBatch {
  readonly id: string;
  /** The body whose people it is about; its unit clerk or the body above brought it. */
  readonly orgId: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly rowCount: number;
  readonly appliedBy: string;
  readonly appliedAt: Date;
  readonly undoneBy: string | null;
  readonly undoneAt: Date | null;
}

const COLUMNS = `id, org_id as "orgId", kind, file_name as "fileName", file_sha256 as "fileSha256", row_count as "rowCount", applied_by as "appliedBy",
  applied_at as "appliedAt", undone_by as "undoneBy", undone_at as "undoneAt"`;

/** Files of the past that were brought in as a whole and can be taken back as a whole. */
export class ImportBatchStore {
  constructor(private readonly database: Database) {}

  async insert(
    tx: Tx,
    provinceId: string,
    batch: Omit<ImportBatch, 'appliedAt' | 'undoneBy' | 'undoneAt'> & { readonly atMs: number },
  ): Promise<void> {
    await tx.query(
      `insert into import_batch (province_id, id, org_id, kind, file_name, file_sha256, row_count, applied_by, applied_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        provinceId,
        batch.id,
        batch.orgId,
        batch.kind,
        batch.fileName,
        batch.fileSha256,
        batch.rowCount,
        batch.appliedBy,
        new Date(batch.atMs),
      ],
    );
  }

  /** Locked for the rest of the transaction: of two who undo at once the second finds it undone. */
  async lock(tx: Tx, provinceId: string, id: string): Promise<ImportBatch | undefined> {
    const rows = await rowsOf<ImportBatch>(tx, `select ${COLUMNS} from import_batch where province_id = $1 and id = $2 for update`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  async undo(tx: Tx, provinceId: string, id: string, by: string, atMs: number): Promise<void> {
    await tx.query('update import_batch set undone_by = $3, undone_at = $4 where province_id = $1 and id = $2', [
      provinceId,
      id,
      by,
      new Date(atMs),
    ]);
  }

  /** The newest first. */
  async ofOrgs(provinceId: string, orgIds: readonly string[]): Promise<readonly ImportBatch[]> {
    return rowsOf<ImportBatch>(
      this.database.reader,
      `select ${COLUMNS} from import_batch where province_id = $1 and org_id = any($2::uuid[]) order by applied_at desc, id desc limit 50`,
      [provinceId, orgIds],
    );
  }
}
