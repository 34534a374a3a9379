import type { JsonObject } from '@thidua/kernel';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type RowState = 'open' | 'held' | 'withdrawn' | 'rejected' | 'not-recommended' | 'awarded' | 'refused' | 'revoked';
export type RowStage = 'UNIT' | 'XA' | 'HUYEN' | 'TINH' | 'TW';

export type RowAwardType = 'merit' | 'sudden' | 'movement' | 'service' | 'tenure' | 'external';

/** An evidence row (award history, yearly rating, initiative, cluster result) that a proposal rests on. */
export interface RowEvidence {
  readonly kind: 'award' | 'rating' | 'initiative' | 'cluster';
  readonly id: string;
}

/** A nominee from outside the territory. */
export interface Outsider {
  /** The body that manages the nominee, or the commune of residence. */
  readonly managingBody: string;
  readonly address: string;
  readonly taxCode?: string;
}

export interface NomineeRow {
  readonly id: string;
  readonly dossierId: string;
  readonly seq: number;
  readonly kind: 'individual' | 'collective' | 'household';
  readonly personId: string | null;
  readonly subjectOrgId: string | null;
  readonly name: string;
  readonly searchName: string;
  readonly title: string;
  readonly scope: 'inside' | 'outside' | 'independent';
  readonly award: string;
  /** Loại hình khen thưởng (L2022 art. 8). */
  readonly awardType: RowAwardType;
  /** Truy tặng. */
  readonly posthumous: boolean;
  /** The achievement period, YYYY-MM-DD; it starts the next-award clock. */
  readonly achievementFrom: string | null;
  readonly achievementTo: string | null;
  readonly evidence: readonly RowEvidence[];
  /** Under the management of the provincial party committee. */
  readonly underPartyManagement: boolean;
  /** A woman in a leading post. */
  readonly femaleLeader: boolean;
  readonly outsider: Outsider | null;
  readonly achievement: string;
  readonly achievementHash: string;
  /** What meetings and checks said of it, by form id. */
  readonly details: JsonObject;
  readonly stage: RowStage;
  readonly state: RowState;
  readonly reason: string | null;
  readonly decisionId: string | null;
  readonly version: number;
}

export type NewRow = Pick<
  NomineeRow,
  | 'id'
  | 'dossierId'
  | 'seq'
  | 'kind'
  | 'personId'
  | 'subjectOrgId'
  | 'name'
  | 'searchName'
  | 'title'
  | 'scope'
  | 'award'
  | 'achievement'
  | 'achievementHash'
> &
  Partial<
    Pick<
      NomineeRow,
      'awardType' | 'posthumous' | 'achievementFrom' | 'achievementTo' | 'evidence' | 'underPartyManagement' | 'femaleLeader' | 'outsider'
    >
  >;

export interface RowDecision {
  readonly rowId: string;
  readonly decisionId: string;
  readonly date: string;
  readonly numberText: string | null;
}

const COLUMNS = `r.id, r.dossier_id as "dossierId", r.seq, r.kind, r.person_id as "personId", r.subject_org_id as "subjectOrgId", r.name, r.search_name as "searchName",
  r.title, r.scope, r.award, r.award_type as "awardType", r.posthumous, r.achievement_from::text as "achievementFrom",
  r.achievement_to::text as "achievementTo", r.evidence, r.under_party_management as "underPartyManagement", r.female_leader as "femaleLeader", r.outsider,
  r.achievement, r.achievement_hash as "achievementHash", r.details, r.stage, r.state, r.reason, r.decision_id as "decisionId", r.version`;

