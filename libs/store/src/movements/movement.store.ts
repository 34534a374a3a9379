import type { Movement } from '@thidua/awards';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** planned: its plan is being issued · dropped: it was not. */
export type MovementState = 'planned' | 'in-force' | 'closed' | 'dropped';
export type MovementSource = 'file' | 'reader' | 'copy' | 'blank' | 'unit';

/** A movement as the system holds it; `content` is its newest reading. */
export interface MovementRecord {
  readonly provinceId: string;
  readonly id: string;
  /** The body that carries it out; null where a file names none we know. */
  readonly orgId: string | null;
  readonly content: Movement;
  readonly hash: string;
  readonly state: MovementState;
  readonly version: number;
  /** The movement of the same province that it carries out. */
  readonly parentId: string | null;
  readonly source: MovementSource;
  readonly planPaperId: string | null;
  readonly planDraftId: string | null;
  readonly createdAt: Date | null;
  readonly closedAt: Date | null;
}

export interface MovementVersion {
  readonly version: number;
  readonly content: Movement;
  readonly hash: string;
  readonly reason: string | null;
  readonly paperId: string | null;
  readonly at: Date;
}

export type NewMovement = Pick<
  MovementRecord,
  'id' | 'orgId' | 'content' | 'hash' | 'parentId' | 'source' | 'planPaperId' | 'planDraftId'
> & { readonly atMs: number };

const COLUMNS = `m.province_id as "provinceId", m.id, m.org_id as "orgId", m.content, m.hash, m.state, m.version, m.parent_id as "parentId", m.source,
  m.plan_paper_id as "planPaperId", m.plan_draft_id as "planDraftId", m.created_at as "createdAt", m.closed_at as "closedAt"`;

/** Movements from launch to close; every reading is kept. */
export class MovementStore {
  constructor(private readonly database: Database) {}

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<MovementRecord | undefined> {
    const rows = await rowsOf<MovementRecord>(tx, `select ${COLUMNS} from movement m where m.province_id = $1 and m.id = $2`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  /** The same, locked until the transaction ends. */
  async lock(tx: Tx, provinceId: string, id: string): Promise<MovementRecord | undefined> {
    const rows = await rowsOf<MovementRecord>(tx, `select ${COLUMNS} from movement m where m.province_id = $1 and m.id = $2 for update`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  async ofProvince(provinceId: string, tx: Tx = this.database.reader): Promise<readonly MovementRecord[]> {
    return rowsOf(tx, `select ${COLUMNS} from movement m where m.province_id = $1 order by m.id`, [provinceId]);
  }

  /** Movements that carry this one out. */
  async childrenOf(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<readonly MovementRecord[]> {
    return rowsOf(tx, `select ${COLUMNS} from movement m where m.province_id = $1 and m.parent_id = $2 order by m.id`, [provinceId, id]);
  }

  /** A movement comes into force with its first reading. */
  async insert(tx: Tx, provinceId: string, one: NewMovement): Promise<void> {
    const at = new Date(one.atMs);
    await tx.query(
      `insert into movement (province_id, id, hash, org_id, content, loaded_at, parent_id, source, plan_paper_id, plan_draft_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $6)`,
      [
        provinceId,
        one.id,
        one.hash,
        one.orgId,
        JSON.stringify(one.content),
        at,
        one.parentId,
        one.source,
        one.planPaperId,
        one.planDraftId,
      ],
    );
    await this.keepVersion(tx, provinceId, { ...one, version: 1, reason: null, paperId: one.planPaperId });
  }

  /** A plan is on its way to the signature: nothing rests on it yet. */
  async plan(tx: Tx, provinceId: string, one: Omit<NewMovement, 'planPaperId'>): Promise<void> {
    const at = new Date(one.atMs);
    await tx.query(
      `insert into movement (province_id, id, hash, org_id, content, loaded_at, parent_id, source, plan_draft_id, created_at, state)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $6, 'planned')`,
      [provinceId, one.id, one.hash, one.orgId, JSON.stringify(one.content), at, one.parentId, one.source, one.planDraftId],
    );
  }

  /** planned → in-force with the reading that was issued, its first; false when it was settled before. */
  async launch(
    tx: Tx,
    provinceId: string,
    one: Pick<MovementRecord, 'id' | 'content' | 'hash' | 'planPaperId'> & { readonly atMs: number },
  ): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update movement set state = 'in-force', content = $3, hash = $4, plan_paper_id = $5, loaded_at = $6
       where province_id = $1 and id = $2 and state = 'planned' returning id`,
      [provinceId, one.id, JSON.stringify(one.content), one.hash, one.planPaperId, new Date(one.atMs)],
    );
    if (rows.length === 1) {
      await this.keepVersion(tx, provinceId, { ...one, version: 1, reason: null, paperId: one.planPaperId });
    }
    return rows.length === 1;
  }

  /** planned → dropped: the plan was not issued. */
  async drop(tx: Tx, provinceId: string, id: string, atMs: number): Promise<void> {
    await tx.query(`update movement set state = 'dropped', loaded_at = $3 where province_id = $1 and id = $2 and state = 'planned'`, [
      provinceId,
      id,
      new Date(atMs),
    ]);
  }

  /** The next reading; false when another came in between. */
  async amend(
    tx: Tx,
    provinceId: string,
    one: Pick<MovementRecord, 'id' | 'content' | 'hash' | 'version'> & {
      readonly reason: string;
      readonly paperId: string | null;
      readonly atMs: number;
    },
  ): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update movement set content = $3, hash = $4, version = version + 1, loaded_at = $5
       where province_id = $1 and id = $2 and version = $6 and state = 'in-force' returning id`,
      [provinceId, one.id, JSON.stringify(one.content), one.hash, new Date(one.atMs), one.version],
    );
    if (rows.length === 1) {
      await this.keepVersion(tx, provinceId, { ...one, version: one.version + 1 });
    }
    return rows.length === 1;
  }

  /** Oldest first; a movement from a file has its present reading alone. */
  async versions(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<readonly MovementVersion[]> {
    return rowsOf(
      tx,
      `select version, content, hash, reason, paper_id as "paperId", at from movement_version
       where province_id = $1 and movement_id = $2 order by version`,
      [provinceId, id],
    );
  }

  /** Where it stands in the chain; the reading does not change. */
  async setParent(tx: Tx, provinceId: string, id: string, parentId: string | null, atMs: number): Promise<void> {
    await tx.query('update movement set parent_id = $3, loaded_at = $4 where province_id = $1 and id = $2', [
      provinceId,
      id,
      parentId,
      new Date(atMs),
    ]);
  }

  /** in-force → closed; false when it was closed before. */
  async close(tx: Tx, provinceId: string, id: string, atMs: number): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update movement set state = 'closed', closed_at = $3, loaded_at = $3 where province_id = $1 and id = $2 and state = 'in-force' returning id`,
      [provinceId, id, new Date(atMs)],
    );
    return rows.length === 1;
  }

  private async keepVersion(
    tx: Tx,
    provinceId: string,
    one: Pick<MovementRecord, 'id' | 'content' | 'hash' | 'version'> & {
      readonly reason: string | null;
      readonly paperId: string | null;
      readonly atMs: number;
    },
  ): Promise<void> {
    await tx.query(
      `insert into movement_version (province_id, movement_id, version, content, hash, reason, paper_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [provinceId, one.id, one.version, JSON.stringify(one.content), one.hash, one.reason, one.paperId, new Date(one.atMs)],
    );
  }
}
