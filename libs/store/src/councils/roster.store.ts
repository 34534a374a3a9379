import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** Days are YYYY-MM-DD. */
export interface NewCouncil {
  readonly id: string;
  readonly orgId: string;
  readonly name: string;
  /** The decision that sets it up. */
  readonly establishedBy: string;
  readonly from: string;
  readonly to: string | null;
  readonly members: readonly {
    readonly personId: string;
    readonly positionId: string;
    readonly role: 'chair' | 'vice-chair' | 'standing' | 'secretary' | 'member';
    readonly standing: boolean;
  }[];
}

export interface RosterLine {
  readonly id: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly name: string;
  readonly establishedBy: string;
  readonly from: string;
  readonly to: string | null;
  readonly endedBy: string | null;
  /** The scan of the decision. */
  readonly fileSha256: string | null;
}

interface RosterMember {
  readonly councilId: string;
  readonly personId: string;
  readonly fullName: string;
  readonly title: string;
  readonly role: 'chair' | 'vice-chair' | 'standing' | 'secretary' | 'member';
  readonly standing: boolean;
}

const LINE = `c.id, c.org_id as "orgId", o.name as "orgName", c.name, c.established_by as "establishedBy", c.valid_from as "from", c.valid_to as "to",
  c.ended_by as "endedBy", c.file_sha256 as "fileSha256"`;

/** Rosters of councils: set up by a decision, replaced by the next one. */
export class RosterStore {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, provinceId: string, councils: readonly NewCouncil[]): Promise<void> {
    await tx.query(
      `insert into council (province_id, id, org_id, name, established_by, valid_from, valid_to)
       select $1, c.id, c."orgId", c.name, c."establishedBy", c."from", c."to"
       from jsonb_to_recordset($2::jsonb) c (id uuid, "orgId" uuid, name text, "establishedBy" text, "from" date, "to" date)`,
      [provinceId, JSON.stringify(councils)],
    );
    const members = councils.flatMap((council) => council.members.map((member) => ({ councilId: council.id, ...member })));
    await tx.query(
      `insert into council_member (province_id, council_id, person_id, position_id, role, standing)
       select $1, m."councilId", m."personId", m."positionId", m.role, m.standing
       from jsonb_to_recordset($2::jsonb) m ("councilId" uuid, "personId" uuid, "positionId" uuid, role text, standing boolean)`,
      [provinceId, JSON.stringify(members)],
    );
  }

  /** Every roster of the province, newest first in each body. */
  async list(provinceId: string, tx: Tx = this.database.reader): Promise<readonly RosterLine[]> {
    return rowsOf<RosterLine>(
      tx,
      `select ${LINE} from council c join org o on o.province_id = c.province_id and o.id = c.org_id
       where c.province_id = $1 order by o.level desc, o.name, c.valid_from desc, c.id`,
      [provinceId],
    );
  }

  /** Locked until the transaction ends. */
  async lock(tx: Tx, provinceId: string, id: string): Promise<RosterLine | undefined> {
    const rows = await rowsOf<RosterLine>(
      tx,
      `select ${LINE} from council c join org o on o.province_id = c.province_id and o.id = c.org_id where c.province_id = $1 and c.id = $2 for update of c`,
      [provinceId, id],
    );
    return rows[0];
  }

  async end(
    tx: Tx,
    provinceId: string,
    id: string,
    { lastDay, paper }: { readonly lastDay: string; readonly paper: string },
  ): Promise<void> {
    await tx.query('update council set valid_to = $3, ended_by = $4 where province_id = $1 and id = $2', [provinceId, id, lastDay, paper]);
  }

  /** Councils of a body that ends. */
  async endOf(
    tx: Tx,
    provinceId: string,
    orgId: string,
    { lastDay, paper }: { readonly lastDay: string; readonly paper: string },
  ): Promise<void> {
    await tx.query(
      'update council set valid_to = $3, ended_by = $4 where province_id = $1 and org_id = $2 and (valid_to is null or valid_to > $3::date)',
      [provinceId, orgId, lastDay, paper],
    );
  }

  /** Members of every roster of the province, in order of rank and name. */
  async members(provinceId: string): Promise<readonly RosterMember[]> {
    return rowsOf<RosterMember>(
      this.database.reader,
      `select m.council_id as "councilId", m.person_id as "personId", p.full_name as "fullName", x.title, m.role, m.standing
       from council_member m join person p on p.province_id = m.province_id and p.id = m.person_id
         join position x on x.province_id = m.province_id and x.id = m.position_id
       where m.province_id = $1
       order by array_position(array['chair', 'vice-chair', 'standing', 'secretary', 'member'], m.role), p.search_name, m.person_id`,
      [provinceId],
    );
  }

  /** Sessions of the council that are open: their roll stays as it was called. */
  async openSessions(tx: Tx, provinceId: string, councilId: string): Promise<number> {
    const rows = await rowsOf<{ n: number }>(
      tx,
      `select count(*)::int as n from council_session where province_id = $1 and council_id = $2 and status = 'open'`,
      [provinceId, councilId],
    );
    return rows[0]?.n ?? 0;
  }

  /** Councils in force on a day that a person sits in. */
  async seatsOf(
    provinceId: string,
    personId: string,
    day: string,
    tx: Tx = this.database.reader,
  ): Promise<readonly { readonly name: string }[]> {
    return rowsOf<{ name: string }>(
      tx,
      `select c.name from council_member m join council c on c.province_id = m.province_id and c.id = m.council_id
       where m.province_id = $1 and m.person_id = $2 and c.valid_from <= $3::date and (c.valid_to is null or c.valid_to >= $3::date) order by c.name`,
      [provinceId, personId, day],
    );
  }
}
