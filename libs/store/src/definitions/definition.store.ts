import type { JsonObject } from '@thidua/kernel';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type DefinitionStatus = 'draft' | 'proposed' | 'published' | 'retired';

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
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly proposedBy: string | null;
  readonly proposedAt: Date | null;
  readonly publishedBy: string | null;
  readonly publishedAt: Date | null;
}

export type DefinitionSummary = Omit<DefinitionRecord, 'xml' | 'resources'>;
export type NewDefinition = Pick<
  DefinitionRecord,
  'id' | 'key' | 'name' | 'setHash' | 'versionTag' | 'xml' | 'resources' | 'origin' | 'note' | 'createdBy'
>;

const SUMMARY = `province_id as "provinceId", id, key, version, name, set_hash as "setHash", version_tag as "versionTag", origin, status, note,
  effective_from as "effectiveFrom", created_by as "createdBy", created_at as "createdAt", proposed_by as "proposedBy",
  proposed_at as "proposedAt", published_by as "publishedBy", published_at as "publishedAt"`;
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

  /** All versions, drafts and proposals, newest first; of one process when `key` is given. */
  async list(provinceId: string, key?: string): Promise<readonly DefinitionSummary[]> {
    return rowsOf<DefinitionSummary>(
      this.database.reader,
      `select ${SUMMARY} from process_definition where province_id = $1 and ($2::text is null or key = $2) order by key, created_at desc`,
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

  async insertDraft(tx: Tx, provinceId: string, draft: NewDefinition, atMs: number): Promise<void> {
    await tx.query(
      `insert into process_definition (province_id, id, key, version, name, set_hash, version_tag, xml, resources, origin, status, note, created_by, created_at)
       values ($1, $2, $3, 0, $4, $5, $6, $7, $8, $9, 'draft', $10, $11, $12)`,
      [
        provinceId,
        draft.id,
        draft.key,
        draft.name,
        draft.setHash,
        draft.versionTag,
        draft.xml,
        JSON.stringify(draft.resources),
        draft.origin,
        draft.note,
        draft.createdBy,
        new Date(atMs),
      ],
    );
  }

  /** False: it is no draft (any more). */
  async saveDraft(tx: Tx, provinceId: string, draft: NewDefinition): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update process_definition set name = $3, set_hash = $4, version_tag = $5, xml = $6, resources = $7, note = $8
       where province_id = $1 and id = $2 and status = 'draft' returning id`,
      [provinceId, draft.id, draft.name, draft.setHash, draft.versionTag, draft.xml, JSON.stringify(draft.resources), draft.note],
    );
    return rows.length === 1;
  }

  /** draft → proposed. False: it is no draft (any more). */
  async propose(tx: Tx, provinceId: string, id: string, { by, atMs }: { readonly by: string; readonly atMs: number }): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update process_definition set status = 'proposed', proposed_by = $3, proposed_at = $4
       where province_id = $1 and id = $2 and status = 'draft' returning id`,
      [provinceId, id, by, new Date(atMs)],
    );
    return rows.length === 1;
  }

  /** proposed → draft, by whoever looks at it. */
  async sendBack(tx: Tx, provinceId: string, id: string): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update process_definition set status = 'draft', proposed_by = null, proposed_at = null
       where province_id = $1 and id = $2 and status = 'proposed' returning id`,
      [provinceId, id],
    );
    return rows.length === 1;
  }

  /** Gives the next number and publishes; call under `lockKey`. `by` is null for a release that came with the software. */
  async publish(
    tx: Tx,
    provinceId: string,
    id: string,
    { by, atMs, effectiveFrom }: { readonly by: string | null; readonly atMs: number; readonly effectiveFrom: string | null },
  ): Promise<number> {
    const rows = await rowsOf<{ version: number }>(
      tx,
      `update process_definition d set status = 'published', published_by = $3, published_at = $4, effective_from = $5,
         version = 1 + coalesce((select max(version) from process_definition o where o.province_id = d.province_id and o.key = d.key), 0)
       where province_id = $1 and id = $2 and status in ('draft', 'proposed') returning version`,
      [provinceId, id, by, new Date(atMs), effectiveFrom],
    );
    const version = rows[0]?.version;
    if (version === undefined) {
      throw new Error(`definition ${id} is neither draft nor proposed`);
    }
    return version;
  }
}
