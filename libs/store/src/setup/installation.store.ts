import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type InstallationMode = 'demo' | 'real';

export interface InstallationRecord {
  readonly mode: InstallationMode;
  /** Goes up when everything begins anew. */
  readonly epoch: number;
  /** Of the code that makes the first administrators; null: none is waiting. */
  readonly codeHash: string | null;
}

export interface KeptDiagram {
  readonly id: string;
  readonly key: string;
  readonly status: 'draft' | 'published';
  readonly name: string;
  readonly xml: string;
  readonly resources: { readonly forms: object; readonly decisions: Readonly<Record<string, string>> };
  readonly note: string | null;
}

/** What clearing leaves: packs of law, the clock's row, what says that this is an installation, and the migrations. */
const KEPT = ['pack', 'authority_rule', 'clock', 'installation', 'kept_diagram', 'migration'];

/** The one row that says what this installation is: example data, or a house of its own. */
export class InstallationStore {
  constructor(private readonly database: Database) {}

  async find(tx: Tx = this.database.reader): Promise<InstallationRecord | undefined> {
    const rows = await rowsOf<InstallationRecord>(tx, 'select mode, epoch, code_hash as "codeHash" from installation', []);
    return rows[0];
  }

  /** What is there already stays. */
  async begin(tx: Tx, mode: InstallationMode, atMs: number): Promise<InstallationMode> {
    await tx.query('insert into installation (id, mode, made_at) values (1, $1, $2) on conflict do nothing', [mode, new Date(atMs)]);
    return (await this.find(tx))?.mode ?? mode;
  }

  /** Locks the row, so that a code is used once. */
  async lock(tx: Tx): Promise<InstallationRecord | undefined> {
    const rows = await rowsOf<InstallationRecord>(
      tx,
      'select mode, epoch, code_hash as "codeHash" from installation for no key update',
      [],
    );
    return rows[0];
  }

  async setCode(tx: Tx, codeHash: string | null): Promise<void> {
    await tx.query('update installation set code_hash = $1', [codeHash]);
  }

  /** Puts aside what a tenant drew itself: of each key what is in force last, and drafts. */
  async keepDiagrams(tx: Tx, provinceId: string): Promise<void> {
    await tx.query(
      `insert into kept_diagram (id, key, status, name, xml, resources, note)
       select id, key, case status when 'published' then 'published' else 'draft' end, name, xml, resources, note from process_definition d
       where province_id = $1 and origin = 'tenant' and (status in ('draft', 'proposed') or status = 'published' and version =
         (select max(version) from process_definition l where l.province_id = $1 and l.key = d.key and l.status = 'published'))`,
      [provinceId],
    );
  }

  /**
   * Empties every table but those of law and of the installation itself, with rows that are otherwise written once: nothing in the example
   * data is anybody's act. The owner of the tables may do so; no rights of a superuser are needed.
   */
  async clear(tx: Tx, by: { readonly username: string; readonly atMs: number }): Promise<void> {
    const tables = await rowsOf<{ name: string; guarded: boolean }>(
      tx,
      `select format('%I', c.relname) as name, exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as guarded
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> all($1)
       order by c.relname`,
      [KEPT],
    );
    const guarded = tables.filter((table) => table.guarded);
    for (const { name } of guarded) {
      await tx.query(`alter table ${name} disable trigger user`);
    }
    await tx.query(`truncate ${tables.map(({ name }) => name).join(', ')}`);
    for (const { name } of guarded) {
      await tx.query(`alter table ${name} enable trigger user`);
    }
    await tx.query('update clock set offset_ms = 0, frozen_at = null');
    await tx.query(`update installation set mode = 'real', epoch = epoch + 1, code_hash = null, cleared_at = $1, cleared_by = $2`, [
      new Date(by.atMs),
      by.username,
    ]);
  }

  async keptDiagrams(tx: Tx = this.database.reader): Promise<readonly KeptDiagram[]> {
    return rowsOf<KeptDiagram>(
      tx,
      'select id, key, status, name, xml, resources, note from kept_diagram order by key, status desc, id',
      [],
    );
  }

  /** False: another worker took it. */
  async takeKept(tx: Tx, id: string): Promise<boolean> {
    return (await rowsOf<{ id: string }>(tx, 'delete from kept_diagram where id = $1 returning id', [id])).length === 1;
  }
}
