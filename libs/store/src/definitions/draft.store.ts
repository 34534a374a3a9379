import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';
import type { DefinitionRecord } from './definition.store';

export type NewDefinition = Pick<
  DefinitionRecord,
  'id' | 'key' | 'name' | 'setHash' | 'versionTag' | 'xml' | 'resources' | 'origin' | 'note' | 'createdBy' | 'shippedHash'
>;

/** A drawing as it is to be kept. */
export interface DraftEdit extends Pick<DefinitionRecord, 'setHash' | 'versionTag' | 'xml'> {
  /** The saving it was made from. */
  readonly rev: number;
  /** Person. */
  readonly by: string;
  readonly atMs: number;
}

/** By whom and when; with what was said. */
interface Said {
  readonly by: string;
  readonly atMs: number;
  readonly note: string;
}

/** Process versions that are not in force yet: draft, proposed, discarded; and whose hands are in them. */
export class DraftStore {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, provinceId: string, draft: NewDefinition, atMs: number): Promise<void> {
    await tx.query(
      `insert into process_definition (province_id, id, key, version, name, set_hash, version_tag, xml, resources, origin, status, note, created_by,
         created_at, shipped_hash)
       values ($1, $2, $3, 0, $4, $5, $6, $7, $8, $9, 'draft', $10, $11, $12, $13)`,
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
        draft.shippedHash,
      ],
    );
  }

  /** The number of the saving; undefined: it is no draft (any more), or another saving came first. */
  async save(tx: Tx, provinceId: string, id: string, edit: DraftEdit): Promise<number | undefined> {
    const rows = await rowsOf<{ rev: number }>(
      tx,
      `update process_definition set set_hash = $4, version_tag = $5, xml = $6, saved_by = $7, saved_at = $8, rev = rev + 1
       where province_id = $1 and id = $2 and status = 'draft' and rev = $3 returning rev`,
      [provinceId, id, edit.rev, edit.setHash, edit.versionTag, edit.xml, edit.by, new Date(edit.atMs)],
    );
    return rows[0]?.rev;
  }

  /** draft → proposed. False: it is no draft (any more). */
  async propose(tx: Tx, provinceId: string, id: string, { by, atMs, note }: Said): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update process_definition set status = 'proposed', proposed_by = $3, proposed_at = $4, note = $5
       where province_id = $1 and id = $2 and status = 'draft' returning id`,
      [provinceId, id, by, new Date(atMs), note],
    );
    return rows.length === 1;
  }

  /** proposed → draft, by its proposer or by whoever looks at it. False: it is no proposal (any more). */
  async giveBack(tx: Tx, provinceId: string, id: string, { by, atMs, note }: Said): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update process_definition set status = 'draft', proposed_by = null, proposed_at = null, returned_by = $3, returned_at = $4, returned_note = $5
       where province_id = $1 and id = $2 and status = 'proposed' returning id`,
      [provinceId, id, by, new Date(atMs), note],
    );
    return rows.length === 1;
  }

  /** draft → discarded, with why: kept, never listed, never published. False: it is no draft (any more). */
  async discard(tx: Tx, provinceId: string, id: string, { by, atMs, note }: Said): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update process_definition set status = 'discarded', returned_by = $3, returned_at = $4, returned_note = $5
       where province_id = $1 and id = $2 and status = 'draft' returning id`,
      [provinceId, id, by, new Date(atMs), note],
    );
    return rows.length === 1;
  }

  /** The draft or proposal of the tenant's own that lies open, the newest if there are several; offers of the software do not count. */
  async open(tx: Tx, provinceId: string, key: string): Promise<{ readonly id: string; readonly status: string } | undefined> {
    const rows = await rowsOf<{ id: string; status: string }>(
      tx,
      `select id, status from process_definition where province_id = $1 and key = $2 and status in ('draft', 'proposed') and shipped_hash is null
       order by created_at desc limit 1`,
      [provinceId, key],
    );
    return rows[0];
  }

  async addEditor(tx: Tx, provinceId: string, id: string, { by, atMs }: { readonly by: string; readonly atMs: number }): Promise<void> {
    await tx.query(
      `insert into definition_editor (province_id, definition_id, person_id, first_at, last_at) values ($1, $2, $3, $4, $4)
       on conflict (province_id, definition_id, person_id) do update set last_at = greatest(definition_editor.last_at, excluded.last_at)`,
      [provinceId, id, by, new Date(atMs)],
    );
  }

  /** Persons whose hands are in the drafts, first hand first. */
  async editors(
    provinceId: string,
    ids: readonly string[],
    tx: Tx = this.database.reader,
  ): Promise<readonly { readonly definitionId: string; readonly personId: string }[]> {
    return rowsOf(
      tx,
      `select definition_id as "definitionId", person_id as "personId" from definition_editor
       where province_id = $1 and definition_id = any($2::uuid[]) order by first_at, person_id`,
      [provinceId, ids],
    );
  }

  /** An offer of this very content was made before, whatever became of it. */
  async offered(tx: Tx, provinceId: string, key: string, shippedHash: string): Promise<string | undefined> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      'select id from process_definition where province_id = $1 and key = $2 and shipped_hash = $3 limit 1',
      [provinceId, key, shippedHash],
    );
    return rows[0]?.id;
  }

  /** Earlier offers nobody has touched make room for a newer one. */
  async supersedeOffers(tx: Tx, provinceId: string, key: string): Promise<void> {
    await tx.query(
      `update process_definition d set status = 'discarded'
       where province_id = $1 and key = $2 and status = 'draft' and shipped_hash = set_hash and not exists (
         select from definition_editor e where e.province_id = d.province_id and e.definition_id = d.id)`,
      [provinceId, key],
    );
  }
}
