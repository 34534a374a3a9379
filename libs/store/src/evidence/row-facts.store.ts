import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';
import type { RowAwardType, RowEvidence, RowState } from '../dossiers/row.store';

/** A proposal to compare others with; `key` names it in the answer, `id` is null while it is not a row yet. */
export interface Compared {
  readonly key: string;
  readonly id: string | null;
  readonly kind: string;
  readonly personId: string | null;
  readonly orgId: string | null;
  readonly searchName: string;
  readonly achievementHash: string;
  readonly evidence: readonly RowEvidence[];
}

/** Another row, of this or any other dossier of the province, that may rest on the same achievement. */
export interface LikeRow {
  readonly key: string;
  readonly rowId: string;
  readonly dossierId: string;
  readonly dossierCode: string;
  readonly orgName: string;
  readonly placeName: string;
  readonly sameSubject: boolean;
  readonly achievement: string;
  readonly achievementHash: string;
  readonly achievementFrom: string | null;
  readonly achievementTo: string | null;
  readonly evidence: readonly RowEvidence[];
  readonly state: RowState;
}

/** A row on which an initiative was or is being used. */
export interface InitiativeUse {
  readonly initiativeId: string;
  readonly rowId: string;
  readonly award: string;
  readonly dossierCode: string;
}

/** An awarded row as the register writes it down. */
export interface AwardedRow {
  readonly rowId: string;
  readonly personId: string | null;
  readonly orgId: string | null;
  readonly name: string;
  readonly award: string;
  readonly awardType: RowAwardType;
  readonly year: number;
  readonly movementId: string | null;
  readonly achievement: string;
  readonly achievementHash: string;
  readonly achievementFrom: string | null;
  readonly achievementTo: string | null;
  readonly decisionId: string;
  readonly decidedOn: string;
  readonly level: string;
  readonly body: string;
  readonly numberText: string | null;
  readonly fileSha256: string | null;
}

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly searchName: string;
  /** YYYY-MM-DD. */
  readonly born: string | null;
  readonly orgId: string;
}

/** What other rows say of a proposal; reads only. */
export class RowFactsStore {
  constructor(private readonly database: Database) {}

  /** Rows of the same nominee, or with a register entry or its paper in common; the proposal itself left out. */
  async like(provinceId: string, compared: readonly Compared[], tx: Tx = this.database.reader): Promise<readonly LikeRow[]> {
    return compared.length === 0
      ? []
      : rowsOf<LikeRow>(
          tx,
          `with asked as (select * from jsonb_to_recordset($2::jsonb) as a (key text, id uuid, kind text, "personId" uuid, "orgId" uuid,
             "searchName" text, "achievementHash" text, evidence jsonb)),
           found as (
             select a.key, a.id as own, o.id, true as same from asked a join nominee_row o on o.province_id = $1 and o.person_id = a."personId" and o.kind = a.kind
             union
             select a.key, a.id, o.id, true from asked a join nominee_row o on o.province_id = $1 and o.subject_org_id = a."orgId" and o.kind = a.kind
             union
             select a.key, a.id, o.id, true from asked a join nominee_row o on o.province_id = $1 and o.search_name = a."searchName" and o.kind = a.kind
               and (coalesce(o.person_id, o.subject_org_id) is null or coalesce(a."personId", a."orgId") is null or o.achievement_hash = a."achievementHash")
             union
             select a.key, a.id, o.id, false from asked a cross join jsonb_array_elements(a.evidence) e
               join nominee_row o on o.province_id = $1 and o.evidence @> jsonb_build_array(e)
             union
             select a.key, a.id, o.id, false from asked a cross join jsonb_array_elements(a.evidence) e
               join initiative i on i.province_id = $1 and e ->> 'kind' = 'initiative' and i.id = (e ->> 'id')::uuid
               join initiative t on t.province_id = $1 and t.file_sha256 = i.file_sha256 and t.id <> i.id and t.canceled_at is null
               join nominee_row o on o.province_id = $1 and o.evidence @> jsonb_build_array(jsonb_build_object('kind', 'initiative', 'id', t.id))
           )
           select f.key, r.id as "rowId", d.id as "dossierId", d.code as "dossierCode", u.name as "orgName", coalesce(p.name, u.name) as "placeName",
             bool_or(f.same) as "sameSubject", r.achievement, r.achievement_hash as "achievementHash", r.achievement_from as "achievementFrom",
             r.achievement_to as "achievementTo", r.evidence, r.state
           from found f join nominee_row r on r.province_id = $1 and r.id = f.id join dossier d on d.province_id = $1 and d.id = r.dossier_id
             join org u on u.province_id = $1 and u.id = d.org_id left join org p on p.province_id = $1 and p.id = d.commune_id
           where f.own is null or f.id <> f.own
           group by f.key, r.id, r.achievement, r.achievement_hash, r.achievement_from, r.achievement_to, r.evidence, r.state, d.id, d.code, u.name, p.name
           order by d.code, r.id`,
          [provinceId, JSON.stringify(compared)],
        );
  }

