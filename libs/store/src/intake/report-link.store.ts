import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export interface ReportLink {
  readonly provinceId: string;
  readonly id: string;
  readonly rowId: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  /** The name under which the nominee confirmed. */
  readonly signedName: string | null;
  readonly revokedAt: Date | null;
}

const COLUMNS = `province_id as "provinceId", id, row_id as "rowId", created_by as "createdBy", created_at as "createdAt", expires_at as "expiresAt",
  used_at as "usedAt", signed_name as "signedName", revoked_at as "revokedAt"`;

/** One-time links to one nominee's report; only the hash of a token is here. */
export class ReportLinkStore {
  constructor(private readonly database: Database) {}

  async insert(
    tx: Tx,
    provinceId: string,
    link: {
      readonly id: string;
      readonly rowId: string;
      readonly tokenHash: string;
      readonly by: string;
      readonly atMs: number;
      readonly expiresMs: number;
    },
  ): Promise<void> {
    await tx.query(
      'insert into report_link (province_id, id, row_id, token_hash, created_by, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [provinceId, link.id, link.rowId, link.tokenHash, link.by, new Date(link.atMs), new Date(link.expiresMs)],
    );
  }

  async ofRow(provinceId: string, rowId: string, tx: Tx = this.database.reader): Promise<readonly ReportLink[]> {
    return rowsOf<ReportLink>(
      tx,
      `select ${COLUMNS} from report_link where province_id = $1 and row_id = $2 order by created_at desc, id`,
      [provinceId, rowId],
    );
  }

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<ReportLink | undefined> {
    const rows = await rowsOf<ReportLink>(tx, `select ${COLUMNS} from report_link where province_id = $1 and id = $2`, [provinceId, id]);
    return rows[0];
  }

  /** Tokens are unique among all tenants. */
  async byToken(tokenHash: string, tx: Tx = this.database.reader): Promise<ReportLink | undefined> {
    const rows = await rowsOf<ReportLink>(tx, `select ${COLUMNS} from report_link where token_hash = $1`, [tokenHash]);
    return rows[0];
  }

  /** Spends the link; false when it is spent, revoked or over by now. */
  async use(
    tx: Tx,
    link: Pick<ReportLink, 'provinceId' | 'id'>,
    { name, atMs }: { readonly name: string; readonly atMs: number },
  ): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update report_link set used_at = $3, signed_name = $4
       where province_id = $1 and id = $2 and used_at is null and revoked_at is null and expires_at > $3 returning 1`,
      [link.provinceId, link.id, new Date(atMs), name],
    );
    return rows.length === 1;
  }

  /** Takes back every link of a row that nobody has used; answers how many. */
  async revoke(tx: Tx, provinceId: string, rowId: string, { by, atMs }: { readonly by: string; readonly atMs: number }): Promise<number> {
    const rows = await rowsOf(
      tx,
      `update report_link set revoked_at = $3, revoked_by = $4
       where province_id = $1 and row_id = $2 and used_at is null and revoked_at is null returning 1`,
      [provinceId, rowId, new Date(atMs), by],
    );
    return rows.length;
  }
}