/** Nominee rows of dossiers. */
export class RowStore {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, provinceId: string, rows: readonly NewRow[]): Promise<void> {
    for (const row of rows) {
      await tx.query(
        `insert into nominee_row (province_id, id, dossier_id, seq, kind, person_id, subject_org_id, name, search_name, title, scope, award, achievement,
           achievement_hash, stage, state, award_type, posthumous, achievement_from, achievement_to, evidence, under_party_management, female_leader, outsider)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'UNIT', 'open', $15, $16, $17, $18, $19::jsonb, $20, $21, $22::jsonb)`,
        [
          provinceId,
          row.id,
          row.dossierId,
          row.seq,
          row.kind,
          row.personId,
          row.subjectOrgId,
          row.name,
          row.searchName,
          row.title,
          row.scope,
          row.award,
          row.achievement,
          row.achievementHash,
          row.awardType ?? 'merit',
          row.posthumous ?? false,
          row.achievementFrom ?? null,
          row.achievementTo ?? null,
          JSON.stringify(row.evidence ?? []),
          row.underPartyManagement ?? false,
          row.femaleLeader ?? false,
          row.outsider === null || row.outsider === undefined ? null : JSON.stringify(row.outsider),
        ],
      );
    }
  }

  async ofDossier(provinceId: string, dossierId: string, tx: Tx = this.database.reader): Promise<readonly NomineeRow[]> {
    return rowsOf<NomineeRow>(tx, `select ${COLUMNS} from nominee_row r where r.province_id = $1 and r.dossier_id = $2 order by r.seq`, [
      provinceId,
      dossierId,
    ]);
  }

  /** Rows that went into a round, in the order of their dossiers. */
  async ofRound(provinceId: string, roundId: string, tx: Tx = this.database.reader): Promise<readonly NomineeRow[]> {
    return rowsOf<NomineeRow>(
      tx,
      `select ${COLUMNS} from round_row x join nominee_row r on r.province_id = x.province_id and r.id = x.row_id
         join dossier d on d.province_id = r.province_id and d.id = r.dossier_id
       where x.province_id = $1 and x.round_id = $2 order by d.code, r.seq`,
      [provinceId, roundId],
    );
  }

  async byId(provinceId: string, id: string): Promise<NomineeRow | undefined> {
    const rows = await rowsOf<NomineeRow>(
      this.database.reader,
      `select ${COLUMNS} from nominee_row r where r.province_id = $1 and r.id = $2`,
      [provinceId, id],
    );
    return rows[0];
  }

  async lock(tx: Tx, provinceId: string, id: string): Promise<NomineeRow | undefined> {
    const rows = await rowsOf<NomineeRow>(tx, `select ${COLUMNS} from nominee_row r where r.province_id = $1 and r.id = $2 for update`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  async setState(
    tx: Tx,
    provinceId: string,
    id: string,
    { state, reason }: { readonly state: RowState; readonly reason: string | null },
  ): Promise<void> {
    await tx.query('update nominee_row set state = $3, reason = $4, version = version + 1 where province_id = $1 and id = $2', [
      provinceId,
      id,
      state,
      reason,
    ]);
  }

  /** Moves those rows of a dossier that are in one of the states; answers how many. */
  async moveAll(
    tx: Tx,
    provinceId: string,
    dossierId: string,
    move: { readonly from: readonly RowState[]; readonly state: RowState; readonly reason: string | null },
  ): Promise<number> {
    const rows = await rowsOf(
      tx,
      `update nominee_row set state = $4, reason = $5, version = version + 1
       where province_id = $1 and dossier_id = $2 and state = any($3::text[]) returning id`,
      [provinceId, dossierId, move.from, move.state, move.reason],
    );
    return rows.length;
  }

  /** Open and held rows of a dossier reach a stage. */
  async setStage(tx: Tx, provinceId: string, dossierId: string, stage: RowStage): Promise<void> {
    await tx.query(
      `update nominee_row set stage = $3, version = version + 1
       where province_id = $1 and dossier_id = $2 and state in ('open', 'held') and stage <> $3`,
      [provinceId, dossierId, stage],
    );
  }

  /** The text of the report and what a form says of a row; only of that dossier's rows. False: no such row. */
  async amend(
    tx: Tx,
    provinceId: string,
    row: {
      readonly id: string;
      readonly dossierId: string;
      readonly achievement?: string;
      readonly achievementHash?: string;
      readonly details: JsonObject;
    },
  ): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update nominee_row set achievement = coalesce($4, achievement), achievement_hash = coalesce($5, achievement_hash), details = details || $6::jsonb
       where province_id = $1 and id = $2 and dossier_id = $3 returning id`,
      [provinceId, row.id, row.dossierId, row.achievement ?? null, row.achievementHash ?? null, JSON.stringify(row.details)],
    );
    return rows.length === 1;
  }

  /** Awards that people and bodies have been given, by their id. */
  async awardsOf(provinceId: string, subjectIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await rowsOf<{ id: string; awards: readonly string[] }>(
      this.database.reader,
      `select coalesce(person_id, subject_org_id) as id, array_agg(distinct award) as awards from nominee_row
       where province_id = $1 and state = 'awarded' and (person_id = any($2::uuid[]) or subject_org_id = any($2::uuid[])) group by 1`,
      [provinceId, subjectIds],
    );
    return new Map(rows.map((row) => [row.id, row.awards]));
  }

  async decisions(provinceId: string, dossierId: string): Promise<readonly RowDecision[]> {
    return rowsOf<RowDecision>(
      this.database.reader,
      `select r.id as "rowId", e.id as "decisionId", coalesce(p.number_date, e.date) as date, coalesce(p.number_text, c.number_text) as "numberText"
       from nominee_row r join decision e on e.province_id = r.province_id and e.id = r.decision_id
         left join paper p on p.province_id = e.province_id and p.id = e.paper_id
         left join central_paper c on c.province_id = e.province_id and c.id = e.central_paper_id
       where r.province_id = $1 and r.dossier_id = $2`,
      [provinceId, dossierId],
    );
  }
}
