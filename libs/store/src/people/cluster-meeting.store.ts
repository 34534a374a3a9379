import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** A member's place in the result: `yes` of the turn that settled it. */
export interface RankLine {
  readonly orgId: string;
  readonly rank: number;
  readonly yes: number;
  readonly leader: boolean;
}

/** One turn of a cluster's vote; a tie at the top makes another among those who tied. */
export interface ClusterMeetingRecord {
  readonly id: string;
  readonly clusterId: string;
  readonly roundId: string;
  readonly turn: number;
  readonly status: 'open' | 'closed';
  readonly place: string;
  /** Members of the cluster, present or not: the base of every share. */
  readonly total: number;
  readonly candidates: readonly string[];
  readonly openedAt: Date;
  readonly closesAt: Date;
  readonly closedAt: Date | null;
  /** Null until the turn settled the ranks. */
  readonly ranking: { readonly lines: readonly RankLine[]; readonly tieReason: string | null; readonly notes: string | null } | null;
}

export interface ClusterVoter {
  readonly orgId: string;
  readonly orgName: string;
  readonly personId: string;
  readonly fullName: string;
  readonly voted: boolean;
}

export interface NewClusterMeeting {
  readonly id: string;
  readonly clusterId: string;
  readonly roundId: string;
  readonly turn: number;
  readonly place: string;
  readonly total: number;
  readonly candidates: readonly string[];
  readonly closesMs: number;
  readonly roll: readonly { readonly orgId: string; readonly personId: string }[];
}

export interface ClusterVotes {
  readonly orgId: string;
  readonly n: number;
}

const COLUMNS = `m.id, m.cluster_id as "clusterId", m.round_id as "roundId", m.turn, m.status, m.place, m.total, m.candidates, m.opened_at as "openedAt",
  m.closes_at as "closesAt", m.closed_at as "closedAt", m.ranking`;

/** The vote of a cluster: who has voted, and how many for whom; no row joins the two, and counts are read when a turn is over. */
export class ClusterMeetingStore {
  constructor(private readonly database: Database) {}

  async open(tx: Tx, provinceId: string, meeting: NewClusterMeeting, atMs: number): Promise<void> {
    const { id, clusterId, roundId, turn, place, total, candidates, closesMs, roll } = meeting;
    await tx.query(
      `insert into cluster_meeting (province_id, id, cluster_id, round_id, turn, status, place, total, candidates, opened_at, closes_at)
       values ($1, $2, $3, $4, $5, 'open', $6, $7, $8, $9, $10)`,
      [provinceId, id, clusterId, roundId, turn, place, total, candidates, new Date(atMs), new Date(closesMs)],
    );
    await tx.query(
      `insert into cluster_roll (province_id, meeting_id, org_id, person_id) select $1, $2, r.org_id, r.person_id from unnest($3::uuid[], $4::uuid[]) r(org_id, person_id)`,
      [provinceId, id, roll.map((one) => one.orgId), roll.map((one) => one.personId)],
    );
    await tx.query(`insert into cluster_count (province_id, meeting_id, org_id) select $1, $2, id from unnest($3::uuid[]) id`, [
      provinceId,
      id,
      candidates,
    ]);
  }

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<ClusterMeetingRecord | undefined> {
    const rows = await rowsOf<ClusterMeetingRecord>(tx, `select ${COLUMNS} from cluster_meeting m where m.province_id = $1 and m.id = $2`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  async lock(tx: Tx, provinceId: string, id: string): Promise<ClusterMeetingRecord | undefined> {
    const rows = await rowsOf<ClusterMeetingRecord>(
      tx,
      `select ${COLUMNS} from cluster_meeting m where m.province_id = $1 and m.id = $2 for update`,
      [provinceId, id],
    );
    return rows[0];
  }

  /** The turns of a meeting, first to last. */
  async ofRound(provinceId: string, roundId: string, tx: Tx = this.database.reader): Promise<readonly ClusterMeetingRecord[]> {
    return rowsOf<ClusterMeetingRecord>(
      tx,
      `select ${COLUMNS} from cluster_meeting m where m.province_id = $1 and m.round_id = $2 order by m.turn`,
      [provinceId, roundId],
    );
  }

  /** The cluster whose meeting an instance is. */
  async clusterOfInstance(tx: Tx, provinceId: string, instanceId: string): Promise<string | undefined> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      `select c.id from process_instance i join review_round r on r.province_id = i.province_id and r.id = i.round_id
         join cluster c on c.province_id = r.province_id and r.code = 'CUM-' || c.series || '-' || c.year where i.province_id = $1 and i.id = $2`,
      [provinceId, instanceId],
    );
    return rows[0]?.id;
  }

  /** Whether a meeting of that code has been called. */
  async openRound(tx: Tx, provinceId: string, code: string): Promise<boolean> {
    const rows = await rowsOf(tx, 'select 1 from review_round where province_id = $1 and code = $2', [provinceId, code]);
    return rows.length > 0;
  }

  async ofCluster(provinceId: string, clusterId: string, tx: Tx = this.database.reader): Promise<readonly ClusterMeetingRecord[]> {
    return rowsOf<ClusterMeetingRecord>(
      tx,
      `select ${COLUMNS} from cluster_meeting m where m.province_id = $1 and m.cluster_id = $2 order by m.turn`,
      [provinceId, clusterId],
    );
  }

  /** Who may vote and who has; never what. */
  async roll(provinceId: string, meetingId: string, tx: Tx = this.database.reader): Promise<readonly ClusterVoter[]> {
    return rowsOf<ClusterVoter>(
      tx,
      `select r.org_id as "orgId", o.name as "orgName", r.person_id as "personId", p.full_name as "fullName", r.voted from cluster_roll r
         join org o on o.province_id = r.province_id and o.id = r.org_id join person p on p.province_id = r.province_id and p.id = r.person_id
       where r.province_id = $1 and r.meeting_id = $2 order by o.name, r.org_id`,
      [provinceId, meetingId],
    );
  }

  /** False when the person has no vote or has cast it. */
  async markVoted(tx: Tx, provinceId: string, meetingId: string, personId: string): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `with one as (select org_id from cluster_roll where province_id = $1 and meeting_id = $2 and person_id = $3 and not voted order by org_id limit 1)
       update cluster_roll r set voted = true from one where r.province_id = $1 and r.meeting_id = $2 and r.org_id = one.org_id returning r.org_id`,
      [provinceId, meetingId, personId],
    );
    return rows.length > 0;
  }

  async addVote(tx: Tx, provinceId: string, meetingId: string, orgId: string): Promise<void> {
    await tx.query('update cluster_count set n = n + 1 where province_id = $1 and meeting_id = $2 and org_id = $3', [
      provinceId,
      meetingId,
      orgId,
    ]);
  }

  /** Only for a turn that is over. */
  async counts(provinceId: string, meetingId: string, tx: Tx = this.database.reader): Promise<readonly ClusterVotes[]> {
    return rowsOf<ClusterVotes>(
      tx,
      `select org_id as "orgId", n from cluster_count where province_id = $1 and meeting_id = $2 order by n desc, org_id`,
      [provinceId, meetingId],
    );
  }

  async close(
    tx: Tx,
    provinceId: string,
    id: string,
    { atMs, ranking }: { readonly atMs: number; readonly ranking: ClusterMeetingRecord['ranking'] },
  ): Promise<void> {
    await tx.query(`update cluster_meeting set status = 'closed', closed_at = $3, ranking = $4 where province_id = $1 and id = $2`, [
      provinceId,
      id,
      new Date(atMs),
      ranking === null ? null : JSON.stringify(ranking),
    ]);
  }
}
