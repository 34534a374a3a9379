import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** A post on a day: the body it belongs to as that body stood then, and whether the post and the body were in force. */
export interface OfficeRecord {
  readonly positionId: string;
  readonly orgId: string;
  readonly level: 'UNIT' | 'XA' | 'HUYEN' | 'TINH' | 'TW';
  readonly kind: string;
  readonly orgKind: string;
  readonly legalPerson: boolean;
  readonly role: string;
  readonly title: string;
  readonly fullName: string;
  readonly inOffice: boolean;
}

/** A power lent by one post to another. */
export interface Lent {
  readonly from: string;
  readonly to: string;
  readonly capacity: 'KT' | 'TL' | 'TUQ' | 'Q';
  /** The award to be decided: a power lent for named awards or steps reaches no other. */
  readonly award: string;
}

/** Posts as of a day; days are YYYY-MM-DD. */
export class OfficeStore {
  constructor(private readonly database: Database) {}

  async on(provinceId: string, positionId: string, day: string, tx: Tx = this.database.reader): Promise<OfficeRecord | undefined> {
    const rows = await rowsOf<OfficeRecord>(
      tx,
      `select p.id as "positionId", p.org_id as "orgId", o.level, o.kind, o.org_kind as "orgKind", b.legal_person as "legalPerson", p.role, p.title,
         n.full_name as "fullName", p.valid_from <= $3::date and (p.valid_to is null or p.valid_to >= $3::date)
           and o.valid_from <= $3::date and (o.valid_to is null or o.valid_to >= $3::date) as "inOffice"
       from position p join org o on o.province_id = p.province_id and o.id = p.org_id
         join person n on n.province_id = p.province_id and n.id = p.person_id
         cross join lateral org_on(p.province_id, p.org_id, $3::date) b
       where p.province_id = $1 and p.id = $2`,
      [provinceId, positionId, day],
    );
    return rows[0];
  }

  /** Whether the power to decide an award was lent on the day, accepted and not ended: as the database's own last lock asks it. */
  async isLent(provinceId: string, { from, to, capacity, award }: Lent, day: string, tx: Tx = this.database.reader): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `select 1 from delegation where province_id = $1 and from_position = $2 and to_position = $3 and capacity = $4 and accepted_at is not null
         and ended_at is null and valid_from <= $5::date and (valid_to is null or valid_to >= $5::date)
         and (not scope ? 'steps' or scope -> 'steps' ? 'decision') and (not scope ? 'awards' or scope -> 'awards' ? $6)`,
      [provinceId, from, to, capacity, day, award],
    );
    return rows.length > 0;
  }
}
