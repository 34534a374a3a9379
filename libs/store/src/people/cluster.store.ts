import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type ClusterLevel = 'XA' | 'HUYEN' | 'TINH' | 'TW';

/** Cụm, khối thi đua of a year. */
export interface ClusterRecord {
  readonly id: string;
  readonly name: string;
  /** Who runs it: the provincial council for TINH. */
  readonly level: ClusterLevel;
  readonly year: number;
  readonly leadOrgId: string;
  readonly leadName: string;
  /** The same cluster through the years. */
  readonly series: string;
}

export interface ClusterMember {
  readonly orgId: string;
  readonly name: string;
  readonly kind: string;
}

export interface NewCluster extends Omit<ClusterRecord, 'leadName'> {
  readonly memberIds: readonly string[];
}

/** What the year's meeting found of a member. */
export interface ClusterResult {
  readonly clusterId: string;
  readonly clusterName: string;
  readonly level: ClusterLevel;
  readonly year: number;
  readonly orgId: string;
  readonly orgName: string;
  readonly rank: number;
  readonly yes: number;
  readonly total: number;
  readonly leader: boolean;
  readonly paperId: string | null;
  /** The lead body's minutes. */
  readonly numberText: string | null;
  readonly decidedAt: Date;
}

const CLUSTER = `c.id, c.name, c.level, c.year, c.lead_org_id as "leadOrgId", o.name as "leadName", c.series`;
const CLUSTERS = 'cluster c join org o on o.province_id = c.province_id and o.id = c.lead_org_id';
const RESULT = `r.cluster_id as "clusterId", c.name as "clusterName", c.level, c.year, r.org_id as "orgId", o.name as "orgName", r.rank, r.yes, r.total,
  r.leader, r.paper_id as "paperId", p.number_text as "numberText", r.decided_at as "decidedAt"`;
const RESULTS = `cluster_result r join cluster c on c.province_id = r.province_id and c.id = r.cluster_id
  join org o on o.province_id = r.province_id and o.id = r.org_id left join paper p on p.province_id = r.province_id and p.id = r.paper_id`;

/** Clusters, their members and what each year's meeting came to. */
export class ClusterStore {
  constructor(private readonly database: Database) {}

  async add(tx: Tx, provinceId: string, cluster: NewCluster): Promise<void> {
    const { id, name, level, year, leadOrgId, series, memberIds } = cluster;
    await tx.query(
      `insert into cluster (province_id, id, name, level, year, lead_org_id, series) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [provinceId, id, name, level, year, leadOrgId, series],
    );
    await tx.query(
      `insert into cluster_member (province_id, cluster_id, org_id) select $1, $2, id from unnest($3::uuid[]) id on conflict do nothing`,
      [provinceId, id, memberIds],
    );
  }

  /** Whether the series has no cluster in that year yet; held until the transaction ends. */
  async isFree(tx: Tx, provinceId: string, { series, year }: Pick<ClusterRecord, 'series' | 'year'>): Promise<boolean> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 6))', [`${provinceId} ${series} ${String(year)}`]);
    const rows = await rowsOf(tx, 'select 1 from cluster where province_id = $1 and series = $2 and year = $3', [provinceId, series, year]);
    return rows.length === 0;
  }

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<ClusterRecord | undefined> {
    const rows = await rowsOf<ClusterRecord>(tx, `select ${CLUSTER} from ${CLUSTERS} where c.province_id = $1 and c.id = $2`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  /** Locked until the transaction ends: one meeting at a time. */
  async lock(tx: Tx, provinceId: string, id: string): Promise<ClusterRecord | undefined> {
    await tx.query('select 1 from cluster where province_id = $1 and id = $2 for update', [provinceId, id]);
    return this.byId(provinceId, id, tx);
  }

  /** Clusters one of the bodies leads or belongs to; newest first. */
  async ofOrgs(provinceId: string, orgIds: readonly string[]): Promise<readonly ClusterRecord[]> {
    return rowsOf<ClusterRecord>(
      this.database.reader,
      `select ${CLUSTER} from ${CLUSTERS} where c.province_id = $1 and (c.lead_org_id = any($2::uuid[])
         or exists (select 1 from cluster_member m where m.province_id = c.province_id and m.cluster_id = c.id and m.org_id = any($2::uuid[])))
       order by c.year desc, c.name`,
      [provinceId, orgIds],
    );
  }

  async all(provinceId: string): Promise<readonly ClusterRecord[]> {
    return rowsOf<ClusterRecord>(
      this.database.reader,
      `select ${CLUSTER} from ${CLUSTERS} where c.province_id = $1 order by c.year desc, c.name`,
      [provinceId],
    );
  }

  async members(provinceId: string, clusterId: string, tx: Tx = this.database.reader): Promise<readonly ClusterMember[]> {
    return rowsOf<ClusterMember>(
      tx,
      `select m.org_id as "orgId", o.name, o.kind from cluster_member m join org o on o.province_id = m.province_id and o.id = m.org_id
       where m.province_id = $1 and m.cluster_id = $2 order by o.name, o.id`,
      [provinceId, clusterId],
    );
  }

  async results(provinceId: string, clusterId: string, tx: Tx = this.database.reader): Promise<readonly ClusterResult[]> {
    return rowsOf<ClusterResult>(
      tx,
      `select ${RESULT} from ${RESULTS} where r.province_id = $1 and r.cluster_id = $2 order by r.rank, o.name`,
      [provinceId, clusterId],
    );
  }

  /** Results of a body in a year. */
  async resultsOf(provinceId: string, orgId: string, year: number, tx: Tx = this.database.reader): Promise<readonly ClusterResult[]> {
    return rowsOf<ClusterResult>(
      tx,
      `select ${RESULT} from ${RESULTS} where r.province_id = $1 and r.org_id = $2 and c.year = $3 order by r.leader desc, r.rank`,
      [provinceId, orgId, year],
    );
  }

  /** Leading members of the clusters run at a level in a year (R-17 counts them). */
  async leaders(provinceId: string, level: ClusterLevel, year: number, tx: Tx = this.database.reader): Promise<readonly ClusterResult[]> {
    return rowsOf<ClusterResult>(
      tx,
      `select ${RESULT} from ${RESULTS} where r.province_id = $1 and c.level = $2 and c.year = $3 and r.leader order by o.name`,
      [provinceId, level, year],
    );
  }

  async record(
    tx: Tx,
    provinceId: string,
    clusterId: string,
    lines: readonly { readonly orgId: string; readonly rank: number; readonly yes: number; readonly leader: boolean }[],
    of: { readonly total: number; readonly atMs: number },
  ): Promise<void> {
    await tx.query('delete from cluster_result where province_id = $1 and cluster_id = $2', [provinceId, clusterId]);
    await tx.query(
      `insert into cluster_result (province_id, cluster_id, org_id, rank, yes, total, leader, decided_at)
       select $1, $2, x.org_id, x.rank, x.yes, $7, x.leader, $8 from unnest($3::uuid[], $4::smallint[], $5::smallint[], $6::boolean[]) x(org_id, rank, yes, leader)`,
      [
        provinceId,
        clusterId,
        lines.map((line) => line.orgId),
        lines.map((line) => line.rank),
        lines.map((line) => line.yes),
        lines.map((line) => line.leader),
        of.total,
        new Date(of.atMs),
      ],
    );
  }

  async setPaper(tx: Tx, provinceId: string, clusterId: string, paperId: string): Promise<void> {
    await tx.query('update cluster_result set paper_id = $3 where province_id = $1 and cluster_id = $2', [provinceId, clusterId, paperId]);
  }
}
