import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';
import type { FundOf } from './fund.store';

/** A nominee row as money sees it. */
export interface RewardRow {
  readonly id: string;
  readonly dossierCode: string;
  /** Budget-free year the dossier is about; the counted period where the row names none. */
  readonly year: number;
  readonly name: string;
  readonly title: string;
  readonly kind: 'individual' | 'collective' | 'household';
  readonly award: string;
  readonly achievementHash: string;
  readonly achievementFrom: string | null;
  readonly achievementTo: string | null;
  readonly personId: string | null;
  readonly subjectOrgId: string | null;
  readonly packHash: string | null;
  readonly decisionId: string | null;
  readonly decisionOrgId: string | null;
  readonly decisionLevel: string | null;
  /** YYYY-MM-DD, of the number when there is one. */
  readonly decisionDate: string | null;
  readonly decisionNumber: string | null;
}

const SELECT = `select n.id, d.code as "dossierCode", d.year, n.name, n.title, n.kind, n.award, n.achievement_hash as "achievementHash",
    n.achievement_from as "achievementFrom", n.achievement_to as "achievementTo", n.person_id as "personId", n.subject_org_id as "subjectOrgId",
    coalesce(e.pack_hash, d.pack_hash) as "packHash", e.id as "decisionId", e.org_id as "decisionOrgId", e.level as "decisionLevel",
    coalesce(p.number_date, e.date) as "decisionDate", coalesce(p.number_text, c.number_text) as "decisionNumber"
  from nominee_row n join dossier d on d.province_id = n.province_id and d.id = n.dossier_id
    left join decision e on e.province_id = n.province_id and e.id = n.decision_id
    left join paper p on p.province_id = e.province_id and p.id = e.paper_id
    left join central_paper c on c.province_id = e.province_id and c.id = e.central_paper_id`;

/** Whom award money is about: rows with their decisions, and what else the same people receive. */
export class RewardRowStore {
  constructor(private readonly database: Database) {}

  async byIds(provinceId: string, ids: readonly string[], tx: Tx = this.database.reader): Promise<readonly RewardRow[]> {
    return ids.length === 0
      ? []
      : rowsOf<RewardRow>(tx, `${SELECT} where n.province_id = $1 and n.id = any($2::uuid[]) order by d.code, n.seq`, [provinceId, ids]);
  }

  async ofDecisions(provinceId: string, decisionIds: readonly string[], tx: Tx = this.database.reader): Promise<readonly RewardRow[]> {
    return rowsOf<RewardRow>(tx, `${SELECT} where n.province_id = $1 and n.decision_id = any($2::uuid[]) order by d.code, n.seq`, [
      provinceId,
      decisionIds,
    ]);
  }

  /** Other rows of the same persons and bodies that money is held or owed for. */
  async kin(provinceId: string, ids: readonly string[], tx: Tx = this.database.reader): Promise<readonly RewardRow[]> {
    return rowsOf<RewardRow>(
      tx,
      `${SELECT} where n.province_id = $1 and n.id <> all($2::uuid[])
         and exists (select from nominee_row o where o.province_id = $1 and o.id = any($2::uuid[])
           and (o.person_id = n.person_id or o.subject_org_id = n.subject_org_id))
         and exists (select from fund_entry f where f.province_id = $1 and f.row_id = n.id) order by d.code, n.seq`,
      [provinceId, ids],
    );
  }

  /** The rows of every decision that a fund pays, with those it pays nothing for: the body's own issued ones, and any it has a line about. */
  async ofFund(provinceId: string, { orgId, year }: FundOf): Promise<readonly RewardRow[]> {
    return rowsOf<RewardRow>(
      this.database.reader,
      `${SELECT} where n.province_id = $1 and ((e.org_id = $2 and extract(year from coalesce(p.number_date, e.date)) = $3 and (e.external or p.state = 'issued'))
         or e.id in (select decision_id from fund_entry where province_id = $1 and org_id = $2 and year = $3 and decision_id is not null))
       order by "decisionDate", d.code, n.seq`,
      [provinceId, orgId, year],
    );
  }
}
