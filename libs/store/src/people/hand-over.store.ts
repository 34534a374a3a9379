import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** A dossier that an ended body has left open. */
export interface OpenDossier {
  readonly id: string;
  readonly orgId: string;
  readonly communeId: string | null;
  readonly receiverOrgId: string | null;
  readonly deskOrgId: string | null;
  readonly instanceId: string | null;
  /** The commune its unit stands under today. */
  readonly unitParentId: string | null;
}

/** A work of a movement that an ended body does, or that others do for it. */
export interface OpenWork {
  readonly id: string;
  readonly orgId: string;
  readonly askedByOrg: string;
  readonly instanceId: string | null;
}

export interface Passing {
  readonly from: string;
  readonly to: string;
}

/** What moves when a body hands its open files to the one that comes after it. */
export class HandOverStore {
  constructor(private readonly database: Database) {}

  /** Dossiers not ended yet that the body submitted, receives or takes in; locked. */
  async openDossiers(tx: Tx, provinceId: string, orgId: string): Promise<readonly OpenDossier[]> {
    return rowsOf<OpenDossier>(
      tx,
      `select d.id, d.org_id as "orgId", d.commune_id as "communeId", d.receiver_org_id as "receiverOrgId", d.desk_org_id as "deskOrgId",
         d.instance_id as "instanceId", u.parent_id as "unitParentId"
       from dossier d join org u on u.province_id = d.province_id and u.id = d.org_id
       where d.province_id = $1 and d.status in ('drafting', 'submitted', 'supplement', 'accepted')
         and $2 in (d.org_id, d.commune_id, d.receiver_org_id, d.desk_org_id)
       order by d.id for update of d`,
      [provinceId, orgId],
    );
  }

  /** Puts the successor wherever the dossier names the body that ended. */
  async moveDossier(tx: Tx, provinceId: string, id: string, { from, to }: Passing): Promise<void> {
    const moved = (column: string): string => `${column} = case when ${column} = $3 then $4::uuid else ${column} end`;
    await tx.query(
      `update dossier set ${moved('org_id')}, ${moved('commune_id')}, ${moved('receiver_org_id')}, ${moved('desk_org_id')}, version = version + 1
       where province_id = $1 and id = $2`,
      [provinceId, id, from, to],
    );
  }

  /** Open tasks of these instances pass from the body's posts to the same posts of its successor; browsers that hold them are out of date. */
  async moveTasks(tx: Tx, provinceId: string, instanceIds: readonly string[], { from, to }: Passing): Promise<void> {
    const values = [provinceId, instanceIds, `pos:${from}/`, `pos:${to}/`];
    await tx.query(
      `update inbox i set principal = $4 || substr(i.principal, length($3) + 1) from task t
       where t.province_id = $1 and t.instance_id = any($2::uuid[]) and t.status = 'open' and i.province_id = t.province_id and i.task_id = t.id
         and starts_with(i.principal, $3)`,
      values,
    );
    await tx.query(
      `update task t set version = t.version + 1,
         candidate_groups = array(select case when starts_with(g, $3) then $4 || substr(g, length($3) + 1) else g end from unnest(t.candidate_groups) with ordinality x(g, n) order by n)
       where t.province_id = $1 and t.instance_id = any($2::uuid[]) and t.status = 'open'
         and exists (select 1 from unnest(t.candidate_groups) g where starts_with(g, $3))`,
      values,
    );
  }

  /** The successor sees every dossier the body was a party to, ended ones too: history goes with the files. */
  async addParties(tx: Tx, provinceId: string, { from, to }: Passing, atMs: number): Promise<void> {
    await tx.query(
      `insert into dossier_party (province_id, dossier_id, org_id, role, valid_from)
       select distinct p.province_id, p.dossier_id, $3::uuid, 'successor-body', $4::timestamptz from dossier_party p
        where p.province_id = $1 and p.org_id = $2 on conflict do nothing`,
      [provinceId, from, to, new Date(atMs)],
    );
  }

