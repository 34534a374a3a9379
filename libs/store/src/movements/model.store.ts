import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type ModelState = 'draft' | 'introduced' | 'selected' | 'not-selected' | 'canceled';
export type ModelAudience = 'worker' | 'farmer' | 'woman' | 'enterprise' | 'official' | 'other';

/** Điển hình tiên tiến: a person, household or body that a unit introduces in a movement. Days are YYYY-MM-DD; the id is its work's. */
export interface ModelRecord {
  readonly id: string;
  readonly movementId: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly nomineeKind: 'individual' | 'collective' | 'household';
  readonly personId: string | null;
  readonly subjectOrgId: string | null;
  readonly name: string;
  readonly title: string;
  readonly audience: ModelAudience | null;
  readonly deeds: string;
  readonly results: string;
  readonly spread: string;
  readonly photoSha256: string | null;
  readonly consentBy: string | null;
  readonly consentOn: string | null;
  readonly consentPhoto: boolean;
  readonly consentSha256: string | null;
  readonly withdrawnOn: string | null;
  readonly withdrawnReason: string | null;
  readonly state: ModelState;
  readonly reason: string | null;
  readonly decidedOn: string | null;
  readonly dossierId: string | null;
  readonly version: number;
}

/** What whoever introduces it may write. */
export type ModelText = Pick<
  ModelRecord,
  'nomineeKind' | 'personId' | 'subjectOrgId' | 'name' | 'title' | 'audience' | 'deeds' | 'results' | 'spread'
>;

export interface Publication {
  readonly id: string;
  readonly workId: string;
  readonly modelId: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly publishedOn: string;
  readonly channel: string;
  readonly link: string;
  readonly withPhoto: boolean;
  readonly takenDownOn: string | null;
  readonly takenDownNote: string | null;
}

export type NewPublication = Omit<Publication, 'orgName' | 'takenDownOn' | 'takenDownNote'> & {
  readonly recordedBy: string;
  readonly atMs: number;
};

export interface ModelTotals {
  readonly introduced: number;
  readonly selected: number;
  readonly published: number;
  readonly publications: number;
}

const COLUMNS = `m.id, m.movement_id as "movementId", m.org_id as "orgId", o.name as "orgName", m.nominee_kind as "nomineeKind", m.person_id as "personId",
  m.subject_org_id as "subjectOrgId", m.name, m.title, m.audience, m.deeds, m.results, m.spread, m.photo_sha256 as "photoSha256",
  m.consent_by as "consentBy", to_char(m.consent_on, 'YYYY-MM-DD') as "consentOn", m.consent_photo as "consentPhoto",
  m.consent_sha256 as "consentSha256", to_char(m.withdrawn_on, 'YYYY-MM-DD') as "withdrawnOn", m.withdrawn_reason as "withdrawnReason", m.state,
  m.reason, to_char(m.decided_on, 'YYYY-MM-DD') as "decidedOn", m.dossier_id as "dossierId", m.version`;
const FROM = 'from movement_model m join org o on o.province_id = m.province_id and o.id = m.org_id';

/** Models of movements, the consent they rest on, and where they were published. */
export class ModelStore {
  constructor(private readonly database: Database) {}

  async insert(
    tx: Tx,
    provinceId: string,
    one: ModelText & { readonly id: string; readonly movementId: string; readonly orgId: string },
  ): Promise<void> {
    await tx.query(
      `insert into movement_model (province_id, id, movement_id, org_id, nominee_kind, person_id, subject_org_id, name, title, audience, deeds, results,
         spread, state) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'draft')`,
      [provinceId, one.id, one.movementId, one.orgId, ...textOf(one)],
    );
  }

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<ModelRecord | undefined> {
    return (await rowsOf<ModelRecord>(tx, `select ${COLUMNS} ${FROM} where m.province_id = $1 and m.id = $2`, [provinceId, id]))[0];
  }

