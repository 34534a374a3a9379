import type { JsonObject } from '@thidua/kernel';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type PlanDraftSource = 'reader' | 'blank' | 'copy';
export type PlanDraftState = 'open' | 'submitted' | 'released' | 'dropped';

/** A plan on its way to a movement; `lines` are the text, counted from 1. */
export interface PlanDraftRecord {
  readonly id: string;
  readonly orgId: string;
  readonly source: PlanDraftSource;
  readonly fileName: string | null;
  readonly fileSha256: string | null;
  readonly lines: readonly string[];
  /** Fields as the plan reader shapes them, with their state and who settled them. */
  readonly fields: readonly JsonObject[];
  readonly parentName: string | null;
  readonly parentSha256: string | null;
  readonly parentLines: readonly string[] | null;
  readonly state: PlanDraftState;
  readonly movementId: string | null;
  /** The movement whose plan it changes. */
  readonly amends: string | null;
  readonly version: number;
  readonly createdBy: string;
  readonly createdAt: Date;
}

export type NewPlanDraft = Pick<
  PlanDraftRecord,
  'id' | 'orgId' | 'source' | 'fileName' | 'fileSha256' | 'lines' | 'fields' | 'amends' | 'createdBy'
> & { readonly atMs: number };

const COLUMNS = `id, org_id as "orgId", source, file_name as "fileName", file_sha256 as "fileSha256", lines, fields, parent_name as "parentName",
  parent_sha256 as "parentSha256", parent_lines as "parentLines", state, movement_id as "movementId", amends, version, created_by as "createdBy",
  created_at as "createdAt"`;

/** Drafts of plans. Every change counts the version up; a change of an older version changes nothing. */
export class PlanDraftStore {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, provinceId: string, one: NewPlanDraft): Promise<void> {
    await tx.query(
      `insert into plan_draft (province_id, id, org_id, source, file_name, file_sha256, lines, fields, amends, created_by, created_at, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)`,
      [
        ...[provinceId, one.id, one.orgId, one.source, one.fileName, one.fileSha256],
        ...[JSON.stringify(one.lines), JSON.stringify(one.fields), one.amends, one.createdBy, new Date(one.atMs)],
      ],
    );
  }

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<PlanDraftRecord | undefined> {
    const rows = await rowsOf<PlanDraftRecord>(tx, `select ${COLUMNS} from plan_draft where province_id = $1 and id = $2`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  /** Newest first; those that were dropped are left out. */
  async ofOrgs(provinceId: string, orgIds: readonly string[], tx: Tx = this.database.reader): Promise<readonly PlanDraftRecord[]> {
    return rowsOf(
      tx,
      `select ${COLUMNS} from plan_draft where province_id = $1 and org_id = any($2::uuid[]) and state <> 'dropped' order by created_at desc, id`,
      [provinceId, orgIds],
    );
  }

  /** The text of the draft whose plan bears this number, for whoever carries that plan out; the newest. */
  async byNumber(provinceId: string, number: string, tx: Tx = this.database.reader): Promise<PlanDraftRecord | undefined> {
    const rows = await rowsOf<PlanDraftRecord>(
      tx,
      `select ${COLUMNS} from plan_draft
       where province_id = $1 and source = 'reader' and state <> 'dropped' and fields @> $2::jsonb order by created_at desc limit 1`,
      [provinceId, JSON.stringify([{ kind: 'number', value: number }])],
    );
    return rows[0];
  }

  /** False when another change came in between, or the draft is no longer open. */
  async setFields(
    tx: Tx,
    provinceId: string,
    { id, fields, version, atMs }: Pick<PlanDraftRecord, 'id' | 'fields' | 'version'> & { readonly atMs: number },
  ): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update plan_draft set fields = $3, version = version + 1, changed_at = $5
       where province_id = $1 and id = $2 and version = $4 and state = 'open' returning id`,
      [provinceId, id, JSON.stringify(fields), version, new Date(atMs)],
    );
    return rows.length === 1;
  }

  /** The plan above, to check citations against. */
  async setParent(
    tx: Tx,
    provinceId: string,
    { id, name, sha256, lines, atMs }: { id: string; name: string; sha256: string | null; lines: readonly string[]; atMs: number },
  ): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update plan_draft set parent_name = $3, parent_sha256 = $4, parent_lines = $5, version = version + 1, changed_at = $6
       where province_id = $1 and id = $2 and state = 'open' returning id`,
      [provinceId, id, name, sha256, JSON.stringify(lines), new Date(atMs)],
    );
    return rows.length === 1;
  }

  /** From one state to the next, with the movement it sets up or amends; false when it stood elsewhere. */
  async move(
    tx: Tx,
    provinceId: string,
    one: {
      readonly id: string;
      readonly from: PlanDraftState;
      readonly to: PlanDraftState;
      readonly movementId: string | null;
      readonly atMs: number;
    },
  ): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update plan_draft set state = $4, movement_id = $5, changed_at = $6 where province_id = $1 and id = $2 and state = $3 returning id`,
      [provinceId, one.id, one.from, one.to, one.movementId, new Date(one.atMs)],
    );
    return rows.length === 1;
  }

  /** open → dropped; false when it was put forward before. */
  async drop(tx: Tx, provinceId: string, id: string, atMs: number): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update plan_draft set state = 'dropped', changed_at = $3 where province_id = $1 and id = $2 and state = 'open' returning id`,
      [provinceId, id, new Date(atMs)],
    );
    return rows.length === 1;
  }
}
