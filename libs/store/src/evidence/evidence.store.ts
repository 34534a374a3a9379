import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';
import type { EvidenceBook, EvidenceKind, EvidenceRecords, NewEvidence } from './evidence';
import { EVIDENCE_TABLES, selection, STANDING_COLUMNS } from './evidence-columns';

export interface Subjects {
  readonly personIds: readonly string[];
  readonly orgIds: readonly string[];
}

export interface Ending {
  readonly by: string | null;
  readonly atMs: number;
  readonly reason: string;
}

/** The register of what people and bodies have done and received. Nothing is deleted: a wrong fact is cancelled with a reason. */
export class EvidenceStore {
  constructor(private readonly database: Database) {}

  async book(provinceId: string, subjects: Subjects, tx: Tx = this.database.reader): Promise<EvidenceBook> {
    const read = <K extends EvidenceKind>(kind: K): Promise<readonly EvidenceRecords[K][]> =>
      this.ofSubjects(kind, provinceId, subjects, tx);
    return {
      award: await read('award'),
      rating: await read('rating'),
      initiative: await read('initiative'),
      discipline: await read('discipline'),
      collective: await read('collective'),
      service: await read('service'),
      statement: await read('statement'),
      indicator: await read('indicator'),
    };
  }

  async byId<K extends EvidenceKind>(
    kind: K,
    provinceId: string,
    id: string,
    tx: Tx = this.database.reader,
  ): Promise<EvidenceRecords[K] | undefined> {
    const rows = await rowsOf<EvidenceRecords[K]>(
      tx,
      `select ${selection(kind)} from ${EVIDENCE_TABLES[kind].table} e where e.province_id = $1 and e.id = $2 and e.canceled_at is null`,
      [provinceId, id],
    );
    return rows[0];
  }

  /** False: the same fact of the same subject stands there already (a year's rating, an award of a day, an awarded row). */
  async add<K extends EvidenceKind>(tx: Tx, provinceId: string, kind: K, fact: NewEvidence<K>): Promise<boolean> {
    const { createdMs, confirmedMs, ...rest } = fact;
    const record = { ...rest, createdAt: new Date(createdMs), confirmedAt: confirmedMs === null ? null : new Date(confirmedMs) };
    const fields: readonly [string, string][] = Object.entries<string>({ ...STANDING_COLUMNS, ...EVIDENCE_TABLES[kind].columns });
    // Every field of a record has its column, so the record may be read by the columns' names.
    const values = fields.map(([field]) => (record as Readonly<Record<string, unknown>>)[field] ?? null);
    const rows = await rowsOf(
      tx,
      `insert into ${EVIDENCE_TABLES[kind].table} (province_id, ${fields.map(([, column]) => column).join(', ')})
       values ($1, ${fields.map((_, index) => `$${index + 2}`).join(', ')}) on conflict do nothing returning id`,
      [provinceId, ...values],
    );
    return rows.length === 1;
  }

  /** Once: a second confirmation changes nothing. */
  async confirm(
    tx: Tx,
    provinceId: string,
    kind: EvidenceKind,
    fact: { readonly id: string; readonly by: string; readonly atMs: number },
  ): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update ${EVIDENCE_TABLES[kind].table} set confirmed_by = $3, confirmed_at = $4
       where province_id = $1 and id = $2 and confirmed_at is null and canceled_at is null returning id`,
      [provinceId, fact.id, fact.by, new Date(fact.atMs)],
    );
    return rows.length === 1;
  }

  /** False: there is a scan already, or the fact was cancelled; a paper once filed is not exchanged. */
  async attach(tx: Tx, provinceId: string, kind: EvidenceKind, id: string, sha256: string): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update ${EVIDENCE_TABLES[kind].table} set file_sha256 = $3
       where province_id = $1 and id = $2 and file_sha256 is null and canceled_at is null returning id`,
      [provinceId, id, sha256],
    );
    return rows.length === 1;
  }

  async cancel(tx: Tx, provinceId: string, kind: EvidenceKind, id: string, { by, atMs, reason }: Ending): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update ${EVIDENCE_TABLES[kind].table} set canceled_at = $3, canceled_by = $4, cancel_reason = $5
       where province_id = $1 and id = $2 and canceled_at is null returning id`,
      [provinceId, id, new Date(atMs), by, reason],
    );
    return rows.length === 1;
  }

  /** Awards of rows whose decision is revoked or annulled; answers how many. */
  async cancelAwardsOfRows(tx: Tx, provinceId: string, rowIds: readonly string[], { by, atMs, reason }: Ending): Promise<number> {
    const rows = await rowsOf(
      tx,
      `update award_history set canceled_at = $3, canceled_by = $4, cancel_reason = $5
       where province_id = $1 and row_id = any($2::uuid[]) and canceled_at is null returning id`,
      [provinceId, rowIds, new Date(atMs), by, reason],
    );
    return rows.length;
  }

  /** All facts a batch brought; answers how many stood. */
  async cancelBatch(tx: Tx, provinceId: string, batchId: string, { by, atMs, reason }: Ending): Promise<number> {
    let canceled = 0;
    for (const { table } of Object.values(EVIDENCE_TABLES)) {
      const rows = await rowsOf(
        tx,
        `update ${table} set canceled_at = $3, canceled_by = $4, cancel_reason = $5
         where province_id = $1 and batch_id = $2 and canceled_at is null returning id`,
        [provinceId, batchId, new Date(atMs), by, reason],
      );
      canceled += rows.length;
    }
    return canceled;
  }

  private ofSubjects<K extends EvidenceKind>(
    kind: K,
    provinceId: string,
    { personIds, orgIds }: Subjects,
    tx: Tx,
  ): Promise<readonly EvidenceRecords[K][]> {
    const { table, order } = EVIDENCE_TABLES[kind];
    return rowsOf<EvidenceRecords[K]>(
      tx,
      `select ${selection(kind)} from ${table} e
       where e.province_id = $1 and (e.person_id = any($2::uuid[]) or e.org_id = any($3::uuid[])) and e.canceled_at is null order by ${order}`,
      [provinceId, personIds, orgIds],
    );
  }
}
