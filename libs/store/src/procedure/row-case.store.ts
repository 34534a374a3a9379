import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** What decides which steps of procedure law asks for a row. */
export interface RowCase {
  readonly rowId: string;
  readonly dossierId: string;
  readonly name: string;
  readonly award: string;
  readonly awardType: string;
  readonly stage: 'UNIT' | 'XA' | 'HUYEN' | 'TINH' | 'TW';
  readonly state: string;
  readonly procedure: 'ordinary' | 'simplified';
  readonly underPartyManagement: boolean;
  /** The nominee, or the body that proposes it, is an enterprise or a cooperative. */
  readonly enterprise: boolean;
  readonly onInitiative: boolean;
  /** YYYY-MM-DD, the last day of the achievement period. */
  readonly achievementTo: string | null;
  readonly packHash: string | null;
}

/** Nominee rows as questions of procedure see them. */
export class RowCaseStore {
  constructor(private readonly database: Database) {}

  async ofRows(provinceId: string, rowIds: readonly string[], tx: Tx = this.database.reader): Promise<readonly RowCase[]> {
    return rowsOf<RowCase>(
      tx,
      `select n.id as "rowId", n.dossier_id as "dossierId", n.name, n.award, n.award_type as "awardType", n.stage, n.state, d.procedure,
         n.under_party_management as "underPartyManagement", n.achievement_to as "achievementTo", d.pack_hash as "packHash",
         coalesce(s.org_kind in ('enterprise', 'cooperative'), false) or n.outsider ->> 'taxCode' is not null
           or (n.kind = 'individual' and coalesce(u.org_kind in ('enterprise', 'cooperative'), false)) as enterprise,
         n.evidence @> '[{"kind": "initiative"}]' as "onInitiative"
       from nominee_row n join dossier d on d.province_id = n.province_id and d.id = n.dossier_id
         left join org s on s.province_id = n.province_id and s.id = n.subject_org_id
         left join org u on u.province_id = d.province_id and u.id = d.org_id
       where n.province_id = $1 and n.id = any($2::uuid[]) order by d.code, n.seq`,
      [provinceId, rowIds],
    );
  }

  /** How many other rows of an award and a year the province has given or has in a round of its own. */
  async onTheWay(
    tx: Tx,
    provinceId: string,
    { award, year, not }: { readonly award: string; readonly year: number; readonly not: readonly string[] },
  ): Promise<number> {
    const rows = await rowsOf<{ n: number }>(
      tx,
      `select count(distinct n.id)::int as n from nominee_row n join round_row w on w.province_id = n.province_id and w.row_id = n.id
         join review_round r on r.province_id = w.province_id and r.id = w.round_id
       where n.province_id = $1 and n.award = $2 and r.level = 'TINH' and r.year = $3 and not n.id = any($4::uuid[])
         and (n.state = 'awarded' or (n.state in ('open', 'held') and w.appraisal = 'met'))`,
      [provinceId, award, year, not],
    );
    return rows[0]?.n ?? 0;
  }

  /** A row that was voted on and then held leaves the rounds that have not ended: it comes before a council anew. */
  async leaveRounds(tx: Tx, provinceId: string, rowId: string): Promise<void> {
    await tx.query(
      `update round_row x set outcome = 'held' from review_round v
       where x.province_id = $1 and x.row_id = $2 and v.province_id = x.province_id and v.id = x.round_id and v.status <> 'closed'
         and (x.outcome is null or x.outcome = 'recommended')`,
      [provinceId, rowId],
    );
  }

  /** Another form than was proposed, which the province has agreed to. */
  async setAward(tx: Tx, provinceId: string, rowId: string, award: string): Promise<void> {
    await tx.query('update nominee_row set award = $3, version = version + 1 where province_id = $1 and id = $2', [
      provinceId,
      rowId,
      award,
    ]);
  }
}