  /** Bodies that stood under the one that ended and live on stand under its successor; whom they stood under stays written. */
  async moveChildren(
    tx: Tx,
    provinceId: string,
    { from, to }: Passing,
    ended: { readonly onDate: string; readonly paper: string },
  ): Promise<void> {
    await tx.query(
      `insert into org_change (province_id, org_id, valid_from, valid_to, parent_id, paper)
       select o.province_id, o.id, o.valid_from, $3::date - 1, $2, $4 from org o
        where o.province_id = $1 and o.parent_id = $2 and o.valid_from < $3::date and (o.valid_to is null or o.valid_to >= $3::date)
       on conflict (province_id, org_id, valid_from) do update set parent_id = excluded.parent_id`,
      [provinceId, from, ended.onDate, ended.paper],
    );
    await tx.query(
      `update org set parent_id = $3 where province_id = $1 and parent_id = $2 and (valid_to is null or valid_to >= $4::date)`,
      [provinceId, from, to, ended.onDate],
    );
  }

  /** Rounds that an ended office prepared pass to the one that took over; answers their processes. */
  async moveStanding(tx: Tx, provinceId: string, { from, to }: Passing): Promise<readonly string[]> {
    const rows = await rowsOf<{ instanceId: string }>(
      tx,
      `update review_round set standing_org_id = $3 where province_id = $1 and standing_org_id = $2 and org_id <> $2 and status <> 'closed'
       returning instance_id as "instanceId"`,
      [provinceId, from, to],
    );
    return rows.map((row) => row.instanceId);
  }

  /** Movements still under way that the body carries out; answers their ids. Everyone reads the law anew. */
  async moveMovements(tx: Tx, provinceId: string, { from, to }: Passing, atMs: number): Promise<readonly string[]> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      `update movement set org_id = $3, loaded_at = $4 where province_id = $1 and org_id = $2 and state in ('planned', 'in-force') returning id`,
      [provinceId, from, to, new Date(atMs)],
    );
    return rows.map((row) => row.id);
  }

  /** Works of movements not ended yet that the body does or has asked for; locked. */
  async openWorks(tx: Tx, provinceId: string, orgId: string): Promise<readonly OpenWork[]> {
    return rowsOf<OpenWork>(
      tx,
      `select w.id, w.org_id as "orgId", w.asked_by_org as "askedByOrg", w.instance_id as "instanceId" from movement_work w
       where w.province_id = $1 and w.status in ('open', 'submitted') and $2 in (w.org_id, w.asked_by_org) order by w.id for update of w`,
      [provinceId, orgId],
    );
  }

  /** The successor stands in the work, in what the work keeps of its own, and among those the plan goes to. */
  async moveWorks(tx: Tx, provinceId: string, workIds: readonly string[], { from, to }: Passing): Promise<void> {
    const values = [provinceId, workIds, from, to];
    const moved = (column: string): string => `${column} = case when ${column} = $3 then $4::uuid else ${column} end`;
    await tx.query(
      `update movement_work set ${moved('org_id')}, ${moved('asked_by_org')}, version = version + 1 where province_id = $1 and id = any($2::uuid[])`,
      values,
    );
    for (const table of ['inspected_unit', 'score_sheet']) {
      await tx.query(`update ${table} set org_id = $4 where province_id = $1 and work_id = any($2::uuid[]) and org_id = $3`, values);
    }
    await tx.query(
      `update movement_recipient r set org_id = $3 where r.province_id = $1 and r.org_id = $2
         and exists (select 1 from movement m where m.province_id = r.province_id and m.id = r.movement_id and m.state in ('planned', 'in-force'))
         and not exists (select 1 from movement_recipient s where s.province_id = r.province_id and s.movement_id = r.movement_id and s.org_id = $3)`,
      [provinceId, from, to],
    );
  }
}
