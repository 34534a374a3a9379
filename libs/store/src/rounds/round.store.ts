import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type RoundStatus = 'collecting' | 'appraising' | 'council' | 'deciding' | 'closed';

/** UNIT: a unit whose own head decides · XA: commune · HUYEN: district, to 2025-06-30 · TINH: province. */
export type RoundLevel = 'UNIT' | 'XA' | 'HUYEN' | 'TINH';

export interface RoundRecord {
  readonly id: string;
  readonly code: string;
  /** The body that decides or forwards: UBND of the commune or the province. */
  readonly orgId: string;
  /** The office that prepares: the commune itself, or the province's department. */
  readonly standingOrgId: string;
  readonly level: RoundLevel;
  readonly movementId: string | null;
  readonly occasion: string;
  readonly year: number;
  readonly title: string;
  readonly status: RoundStatus;
  readonly packHash: string;
  readonly closesAt: Date;
  readonly instanceId: string | null;
  readonly upperRoundId: string | null;
  /** The round of the successor that took over what an ended body left open. */
  readonly handedTo: string | null;
  /** Of a unit's round: the post that decides; its head when null. */
  readonly deciderRole: 'head' | 'board-chair' | null;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
}

/** What makes two hồ sơ belong to the same đợt xét. */
export interface RoundOccasion {
  readonly orgId: string;
  readonly level: RoundLevel;
  readonly occasion: string;
  readonly movementId: string | null;
  readonly year: number;
  readonly packHash: string;
}

export interface NewRound extends RoundOccasion {
  readonly id: string;
  readonly code: string;
  readonly standingOrgId: string;
  readonly title: string;
  readonly closesMs: number;
  readonly instanceId: string;
}

export interface RoundListed extends RoundRecord {
  readonly orgName: string;
  readonly rowCount: number;
  readonly dossierCount: number;
}

/** Organisations a round's process names. `commune` is null for a round of the district or the province, `district` where there is none. */
export interface RoundOrgs {
  readonly commune: RoundOrg | null;
  readonly district: RoundOrg | null;
  readonly department: RoundOrg;
  readonly province: RoundOrg;
}

export interface RoundOrg {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  /** YYYY-MM-DD; null while it exists. */
  readonly validTo: string | null;
}

const COLUMNS = `r.id, r.code, r.org_id as "orgId", r.standing_org_id as "standingOrgId", r.level, r.movement_id as "movementId", r.occasion, r.year,
  r.title, r.status, r.pack_hash as "packHash", r.closes_at as "closesAt", r.instance_id as "instanceId", r.upper_round_id as "upperRoundId", r.handed_to as "handedTo", r.decider_role as "deciderRole",
  r.created_at as "createdAt", r.closed_at as "closedAt"`;
const COUNTS = `o.name as "orgName",
  (select count(*)::int from round_row w where w.province_id = r.province_id and w.round_id = r.id) as "rowCount",
  (select count(distinct n.dossier_id)::int from round_row w join nominee_row n on n.province_id = w.province_id and n.id = w.row_id
    where w.province_id = r.province_id and w.round_id = r.id) as "dossierCount"`;

/** Đợt xét: which are collecting, how far they are, and whom they bind. */
export class RoundStore {
  constructor(private readonly database: Database) {}

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<RoundRecord | undefined> {
    const rows = await rowsOf<RoundRecord>(tx, `select ${COLUMNS} from review_round r where r.province_id = $1 and r.id = $2`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  /** Locked until the transaction ends: joining, closing and opening a session of a round do not overlap. */
  async lock(tx: Tx, provinceId: string, id: string): Promise<RoundRecord | undefined> {
    const rows = await rowsOf<RoundRecord>(tx, `select ${COLUMNS} from review_round r where r.province_id = $1 and r.id = $2 for update`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  async listed(provinceId: string, id: string): Promise<RoundListed | undefined> {
    const rows = await rowsOf<RoundListed>(
      this.database.reader,
      `select ${COLUMNS}, ${COUNTS} from review_round r join org o on o.province_id = r.province_id and o.id = r.org_id
       where r.province_id = $1 and r.id = $2`,
      [provinceId, id],
    );
    return rows[0];
  }

  /** Rounds that belong to one of the organisations, or hold a row of a dossier of theirs; newest first. */
  async ofOrgs(provinceId: string, orgIds: readonly string[], limit: number): Promise<readonly RoundListed[]> {
    return rowsOf<RoundListed>(
      this.database.reader,
      `select ${COLUMNS}, ${COUNTS} from review_round r join org o on o.province_id = r.province_id and o.id = r.org_id
       where r.province_id = $1 and (r.org_id = any($2) or r.standing_org_id = any($2)
         or exists (select 1 from council c join council_member m on m.province_id = c.province_id and m.council_id = c.id
              join position p on p.province_id = m.province_id and p.id = m.position_id
             where c.province_id = r.province_id and c.org_id = r.org_id and p.org_id = any($2)))
       order by r.created_at desc, r.id desc limit $3`,
      [provinceId, orgIds, limit],
    );
  }

  /** Whether a round is somebody's: its bodies', the council's that meets on it, or of the bodies its rows went on to. */
  async isSeenBy(provinceId: string, id: string, who: { readonly orgIds: readonly string[]; readonly personId: string }): Promise<boolean> {
    const rows = await rowsOf<{ seen: boolean }>(
      this.database.reader,
      `select r.org_id = any($3) or r.standing_org_id = any($3)
         or exists (select 1 from review_round u where u.province_id = r.province_id and u.id = r.upper_round_id
              and (u.org_id = any($3) or u.standing_org_id = any($3)))
         or exists (select 1 from council c join council_member m on m.province_id = c.province_id and m.council_id = c.id
             where c.province_id = r.province_id and c.org_id = r.org_id and m.person_id = $4) as seen
       from review_round r where r.province_id = $1 and r.id = $2`,
      [provinceId, id, who.orgIds, who.personId],
    );
    return rows[0]?.seen === true;
  }

  /** One at a time may look for and open the collecting round of an occasion; held until the transaction ends. */
  async lockOccasion(tx: Tx, provinceId: string, occasion: RoundOccasion): Promise<void> {
    const { orgId, level, movementId, year, packHash } = occasion;
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 4))', [
      JSON.stringify([provinceId, orgId, level, occasion.occasion, movementId, year, packHash]),
    ]);
  }

