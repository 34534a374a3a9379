import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** A finding set aside with a reason; `basis` is what the finding rested on then: a new ground wants a new override. */
export interface VerdictOverride {
  readonly id: string;
  readonly rowId: string;
  readonly ruleId: string;
  readonly reason: string;
  readonly basis: string;
  readonly personId: string;
  readonly fullName: string;
  readonly positionId: string;
  readonly at: Date;
}

export class VerdictOverrideStore {
  constructor(private readonly database: Database) {}

  async ofRows(provinceId: string, rowIds: readonly string[], tx: Tx = this.database.reader): Promise<readonly VerdictOverride[]> {
    return rowsOf<VerdictOverride>(
      tx,
      `select v.id, v.row_id as "rowId", v.rule_id as "ruleId", v.reason, v.basis, v.person_id as "personId", p.full_name as "fullName",
         v.position_id as "positionId", v.at
       from verdict_override v join person p on p.province_id = v.province_id and p.id = v.person_id
       where v.province_id = $1 and v.row_id = any($2::uuid[]) and v.canceled_at is null order by v.at, v.id`,
      [provinceId, rowIds],
    );
  }

  /** The newest reason counts; the former one stays, closed. */
  async set(tx: Tx, provinceId: string, override: Omit<VerdictOverride, 'at' | 'fullName'> & { readonly atMs: number }): Promise<void> {
    const { id, rowId, ruleId, reason, basis, personId, positionId, atMs } = override;
    await tx.query(
      `update verdict_override set canceled_at = $4, canceled_by = $5 where province_id = $1 and row_id = $2 and rule_id = $3 and canceled_at is null`,
      [provinceId, rowId, ruleId, new Date(atMs), personId],
    );
    await tx.query(
      `insert into verdict_override (province_id, id, row_id, rule_id, reason, basis, person_id, position_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [provinceId, id, rowId, ruleId, reason, basis, personId, positionId, new Date(atMs)],
    );
  }
}
