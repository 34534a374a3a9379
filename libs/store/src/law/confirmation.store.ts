import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** A paper by which a body says something of the law: number, day and the scan it can be read in. */
export interface LawPaper {
  readonly body: string;
  readonly numberText: string;
  /** YYYY-MM-DD. */
  readonly dated: string;
  readonly fileSha256: string;
}

export type ConfirmationStatus = 'proposed' | 'confirmed' | 'declined' | 'withdrawn';

export interface NewConfirmation extends LawPaper {
  readonly id: string;
  readonly packHash: string;
  readonly rowKey: string;
  /** Hash of the row as it read: a changed row is not confirmed by an old paper. */
  readonly rowHash: string;
  readonly rowId: string;
  readonly note: string | null;
  readonly proposedBy: string;
  readonly atMs: number;
}

export interface ConfirmationRecord extends Omit<NewConfirmation, 'atMs'> {
  readonly provinceId: string;
  readonly status: ConfirmationStatus;
  readonly proposedAt: Date;
  readonly settledBy: string | null;
  readonly settledAt: Date | null;
  readonly reason: string | null;
}

export interface Settling {
  readonly personId: string;
  readonly atMs: number;
  readonly reason: string | null;
}

const COLUMNS = `province_id as "provinceId", id, pack_hash as "packHash", row_key as "rowKey", row_hash as "rowHash", row_id as "rowId", body,
  number_text as "numberText", dated::text as dated, file_sha256 as "fileSha256", note, status, proposed_by as "proposedBy",
  proposed_at as "proposedAt", settled_by as "settledBy", settled_at as "settledAt", reason`;

/** Rows of packs, confirmed province by province: one proposes with a paper, a second person confirms. */
export class ConfirmationStore {
  constructor(private readonly database: Database) {}

  /** False when the row as it reads is proposed or confirmed already. */
  async propose(tx: Tx, provinceId: string, one: NewConfirmation): Promise<boolean> {
    const added = await rowsOf(
      tx,
      `insert into law_confirmation (province_id, id, pack_hash, row_key, row_hash, row_id, body, number_text, dated, file_sha256, note, status, proposed_by, proposed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9::date, $10, $11, 'proposed', $12, $13) on conflict do nothing returning id`,
      [
        provinceId,
        one.id,
        one.packHash,
        one.rowKey,
        one.rowHash,
        one.rowId,
        one.body,
        one.numberText,
        one.dated,
        one.fileSha256,
        one.note,
        one.proposedBy,
        new Date(one.atMs),
      ],
    );
    return added.length > 0;
  }

  /** False when it was settled already. The database refuses a proposer who confirms himself. */
  async settle(tx: Tx, provinceId: string, id: string, status: Exclude<ConfirmationStatus, 'proposed'>, by: Settling): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update law_confirmation set status = $3, settled_by = $4, settled_at = $5, reason = $6
        where province_id = $1 and id = $2 and status = case when $3 = 'withdrawn' then status else 'proposed' end and status in ('proposed', 'confirmed')
        returning id`,
      [provinceId, id, status, by.personId, new Date(by.atMs), by.reason],
    );
    return rows.length > 0;
  }

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<ConfirmationRecord | undefined> {
    const rows = await rowsOf<ConfirmationRecord>(tx, `select ${COLUMNS} from law_confirmation where province_id = $1 and id = $2`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  /** Proposed and confirmed ones of every province, oldest first. */
  async standing(tx: Tx = this.database.reader): Promise<readonly ConfirmationRecord[]> {
    return rowsOf<ConfirmationRecord>(
      tx,
      `select ${COLUMNS} from law_confirmation where status in ('proposed', 'confirmed') order by province_id, proposed_at, id`,
      [],
    );
  }

  /** All of a province, newest first. */
  async ofProvince(provinceId: string, tx: Tx = this.database.reader): Promise<readonly ConfirmationRecord[]> {
    return rowsOf<ConfirmationRecord>(
      tx,
      `select ${COLUMNS} from law_confirmation where province_id = $1 order by coalesce(settled_at, proposed_at) desc, id`,
      [provinceId],
    );
  }
}
