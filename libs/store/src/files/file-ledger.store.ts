import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';
import type { FileName } from './file-place';

export type FileLocation = 'database' | 'disk' | 's3';

export interface LedgerRow extends FileName {
  readonly location: FileLocation;
  readonly createdAt: Date;
}

const NAME = 'province_id as "provinceId", sha256';

/** Where files lie and what waits to be moved or scanned: the rows alone, for the worker and for the reconciling command. */
export class FileLedgerStore {
  constructor(private readonly database: Database) {}

  /** Files that lie elsewhere than they should, oldest first; those in quarantine stay where they are. */
  async toMove(to: FileLocation, limit: number, skip: number): Promise<readonly LedgerRow[]> {
    return rowsOf<LedgerRow>(
      this.database.reader,
      `select ${NAME}, location, created_at as "createdAt" from file where location <> $1 and scan not in ('waiting', 'infected')
       order by created_at, sha256 limit $2 offset $3`,
      [to, limit, skip],
    );
  }

  /** The bytes as they lie in the database, sealed or not. */
  async lying({ provinceId, sha256 }: FileName): Promise<Buffer | undefined> {
    const rows = await rowsOf<{ bytes: Buffer | null }>(
      this.database.reader,
      'select bytes from file where province_id = $1 and sha256 = $2',
      [provinceId, sha256],
    );
    return rows[0]?.bytes ?? undefined;
  }

  /** The file lies in the new place for certain: its row says so from now on. False: another worker was first. */
  async moved(
    tx: Tx,
    { provinceId, sha256 }: FileName,
    from: FileLocation,
    to: 'disk' | 's3' | { readonly bytes: Buffer },
  ): Promise<boolean> {
    const [location, bytes] = typeof to === 'string' ? [to, null] : ['database', to.bytes];
    const rows = await rowsOf(
      tx,
      'update file set location = $4, bytes = $5 where province_id = $1 and sha256 = $2 and location = $3 returning sha256',
      [provinceId, sha256, from, location, bytes],
    );
    return rows.length === 1;
  }

  /** In quarantine, oldest first. */
  async waiting(limit: number): Promise<readonly FileName[]> {
    return rowsOf<FileName>(this.database.reader, `select ${NAME} from file where scan = 'waiting' order by created_at, sha256 limit $1`, [
      limit,
    ]);
  }

  /** What the scanner said: null is clean, a name is what it found. */
  async scanned(tx: Tx, { provinceId, sha256 }: FileName, found: string | null, atMs: number): Promise<void> {
    await tx.query(
      `update file set scan = case when $3::text is null then 'clean' else 'infected' end, scan_found = $3, scanned_at = $4
       where province_id = $1 and sha256 = $2 and scan = 'waiting'`,
      [provinceId, sha256, found, new Date(atMs)],
    );
  }

  async counts(): Promise<
    readonly { readonly location: FileLocation; readonly scan: string; readonly files: number; readonly bytes: number }[]
  > {
    return rowsOf(
      this.database.reader,
      'select location, scan, count(*)::int as files, coalesce(sum(size), 0)::float8 as bytes from file group by location, scan order by 1, 2',
      [],
    );
  }

  /** Rows in the order of their names, a page at a time. */
  async page(location: FileLocation, after: FileName, limit: number): Promise<readonly LedgerRow[]> {
    return rowsOf<LedgerRow>(
      this.database.reader,
      `select ${NAME}, location, created_at as "createdAt" from file where location = $1 and (province_id, sha256) > ($2, $3)
       order by province_id, sha256 limit $4`,
      [location, after.provinceId, after.sha256, limit],
    );
  }

  /** Those of the names that a row says lie in the place. */
  async known(location: FileLocation, names: readonly FileName[]): Promise<ReadonlySet<string>> {
    const rows = await rowsOf<FileName>(
      this.database.reader,
      `select f.province_id as "provinceId", f.sha256 from unnest($2::text[], $3::text[]) as n (province_id, sha256)
       join file f on f.province_id = n.province_id and f.sha256 = n.sha256 and f.location = $1`,
      [location, names.map((name) => name.provinceId), names.map((name) => name.sha256)],
    );
    return new Set(rows.map((row) => `${row.provinceId}/${row.sha256}`));
  }
}