  /** Rows in procedure or awarded that rest on these initiatives. */
  async uses(provinceId: string, initiativeIds: readonly string[], tx: Tx = this.database.reader): Promise<readonly InitiativeUse[]> {
    return initiativeIds.length === 0
      ? []
      : rowsOf<InitiativeUse>(
          tx,
          `select i.id as "initiativeId", r.id as "rowId", r.award, d.code as "dossierCode"
           from unnest($2::text[]) i (id) join nominee_row r on r.province_id = $1 and r.state in ('open', 'held', 'awarded')
               and r.evidence @> jsonb_build_array(jsonb_build_object('kind', 'initiative', 'id', i.id))
             join dossier d on d.province_id = $1 and d.id = r.dossier_id order by d.code, r.id`,
          [provinceId, initiativeIds],
        );
  }

  /** Hashes of the papers behind register entries, by entry: one paper proves one achievement. */
  async papersOf(provinceId: string, ids: readonly string[], tx: Tx = this.database.reader): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) {
      return new Map();
    }
    const rows = await rowsOf<{ id: string; sha256: string }>(
      tx,
      `select id, file_sha256 as sha256 from (select province_id, id, file_sha256 from initiative union all
         select province_id, id, file_sha256 from award_history) e
       where province_id = $1 and id = any($2::uuid[]) and file_sha256 is not null`,
      [provinceId, ids],
    );
    return new Map(rows.map((row) => [row.id, row.sha256]));
  }

  /** Rows with a decision that stands, as the register writes them down. */
  async awarded(tx: Tx, provinceId: string, rowIds: readonly string[]): Promise<readonly AwardedRow[]> {
    return rowsOf<AwardedRow>(
      tx,
      `select r.id as "rowId", r.person_id as "personId", r.subject_org_id as "orgId", r.name, r.award, r.award_type as "awardType", d.year,
         d.movement_id as "movementId", r.achievement, r.achievement_hash as "achievementHash", r.achievement_from as "achievementFrom",
         r.achievement_to as "achievementTo", e.id as "decisionId", coalesce(p.number_date, e.date) as "decidedOn", e.level,
         o.name as body, coalesce(p.number_text, c.number_text) as "numberText", coalesce(p.file_sha256, c.file_sha256) as "fileSha256"
       from nominee_row r join dossier d on d.province_id = r.province_id and d.id = r.dossier_id
         join decision e on e.province_id = r.province_id and e.id = r.decision_id join org o on o.province_id = e.province_id and o.id = e.org_id
         left join paper p on p.province_id = e.province_id and p.id = e.paper_id
         left join central_paper c on c.province_id = e.province_id and c.id = e.central_paper_id
       where r.province_id = $1 and r.id = any($2::uuid[]) and r.state = 'awarded' order by r.id`,
      [provinceId, rowIds],
    );
  }

  /** Bodies a person or a body belongs to or was proposed by: whose clerks know of it. */
  async homesOf(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<readonly string[]> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      `select org_id as id from position where province_id = $1 and person_id = $2
       union select id from org where province_id = $1 and id = $2
       union select d.org_id from nominee_row r join dossier d on d.province_id = r.province_id and d.id = r.dossier_id
         where r.province_id = $1 and (r.person_id = $2 or r.subject_org_id = $2)`,
      [provinceId, id],
    );
    return rows.map((row) => row.id);
  }

  /** Everyone who holds or held a post in one of the bodies: whom a table of the past may name. */
  async peopleOf(provinceId: string, orgIds: readonly string[], tx: Tx = this.database.reader): Promise<readonly KnownPerson[]> {
    return rowsOf<KnownPerson>(
      tx,
      `select distinct n.id, n.full_name as name, n.search_name as "searchName", n.born, p.org_id as "orgId"
       from position p join person n on n.province_id = p.province_id and n.id = p.person_id
       where p.province_id = $1 and p.org_id = any($2::uuid[])`,
      [provinceId, orgIds],
    );
  }
}
