import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';
import type { RoundLevel } from '../rounds/round.store';

/** Where a dossier's rows went. */
export interface RoundTrace {
  readonly roundId: string;
  readonly level: RoundLevel;
  readonly status: 'collecting' | 'appraising' | 'council' | 'deciding' | 'closed';
  readonly orgId: string;
  readonly standingOrgId: string;
  readonly orgName: string;
  readonly joinedAt: Date;
}

/** A row's place in a round that is not over. */
export interface OpenPlace {
  readonly roundId: string;
  readonly level: RoundLevel;
  readonly status: RoundTrace['status'];
}

/** A dossier's way through rounds, papers and processes, for its page. */
export class DossierTraceStore {
  constructor(private readonly database: Database) {}

  /** Rounds of a dossier's rows, commune before province, in the order joined. */
  async rounds(provinceId: string, dossierId: string, tx: Tx = this.database.reader): Promise<readonly RoundTrace[]> {
    return rowsOf<RoundTrace>(
      tx,
      `select v.id as "roundId", v.level, v.status, v.org_id as "orgId", v.standing_org_id as "standingOrgId", o.name as "orgName", min(x.joined_at) as "joinedAt"
       from nominee_row r join round_row x on x.province_id = r.province_id and x.row_id = r.id
         join review_round v on v.province_id = x.province_id and v.id = x.round_id
         join org o on o.province_id = v.province_id and o.id = v.org_id
       where r.province_id = $1 and r.dossier_id = $2
       group by v.id, v.level, v.status, v.org_id, v.standing_org_id, o.name order by array_position(array['UNIT','XA','HUYEN','TINH'], v.level), min(x.joined_at), v.id`,
      [provinceId, dossierId],
    );
  }

  /** Processes about a dossier, and about the rounds of its rows. */
  async instanceIds(provinceId: string, dossierId: string): Promise<readonly string[]> {
    const rows = await rowsOf<{ id: string }>(
      this.database.reader,
      `select i.id from process_instance i where i.province_id = $1 and i.dossier_id = $2
       union select v.instance_id from nominee_row r join round_row x on x.province_id = r.province_id and x.row_id = r.id
         join review_round v on v.province_id = x.province_id and v.id = x.round_id
       where r.province_id = $1 and r.dossier_id = $2 and v.instance_id is not null`,
      [provinceId, dossierId],
    );
    return rows.map((row) => row.id);
  }

  /** The rounds a row is in that are not closed. */
  async openPlaces(tx: Tx, provinceId: string, rowId: string): Promise<readonly OpenPlace[]> {
    return rowsOf<OpenPlace>(
      tx,
      `select v.id as "roundId", v.level, v.status from round_row x join review_round v on v.province_id = x.province_id and v.id = x.round_id
       where x.province_id = $1 and x.row_id = $2 and v.status <> 'closed' order by x.joined_at desc`,
      [provinceId, rowId],
    );
  }

  /** Marks what became of a row in the rounds that still look at it; null takes the mark away. */
  async markOutcome(tx: Tx, provinceId: string, rowIds: readonly string[], outcome: 'held' | 'withdrawn' | null): Promise<void> {
    await tx.query(
      `update round_row x set outcome = $3 from review_round v
       where x.province_id = $1 and x.row_id = any($2::uuid[]) and v.province_id = x.province_id and v.id = x.round_id and v.status <> 'closed'
         and (x.outcome is null or x.outcome in ('held', 'withdrawn'))`,
      [provinceId, rowIds, outcome],
    );
  }
}
