import type { JsonObject } from '@thidua/kernel';
import type { Database, Tx } from '../database/database';
import { SESSION_LISTS } from './session-lists';
import type { DossierFacts, HolderFacts, OrgFacts, PaperFacts, RoundFacts, RowFacts, SessionFacts } from './facts';

const ORG = `o.id, d.parent_id as "parentId", o.kind, o.level, d.name, d.head_body as "headBody", o.place, d.symbol, o.tier, d.legal_person as "legalPerson",
  d.has_seal as "hasSeal", o.org_kind as "orgKind"`;
const ROW = `r.id, r.seq, r.dossier_id as "dossierId", d.code as "dossierCode", o.id as "unitId", o.name as "unitName", r.kind, r.person_id as "personId",
  r.name, r.title, r.award, r.achievement, r.details, r.scope, r.posthumous, r.award_type as "awardType",
  r.achievement_from as "achievementFrom", r.achievement_to as "achievementTo", r.outsider, r.stage, r.state, r.reason, r.decision_id as "decisionId"`;
const MS = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;

/** The subject of a paper: a dossier or a round. */
export type SubjectId = { readonly dossierId: string } | { readonly roundId: string };

/** Reads for papers: whole pictures of a dossier or a round, nothing for deciding. */
export class FactsStore {
  constructor(private readonly database: Database) {}

  async dossier(provinceId: string, id: string, tx?: Tx): Promise<DossierFacts | undefined> {
    const rows = await this.query<DossierFacts>(
      tx,
      `select id, code, title, occasion, year, movement_id as "movementId", org_id as "orgId", commune_id as "communeId", route,
         receiver_org_id as "receiverOrgId", desk_org_id as "deskOrgId", procedure, procedure_ground as "procedureGround", pack_hash as "packHash",
         ${MS('received_at')} as "receivedMs", ${MS('created_at')} as "createdMs" from dossier where province_id = $1 and id = $2`,
      [provinceId, id],
    );
    return rows[0];
  }

  async round(provinceId: string, id: string, tx?: Tx): Promise<RoundFacts | undefined> {
    const rows = await this.query<RoundFacts>(
      tx,
      `select id, code, title, level, occasion, year, movement_id as "movementId", org_id as "orgId", standing_org_id as "standingOrgId",
         pack_hash as "packHash" from review_round where province_id = $1 and id = $2`,
      [provinceId, id],
    );
    return rows[0];
  }

  /** The body with the name, symbol, seal and head it had on a day (YYYY-MM-DD): a paper says what was so when it was made. */
  async org(provinceId: string, id: string, day: string, tx?: Tx): Promise<OrgFacts | undefined> {
    const rows = await this.query<OrgFacts>(
      tx,
      `select ${ORG} from org o cross join lateral org_on(o.province_id, o.id, $3::date) d where o.province_id = $1 and o.id = $2`,
      [provinceId, id, day],
    );
    return rows[0];
  }

  rowsOfDossier(provinceId: string, dossierId: string, tx?: Tx): Promise<readonly RowFacts[]> {
    return this.query(
      tx,
      `select ${ROW}, null as appraisal, null as "appraisalNote", null as outcome
         from nominee_row r join dossier d on d.province_id = r.province_id and d.id = r.dossier_id
         join org o on o.province_id = d.province_id and o.id = d.org_id
        where r.province_id = $1 and r.dossier_id = $2 order by r.seq`,
      [provinceId, dossierId],
    );
  }

  rowsOfRound(provinceId: string, roundId: string, tx?: Tx): Promise<readonly RowFacts[]> {
    return this.query(
      tx,
      `select ${ROW}, rr.appraisal, rr.appraisal_note as "appraisalNote", rr.outcome
         from round_row rr join nominee_row r on r.province_id = rr.province_id and r.id = rr.row_id
         join dossier d on d.province_id = r.province_id and d.id = r.dossier_id
         join org o on o.province_id = d.province_id and o.id = d.org_id
        where rr.province_id = $1 and rr.round_id = $2 order by d.code, r.seq`,
      [provinceId, roundId],
    );
  }

