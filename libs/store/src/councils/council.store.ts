import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export interface CouncilMember {
  readonly personId: string;
  readonly positionId: string;
  readonly role: 'chair' | 'vice-chair' | 'standing' | 'secretary' | 'member';
  readonly standing: boolean;
  readonly fullName: string;
  readonly title: string;
}

export interface CouncilRecord {
  readonly id: string;
  readonly orgId: string;
  readonly name: string;
  readonly establishedBy: string;
  /** Chair first, then in order of rank and name. */
  readonly members: readonly CouncilMember[];
}

/** Councils with their members. */
export class CouncilStore {
  constructor(private readonly database: Database) {}

  /** The council of a body in force on a day (YYYY-MM-DD). */
  async inForce(provinceId: string, orgId: string, day: string, tx: Tx = this.database.reader): Promise<CouncilRecord | undefined> {
    const [council] = await rowsOf<Omit<CouncilRecord, 'members'>>(
      tx,
      `select id, org_id as "orgId", name, established_by as "establishedBy" from council
       where province_id = $1 and org_id = $2 and valid_from <= $3 and (valid_to is null or valid_to >= $3) order by valid_from desc limit 1`,
      [provinceId, orgId, day],
    );
    return council === undefined ? undefined : { ...council, members: await this.membersOf(provinceId, council.id, tx) };
  }

  async membersOf(provinceId: string, councilId: string, tx: Tx = this.database.reader): Promise<readonly CouncilMember[]> {
    return rowsOf<CouncilMember>(
      tx,
      `select m.person_id as "personId", m.position_id as "positionId", m.role, m.standing, p.full_name as "fullName", x.title
       from council_member m join person p on p.province_id = m.province_id and p.id = m.person_id
         join position x on x.province_id = m.province_id and x.id = m.position_id
       where m.province_id = $1 and m.council_id = $2
       order by array_position(array['chair', 'vice-chair', 'standing', 'secretary', 'member'], m.role), p.search_name, m.person_id`,
      [provinceId, councilId],
    );
  }
}
