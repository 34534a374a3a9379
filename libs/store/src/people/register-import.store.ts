import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

type RegisterImportKind = 'organisations' | 'people' | 'rosters' | 'delegations';
export type RegisterRelation = 'org' | 'person' | 'account' | 'position' | 'council' | 'delegation';

export interface RegisterImport {
  readonly id: string;
  readonly kind: RegisterImportKind;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly rowCount: number;
  readonly appliedBy: string;
  readonly appliedAt: Date;
  readonly undoneAt: Date | null;
}

/** An account of an import that waits for its holder, as it stands on the slip. */
interface SlipAccount {
  readonly id: string;
  readonly username: string;
  readonly fullName: string;
  readonly title: string;
  readonly orgName: string;
}

const IMPORT = `i.id, i.kind, i.file_name as "fileName", i.file_sha256 as "fileSha256", i.row_count as "rowCount", i.applied_by as "appliedBy",
  i.applied_at as "appliedAt", i.undone_at as "undoneAt"`;
/** Whoever is named by others goes last. */
const ORDER: readonly RegisterRelation[] = ['delegation', 'council', 'account', 'position', 'person', 'org'];

/** Registers brought in as a whole, the rows they made, and taking them back. */
export class RegisterImportStore {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, provinceId: string, one: Omit<RegisterImport, 'appliedAt' | 'undoneAt'> & { readonly atMs: number }): Promise<void> {
    await tx.query(
      `insert into register_import (province_id, id, kind, file_name, file_sha256, row_count, applied_by, applied_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [provinceId, one.id, one.kind, one.fileName, one.fileSha256, one.rowCount, one.appliedBy, new Date(one.atMs)],
    );
  }

  async addRows(tx: Tx, provinceId: string, importId: string, relation: RegisterRelation, ids: readonly string[]): Promise<void> {
    await tx.query(
      'insert into register_import_row (province_id, import_id, relation, row_id) select $1, $2, $3, r from unnest($4::uuid[]) r',
      [provinceId, importId, relation, ids],
    );
  }

  /** Newest first. */
  async list(provinceId: string): Promise<readonly (RegisterImport & { readonly waitingAccounts: number })[]> {
    return rowsOf(
      this.database.reader,
      `select ${IMPORT}, (select count(*)::int from register_import_row r join account a on a.province_id = r.province_id and a.id = r.row_id
           where r.province_id = i.province_id and r.import_id = i.id and r.relation = 'account' and a.password_hash is null and a.disabled_at is null)
           as "waitingAccounts"
       from register_import i where i.province_id = $1 order by i.applied_at desc, i.id desc limit 100`,
      [provinceId],
    );
  }

  /** Locked until the transaction ends. */
  async lock(tx: Tx, provinceId: string, id: string): Promise<RegisterImport | undefined> {
    const rows = await rowsOf<RegisterImport>(
      tx,
      `select ${IMPORT} from register_import i where i.province_id = $1 and i.id = $2 for update`,
      [provinceId, id],
    );
    return rows[0];
  }

  /** Where rows of the import are used by now, and which; none: it can be taken back. */
  async uses(tx: Tx, provinceId: string, id: string): Promise<readonly { readonly relation: string; readonly name: string }[]> {
    return rowsOf(
      tx,
      `select u.relation, coalesce(o.name, n.full_name, pn.full_name, a.username, c.name, '') as name
       from uses_of($1, array(select row_id from register_import_row where province_id = $1 and import_id = $2)) u
         left join org o on o.province_id = $1 and o.id = u.row_id
         left join person n on n.province_id = $1 and n.id = u.row_id
         left join account a on a.province_id = $1 and a.id = u.row_id
         left join position p on p.province_id = $1 and p.id = u.row_id
         left join person pn on pn.province_id = $1 and pn.id = p.person_id
         left join council c on c.province_id = $1 and c.id = u.row_id
       order by 2, 1 limit 50`,
      [provinceId, id],
    );
  }

  /** Removes every row the import made. @returns how many */
  async takeBack(tx: Tx, provinceId: string, id: string, by: { readonly personId: string; readonly atMs: number }): Promise<number> {
    const made = `(select row_id from register_import_row where province_id = $1 and import_id = $2 and relation = $3)`;
    await tx.query(`delete from council_member where province_id = $1 and council_id in ${made}`, [provinceId, id, 'council']);
    let removed = 0;
    for (const relation of ORDER) {
      const gone = await rowsOf(tx, `delete from ${relation} where province_id = $1 and id in ${made} returning 1`, [
        provinceId,
        id,
        relation,
      ]);
      removed += gone.length;
    }
    await tx.query('update register_import set undone_by = $3, undone_at = $4 where province_id = $1 and id = $2', [
      provinceId,
      id,
      by.personId,
      new Date(by.atMs),
    ]);
    return removed;
  }

  /** Accounts of the import that nobody has taken over; locked. */
  async waitingAccounts(tx: Tx, provinceId: string, id: string): Promise<readonly SlipAccount[]> {
    return rowsOf<SlipAccount>(
      tx,
      `select a.id, a.username, n.full_name as "fullName", coalesce(p.title, '') as title, coalesce(o.name, '') as "orgName"
       from register_import_row r join account a on a.province_id = r.province_id and a.id = r.row_id
         join person n on n.province_id = a.province_id and n.id = a.person_id
         left join lateral (select title, org_id from position where province_id = a.province_id and person_id = a.person_id
           order by role = 'council-member', valid_from desc, id limit 1) p on true
         left join org o on o.province_id = a.province_id and o.id = p.org_id
       where r.province_id = $1 and r.import_id = $2 and r.relation = 'account' and a.password_hash is null and a.disabled_at is null
       order by o.name, n.search_name, a.id for update of a`,
      [provinceId, id],
    );
  }
}
