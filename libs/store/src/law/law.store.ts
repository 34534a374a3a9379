import type { Movement, Pack } from '@thidua/awards';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export interface AuthorityLine {
  readonly id: string;
  readonly award: string;
  readonly level: string;
  readonly role: string;
  /** YYYY-MM-DD. */
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly citation: string;
  readonly confirmed: boolean;
}

export interface StoredPack {
  readonly id: string;
  readonly hash: string;
  readonly content: Pack;
}

export interface StoredMovement {
  readonly provinceId: string;
  readonly id: string;
  readonly hash: string;
  readonly orgId: string | null;
  readonly content: Movement;
  readonly parentId?: string | null;
  readonly state?: 'in-force' | 'closed';
}

/** Award law as loaded: packs are written once under the hash of their content. */
export class LawStore {
  constructor(private readonly database: Database) {}

  /** The pack and its lines of authority; nothing happens when this content is there already. */
  async addPack(
    tx: Tx,
    pack: { readonly id: string; readonly hash: string; readonly content: Pack; readonly from: string; readonly to: string | null },
    lines: readonly AuthorityLine[],
    atMs: number,
  ): Promise<boolean> {
    const added = await rowsOf(
      tx,
      `insert into pack (id, hash, content, received_from, received_to, loaded_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning hash`,
      [pack.id, pack.hash, JSON.stringify(pack.content), pack.from, pack.to, new Date(atMs)],
    );
    if (added.length === 0) {
      return false;
    }
    await tx.query(
      `insert into authority_rule (pack_hash, id, award, level, role, effective_from, effective_to, citation, confirmed)
       select $1, r.id, r.award, r.level, r.role, r."effectiveFrom"::date, r."effectiveTo"::date, r.citation, r.confirmed
       from jsonb_to_recordset($2::jsonb) r(id text, award text, level text, role text, "effectiveFrom" text, "effectiveTo" text, citation text, confirmed boolean)
       on conflict do nothing`,
      [pack.hash, JSON.stringify(lines)],
    );
    return true;
  }

  /** Every pack ever loaded, the latest of an id last. */
  async packs(tx: Tx = this.database.reader): Promise<readonly StoredPack[]> {
    return rowsOf<StoredPack>(tx, 'select id, hash, content from pack order by loaded_at, hash', []);
  }

  /** A movement in its newest reading. */
  async saveMovement(tx: Tx, movement: StoredMovement, atMs: number): Promise<void> {
    await tx.query(
      `insert into movement (province_id, id, hash, org_id, content, loaded_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (province_id, id) do update set hash = excluded.hash, org_id = coalesce(movement.org_id, excluded.org_id),
         content = excluded.content, loaded_at = excluded.loaded_at
       where movement.hash <> excluded.hash and movement.source = 'file' and movement.version = 1`,
      [movement.provinceId, movement.id, movement.hash, movement.orgId, JSON.stringify(movement.content), new Date(atMs)],
    );
  }

  async movements(tx: Tx = this.database.reader): Promise<readonly StoredMovement[]> {
    return rowsOf<StoredMovement>(
      tx,
      `select province_id as "provinceId", id, hash, org_id as "orgId", content, parent_id as "parentId", state from movement
       where state in ('in-force', 'closed') order by province_id, id`,
      [],
    );
  }

  /** Changes when anything was loaded. */
  async stamp(): Promise<string> {
    const rows = await rowsOf<{ stamp: string }>(
      this.database.reader,
      `select (select count(*) || '/' || coalesce(max(loaded_at)::text, '') from pack) || '/' ||
         (select count(*) || '/' || coalesce(max(loaded_at)::text, '') from movement) || '/' ||
         (select coalesce(string_agg(status || count, ',' order by status), '') from (select status, count(*) as count from law_confirmation group by status) s) ||
         coalesce((select max(settled_at)::text from law_confirmation), '') as stamp`,
      [],
    );
    return rows[0]?.stamp ?? '';
  }
}