  /** The same, locked until the transaction ends. */
  async lock(tx: Tx, provinceId: string, id: string): Promise<ModelRecord | undefined> {
    const rows = await rowsOf<ModelRecord>(tx, `select ${COLUMNS} ${FROM} where m.province_id = $1 and m.id = $2 for update of m`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  /** Newest first. */
  async ofMovement(provinceId: string, movementId: string, tx: Tx = this.database.reader): Promise<readonly ModelRecord[]> {
    return rowsOf(
      tx,
      `select ${COLUMNS} ${FROM} join movement_work w on w.province_id = m.province_id and w.id = m.id
       where m.province_id = $1 and m.movement_id = $2 order by w.opened_at desc, m.id`,
      [provinceId, movementId],
    );
  }

  /** False: somebody else wrote in between. */
  async write(tx: Tx, provinceId: string, id: string, version: number, text: ModelText): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update movement_model set nominee_kind = $4, person_id = $5, subject_org_id = $6, name = $7, title = $8, audience = $9, deeds = $10, results = $11,
         spread = $12, version = version + 1 where province_id = $1 and id = $2 and version = $3 and state = 'draft' returning id`,
      [provinceId, id, version, ...textOf(text)],
    );
    return rows.length === 1;
  }

  async setPhoto(tx: Tx, provinceId: string, id: string, sha256: string): Promise<void> {
    await tx.query('update movement_model set photo_sha256 = $3, version = version + 1 where province_id = $1 and id = $2', [
      provinceId,
      id,
      sha256,
    ]);
  }

  /** A word given anew ends an earlier withdrawal. */
  async consent(
    tx: Tx,
    provinceId: string,
    id: string,
    given: { readonly by: string; readonly on: string; readonly photo: boolean },
  ): Promise<void> {
    await tx.query(
      `update movement_model set consent_by = $3, consent_on = $4, consent_photo = $5, consent_sha256 = null,
         withdrawn_on = null, withdrawn_reason = null, version = version + 1 where province_id = $1 and id = $2`,
      [provinceId, id, given.by, given.on, given.photo],
    );
  }

  async setConsentPaper(tx: Tx, provinceId: string, id: string, sha256: string): Promise<void> {
    await tx.query('update movement_model set consent_sha256 = $3, version = version + 1 where province_id = $1 and id = $2', [
      provinceId,
      id,
      sha256,
    ]);
  }

  async withdraw(tx: Tx, provinceId: string, id: string, { on, reason }: { readonly on: string; readonly reason: string }): Promise<void> {
    await tx.query(
      `update movement_model set withdrawn_on = $3, withdrawn_reason = $4, version = version + 1
       where province_id = $1 and id = $2 and consent_on is not null and withdrawn_on is null`,
      [provinceId, id, on, reason],
    );
  }

  async setState(tx: Tx, provinceId: string, id: string, state: Exclude<ModelState, 'selected' | 'not-selected'>): Promise<void> {
    await tx.query('update movement_model set state = $3, version = version + 1 where province_id = $1 and id = $2', [
      provinceId,
      id,
      state,
    ]);
  }

  async decide(
    tx: Tx,
    provinceId: string,
    id: string,
    decided: { readonly state: 'selected' | 'not-selected'; readonly reason: string; readonly on: string; readonly by: string },
  ): Promise<void> {
    await tx.query(
      `update movement_model set state = $3, reason = $4, decided_on = $5, decided_by = $6, version = version + 1
       where province_id = $1 and id = $2`,
      [provinceId, id, decided.state, decided.reason, decided.on, decided.by],
    );
  }

  async setDossier(tx: Tx, provinceId: string, id: string, dossierId: string): Promise<void> {
    await tx.query('update movement_model set dossier_id = $3, version = version + 1 where province_id = $1 and id = $2', [
      provinceId,
      id,
      dossierId,
    ]);
  }

  /** By the year of its selection, publication or introduction; null: of all years. */
  async totals(
    provinceId: string,
    { movementId, year }: { readonly movementId: string; readonly year: number | null },
    tx: Tx = this.database.reader,
  ): Promise<ModelTotals> {
    const rows = await rowsOf<ModelTotals>(
      tx,
      `select count(*) filter (where m.state in ('introduced', 'selected', 'not-selected') and ($3::int is null or $3 = w.year))::int as introduced,
         count(*) filter (where m.state = 'selected' and ($3::int is null or extract(year from m.decided_on) = $3))::int as selected,
         count(*) filter (where p.times > 0)::int as published, coalesce(sum(p.times), 0)::int as publications
       from movement_model m join movement_work w on w.province_id = m.province_id and w.id = m.id
       left join lateral (select count(*)::int as times from movement_publication p where p.province_id = m.province_id and p.model_id = m.id
         and ($3::int is null or extract(year from p.published_on) = $3)) p on true
       where m.province_id = $1 and m.movement_id = $2`,
      [provinceId, movementId, year],
    );
    return rows[0] ?? { introduced: 0, selected: 0, published: 0, publications: 0 };
  }
}

function textOf(one: ModelText): readonly (string | null)[] {
  const { nomineeKind, personId, subjectOrgId, name, title, audience, deeds, results, spread } = one;
  return [nomineeKind, personId, subjectOrgId, name, title, audience, deeds, results, spread];
}
