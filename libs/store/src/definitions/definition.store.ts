import type { JsonObject } from '@thidua/kernel';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type DefinitionStatus = 'draft' | 'proposed' | 'published' | 'retired' | 'discarded';

/** Forms by id and DMN files by name, of the same release; further entries (templates) are kept as given. */
export interface Resources extends JsonObject {
  readonly forms: JsonObject;
  readonly decisions: { readonly [name: string]: string };
}

export interface DefinitionRecord {
  readonly provinceId: string;
  readonly id: string;
  readonly key: string;
  /** 0 on a draft or proposal: numbers are given at publication. */
  readonly version: number;
  readonly name: string;
  readonly setHash: string;
  readonly versionTag: string | null;
  readonly xml: string;
  readonly resources: Resources;
  readonly origin: string;
  readonly status: DefinitionStatus;
  readonly note: string | null;
  /** YYYY-MM-DD. */
  readonly effectiveFrom: string | null;
  /** Counts the savings of a draft. */
  readonly rev: number;
  readonly savedBy: string | null;
  readonly savedAt: Date | null;
  /** Of an offer: the content that came with the software. */
  readonly shippedHash: string | null;
  readonly publishNote: string | null;
  /** What its publisher chose: new instances alone, or some that run as well. */
  readonly appliesTo: 'new' | 'chosen' | null;
  /** Set together, by the last one who gave it back. */
  readonly returnedNote: string | null;
  readonly returnedBy: string | null;
  readonly returnedAt: Date | null;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly proposedBy: string | null;
  readonly proposedAt: Date | null;
  readonly publishedBy: string | null;
  readonly publishedAt: Date | null;
}

export type DefinitionSummary = Omit<DefinitionRecord, 'xml' | 'resources'>;

/** What is said and chosen when a version is published; `by` is null for a release that came with the software. */
export interface Publication {
  readonly by: string | null;
  readonly atMs: number;
  /** YYYY-MM-DD; null: at once. */
  readonly effectiveFrom: string | null;
  readonly note: string | null;
  readonly appliesTo: 'new' | 'chosen' | null;
  /** False: what starts it by itself opens on its day. */
  readonly startsOpen: boolean;
}

const SUMMARY = `province_id as "provinceId", id, key, version, name, set_hash as "setHash", version_tag as "versionTag", origin, status, note,
  effective_from as "effectiveFrom", created_by as "createdBy", created_at as "createdAt", proposed_by as "proposedBy",
  proposed_at as "proposedAt", published_by as "publishedBy", published_at as "publishedAt", rev, saved_by as "savedBy", saved_at as "savedAt",
  shipped_hash as "shippedHash", publish_note as "publishNote", applies_to as "appliesTo", returned_note as "returnedNote",
  returned_by as "returnedBy", returned_at as "returnedAt"`;
const WHOLE = `${SUMMARY}, xml, resources`;

