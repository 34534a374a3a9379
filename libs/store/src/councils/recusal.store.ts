import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** A conflict of interest as it was declared; `rowId` null is the whole agenda. A declined one does not bind. */
export interface RecusalRecord {
  readonly id: string;
  readonly personId: string;
  readonly fullName: string;
  readonly rowId: string | null;
  readonly reason: string;
  readonly declaredAt: Date;
  readonly declaredBy: string;
  readonly ruling: 'accepted' | 'declined' | null;
}

export interface NewRecusal {
  readonly id: string;
  readonly roundId: string;
  readonly personId: string;
  readonly rowId: string | null;
  readonly reason: string;
  readonly atMs: number;
  readonly declaredBy: string;
}

/** Conflicts of interest declared before a session opens (law.md V-14); the database refuses later ones. */
export class RecusalStore {
  constructor(private readonly database: Database) {}

  async ofRound(provinceId: string, roundId: string, tx: Tx = this.database.reader): Promise<readonly RecusalRecord[]> {
    return rowsOf<RecusalRecord>(
      tx,
      `select r.id, r.person_id as "personId", p.full_name as "fullName", r.row_id as "rowId", r.reason, r.declared_at as "declaredAt",
         r.declared_by as "declaredBy", r.ruling
       from recusal r join person p on p.province_id = r.province_id and p.id = r.person_id
       where r.province_id = $1 and r.round_id = $2 order by r.declared_at, r.id`,
      [provinceId, roundId],
    );
  }

  /** A second declaration about the same row gives the first another reason, and asks for a new ruling. */
  async declare(tx: Tx, provinceId: string, recusal: NewRecusal): Promise<void> {
    const { id, roundId, personId, rowId, reason, atMs, declaredBy } = recusal;
    await tx.query(
      `insert into recusal (province_id, id, round_id, person_id, row_id, reason, declared_at, declared_by) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (province_id, round_id, person_id, coalesce(row_id, '00000000-0000-0000-0000-000000000000')) do update
         set reason = excluded.reason, declared_at = excluded.declared_at, declared_by = excluded.declared_by,
           ruling = null, ruled_at = null, ruled_by = null`,
      [provinceId, id, roundId, personId, rowId, reason, new Date(atMs), declaredBy],
    );
  }

  /** False: there is none of this id in the round. */
  async rule(
    tx: Tx,
    provinceId: string,
    of: { readonly roundId: string; readonly id: string },
    ruling: { readonly accepted: boolean; readonly atMs: number; readonly personId: string },
  ): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update recusal set ruling = $4, ruled_at = $5, ruled_by = $6 where province_id = $1 and round_id = $2 and id = $3 returning id`,
      [provinceId, of.roundId, of.id, ruling.accepted ? 'accepted' : 'declined', new Date(ruling.atMs), ruling.personId],
    );
    return rows.length === 1;
  }
}