  /** Rows of any dossiers, in the order of their codes. */
  rowsByIds(provinceId: string, ids: readonly string[], tx?: Tx): Promise<readonly RowFacts[]> {
    return this.query(
      tx,
      `select ${ROW}, null as appraisal, null as "appraisalNote", null as outcome
         from nominee_row r join dossier d on d.province_id = r.province_id and d.id = r.dossier_id
         join org o on o.province_id = d.province_id and o.id = d.org_id
        where r.province_id = $1 and r.id = any($2::uuid[]) order by d.code, r.seq`,
      [provinceId, ids],
    );
  }

  /** The body of the last completed form of this id about the subject. */
  async formBody(provinceId: string, subject: SubjectId, formId: string, tx?: Tx): Promise<JsonObject | undefined> {
    const [column, id] = columnOf(subject);
    const rows = await this.query<{ body: JsonObject }>(
      tx,
      `select p.body from task t join payload p on p.province_id = t.province_id and p.hash = t.form_data_hash
        where t.province_id = $1 and t.${column} = $2 and t.form_id = $3 and t.status = 'completed' order by t.completed_at desc limit 1`,
      [provinceId, id, formId],
    );
    return rows[0]?.body;
  }

  /** Who holds a post on a day; the first by id where several do. */
  async holder(
    provinceId: string,
    post: { readonly orgId: string; readonly role: string; readonly day: string },
    tx?: Tx,
  ): Promise<HolderFacts | undefined> {
    const rows = await this.query<HolderFacts>(
      tx,
      `select p.full_name as name, x.title from position x join person p on p.province_id = x.province_id and p.id = x.person_id
        where x.province_id = $1 and x.org_id = $2 and x.role = $3 and x.valid_from <= $4 and (x.valid_to is null or x.valid_to >= $4)
        order by x.id limit 1`,
      [provinceId, post.orgId, post.role, post.day],
    );
    return rows[0];
  }

  async session(provinceId: string, roundId: string, tx?: Tx): Promise<SessionFacts | undefined> {
    const rows = await this.query<SessionFacts>(
      tx,
      `select s.id, c.name as "councilName", c.established_by as "establishedBy", s.body, s.total, s.place,
         ${MS('s.opened_at')} as "openedMs", ${MS('s.closed_at')} as "closedMs", s.minutes, s.present, s.quorum_needed as "quorumNeeded",
         s.quorum_rule as "quorumRule", ${SESSION_LISTS}
         from council_session s join council c on c.province_id = s.province_id and c.id = s.council_id
        where s.province_id = $1 and s.round_id = $2 and s.status = 'closed' order by s.opened_at desc limit 1`,
      [provinceId, roundId],
    );
    return rows[0];
  }

  papers(provinceId: string, subject: SubjectId, tx?: Tx): Promise<readonly PaperFacts[]> {
    const [column, id] = columnOf(subject);
    return this.query(
      tx,
      `select p.id, p.kind, p.slot, p.title, p.org_id as "orgId", o.name as "orgName", p.state, p.number_text as "numberText",
         p.number_date::text as "numberDate", p.decision_id as "decisionId", x.role as "signerRole",
         (select full_name from person s where s.province_id = p.province_id and s.id = p.signer_person) as "signerName", p.pages, coalesce(p.file_sha256, p.draft_sha256) as sha256,
         ${MS('p.created_at')} as "createdMs"
         from paper p join org o on o.province_id = p.province_id and o.id = p.org_id
         left join position x on x.province_id = p.province_id and x.id = p.signer_position
        where p.province_id = $1 and p.${column} = $2 and p.state <> 'canceled' order by p.created_at, p.id`,
      [provinceId, id],
    );
  }

  private query<T>(tx: Tx | undefined, sql: string, values: readonly unknown[]): Promise<T[]> {
    return (tx ?? this.database.reader).query<T[]>(sql, [...values]);
  }
}

function columnOf(subject: SubjectId): readonly ['dossier_id' | 'round_id', string] {
  return 'dossierId' in subject ? ['dossier_id', subject.dossierId] : ['round_id', subject.roundId];
}