/** Process versions of a tenant. */
export class DefinitionStore {
  constructor(private readonly database: Database) {}

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<DefinitionRecord | undefined> {
    const rows = await rowsOf<DefinitionRecord>(tx, `select ${WHOLE} from process_definition where province_id = $1 and id = $2`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  /** The newest published version in force on a day (YYYY-MM-DD). */
  async inForce(provinceId: string, key: string, date: string, tx: Tx = this.database.reader): Promise<DefinitionSummary | undefined> {
    const rows = await rowsOf<DefinitionSummary>(
      tx,
      `select ${SUMMARY} from process_definition where province_id = $1 and key = $2 and status = 'published'
         and (effective_from is null or effective_from <= $3) order by version desc limit 1`,
      [provinceId, key, date],
    );
    return rows[0];
  }

  /** The newest published version, also one whose day is still to come. */
  async newest(provinceId: string, key: string, tx: Tx = this.database.reader): Promise<DefinitionSummary | undefined> {
    const rows = await rowsOf<DefinitionSummary>(
      tx,
      `select ${SUMMARY} from process_definition where province_id = $1 and key = $2 and status = 'published' order by version desc limit 1`,
      [provinceId, key],
    );
    return rows[0];
  }

  /** The newest published version that carries the tag. */
  async byTag(provinceId: string, key: string, versionTag: string): Promise<DefinitionSummary | undefined> {
    const rows = await rowsOf<DefinitionSummary>(
      this.database.reader,
      `select ${SUMMARY} from process_definition where province_id = $1 and key = $2 and version_tag = $3 and status in ('published', 'retired')
       order by version desc limit 1`,
      [provinceId, key, versionTag],
    );
    return rows[0];
  }

  /** The released version with the same content, if it was released before. */
  async bySetHash(tx: Tx, provinceId: string, key: string, setHash: string): Promise<DefinitionSummary | undefined> {
    const rows = await rowsOf<DefinitionSummary>(
      tx,
      `select ${SUMMARY} from process_definition where province_id = $1 and key = $2 and set_hash = $3 and status in ('published', 'retired')
       order by version desc limit 1`,
      [provinceId, key, setHash],
    );
    return rows[0];
  }

  /** All versions, drafts and proposals, newest first, without what was discarded; of one process when `key` is given. */
  async list(provinceId: string, key?: string): Promise<readonly DefinitionSummary[]> {
    return rowsOf<DefinitionSummary>(
      this.database.reader,
      `select ${SUMMARY} from process_definition where province_id = $1 and ($2::text is null or key = $2) and status <> 'discarded'
       order by key, created_at desc`,
      [provinceId, key ?? null],
    );
  }

  /** Process keys with at least one published version. */
  async publishedKeys(provinceId: string, tx: Tx = this.database.reader): Promise<readonly string[]> {
    const rows = await rowsOf<{ key: string }>(
      tx,
      `select distinct key from process_definition where province_id = $1 and status = 'published'`,
      [provinceId],
    );
    return rows.map((row) => row.key);
  }

  /** Live and ended instances per version. */
  async instanceCounts(
    provinceId: string,
    key: string,
  ): Promise<readonly { definitionId: string; version: number; active: number; ended: number }[]> {
    return rowsOf(
      this.database.reader,
      `select d.id as "definitionId", d.version, count(i.id) filter (where i.status = 'active')::int as active,
         count(i.id) filter (where i.status <> 'active')::int as ended
       from process_definition d left join process_instance i on i.province_id = d.province_id and i.definition_id = d.id
       where d.province_id = $1 and d.key = $2 and d.status in ('published', 'retired') group by d.id, d.version order by d.version desc`,
      [provinceId, key],
    );
  }

  /** One at a time may number versions of a process; held until the transaction ends. */
  async lockKey(tx: Tx, provinceId: string, key: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [`definition ${provinceId} ${key}`]);
  }

  /** Gives the next number and publishes; call under `lockKey`. Undefined: somebody else published it or gave it back meanwhile. */
  async publish(
    tx: Tx,
    provinceId: string,
    id: string,
    { by, atMs, effectiveFrom, note, appliesTo, startsOpen }: Publication,
  ): Promise<number | undefined> {
    const rows = await rowsOf<{ version: number }>(
      tx,
      `update process_definition d set status = 'published', published_by = $3, published_at = $4, effective_from = $5, publish_note = $6,
         applies_to = $7, starts_open = $8,
         version = 1 + coalesce((select max(version) from process_definition o where o.province_id = d.province_id and o.key = d.key), 0)
       where province_id = $1 and id = $2 and status = case when $3::uuid is null then 'draft' else 'proposed' end returning version`,
      [provinceId, id, by, new Date(atMs), effectiveFrom, note, appliesTo, startsOpen],
    );
    return rows[0]?.version;
  }

  /** Published versions whose day has come while their starts are still closed, in the order of their numbers. */
  async dueStarts(day: string): Promise<readonly DefinitionSummary[]> {
    return rowsOf<DefinitionSummary>(
      this.database.reader,
      `select ${SUMMARY} from process_definition where not starts_open and status = 'published' and effective_from <= $1 order by province_id, key, version`,
      [day],
    );
  }

  /** False: its starts are open already. */
  async openStarts(tx: Tx, provinceId: string, id: string): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      'update process_definition set starts_open = true where province_id = $1 and id = $2 and not starts_open returning id',
      [provinceId, id],
    );
    return rows.length === 1;
  }
}