  /** The round that still takes dossiers at that instant; call under `lockOccasion`. */
  async collecting(tx: Tx, provinceId: string, occasion: RoundOccasion, nowMs: number): Promise<RoundRecord | undefined> {
    const { orgId, level, movementId, year, packHash } = occasion;
    const rows = await rowsOf<RoundRecord>(
      tx,
      `select ${COLUMNS} from review_round r where r.province_id = $1 and r.org_id = $2 and r.level = $3 and r.occasion = $4
         and r.movement_id is not distinct from $5 and r.year = $6 and r.pack_hash = $7 and r.status = 'collecting' and r.closes_at > $8
       order by r.created_at limit 1 for update`,
      [provinceId, orgId, level, occasion.occasion, movementId, year, packHash, new Date(nowMs)],
    );
    return rows[0];
  }

  async insert(tx: Tx, provinceId: string, round: NewRound, atMs: number): Promise<void> {
    await tx.query(
      `insert into review_round (province_id, id, code, org_id, standing_org_id, level, movement_id, occasion, year, title, status, pack_hash,
         closes_at, instance_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'collecting', $11, $12, $13, $14)`,
      [
        provinceId,
        round.id,
        round.code,
        round.orgId,
        round.standingOrgId,
        round.level,
        round.movementId,
        round.occasion,
        round.year,
        round.title,
        round.packHash,
        new Date(round.closesMs),
        round.instanceId,
        new Date(atMs),
      ],
    );
  }

  /** Moves on; a closed round gets its closing time. */
  async setStatus(tx: Tx, provinceId: string, id: string, status: RoundStatus, atMs: number): Promise<void> {
    await tx.query(
      `update review_round set status = $3, closed_at = case when $3 = 'closed' then $4::timestamptz end where province_id = $1 and id = $2`,
      [provinceId, id, status, new Date(atMs)],
    );
  }

  async setDecider(tx: Tx, provinceId: string, id: string, role: 'head' | 'board-chair'): Promise<void> {
    await tx.query('update review_round set decider_role = $3 where province_id = $1 and id = $2', [provinceId, id, role]);
  }

  /** Open rounds of a body. */
  async openOf(tx: Tx, provinceId: string, orgId: string): Promise<readonly RoundRecord[]> {
    return rowsOf<RoundRecord>(
      tx,
      `select ${COLUMNS} from review_round r where r.province_id = $1 and r.org_id = $2 and r.status <> 'closed' order by r.created_at, r.id for update`,
      [provinceId, orgId],
    );
  }

  /** Ends a round whose body is no more; what it left open is in the named round, or nowhere when nothing was open. */
  async handOver(tx: Tx, provinceId: string, id: string, to: { readonly roundId: string | null; readonly atMs: number }): Promise<void> {
    await tx.query(
      `update review_round set status = 'closed', closed_at = $4, handed_to = $3, upper_round_id = coalesce(upper_round_id, $3) where province_id = $1 and id = $2`,
      [provinceId, id, to.roundId, new Date(to.atMs)],
    );
  }

  async setUpper(tx: Tx, provinceId: string, id: string, upperRoundId: string): Promise<void> {
    await tx.query('update review_round set upper_round_id = $3 where province_id = $1 and id = $2', [provinceId, id, upperRoundId]);
  }

  /** The commune and the district an organisation is or stands under, its province and the province's department. */
  async orgsOf(provinceId: string, orgId: string, tx: Tx = this.database.reader): Promise<RoundOrgs | undefined> {
    const rows = await rowsOf<RoundOrgs>(
      tx,
      `with recursive up as (
         select o.*, 0 as steps from org o where o.province_id = $1 and o.id = $2
         union all select p.*, u.steps + 1 from up u join org p on p.province_id = u.province_id and p.id = u.parent_id),
       named as (select kind, steps, jsonb_build_object('id', id, 'name', name, 'place', place, 'validTo', valid_to) as org from up)
       select (select org from named where kind not in ('district', 'province') order by kind <> 'commune', steps limit 1) as commune,
         (select org from named where kind = 'district' order by steps limit 1) as district,
         jsonb_build_object('id', d.id, 'name', d.name, 'place', d.place, 'validTo', d.valid_to) as department,
         jsonb_build_object('id', p.id, 'name', p.name, 'place', p.place, 'validTo', p.valid_to) as province
       from up p join org d on d.province_id = p.province_id and d.kind = 'department' and d.parent_id = p.id
       where p.kind = 'province' order by d.name limit 1`,
      [provinceId, orgId],
    );
    return rows[0];
  }
}
