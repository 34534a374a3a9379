import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** A public notice of nominees; `untilOn` is the first day on which it has run its length. */
export interface NoticeRecord {
  readonly id: string;
  readonly provinceId: string;
  readonly roundId: string;
  /** YYYY-MM-DD. */
  readonly publishedOn: string;
  readonly untilOn: string;
  readonly channels: readonly string[];
  /** The word in the address of its public page. */
  readonly token: string;
  readonly ruleId: string;
  readonly paperId: string | null;
  readonly closedAt: Date | null;
  /** What was done with the comments, as the minutes repeat it. */
  readonly summary: string | null;
}

export type NewNotice = Pick<NoticeRecord, 'id' | 'roundId' | 'publishedOn' | 'untilOn' | 'channels' | 'token' | 'ruleId'> & {
  readonly rowIds: readonly string[];
  readonly by: string;
  readonly atMs: number;
};

export interface NoticeOfRow {
  readonly rowId: string;
  readonly noticeId: string;
  readonly ruleId: string;
  readonly publishedOn: string;
  readonly untilOn: string;
  readonly closed: boolean;
}

const COLUMNS = `c.id, c.province_id as "provinceId", c.round_id as "roundId", c.published_on as "publishedOn", c.until_on as "untilOn", c.channels, c.token,
  c.rule_id as "ruleId", c.paper_id as "paperId", c.closed_at as "closedAt", c.summary`;

/** Public notices (law.md T-01, T-18) and the rows they name. */
export class NoticeStore {
  constructor(private readonly database: Database) {}

  async publish(tx: Tx, provinceId: string, notice: NewNotice): Promise<void> {
    const { id, roundId, publishedOn, untilOn, channels, token, ruleId, rowIds, by, atMs } = notice;
    await tx.query(
      `insert into public_notice (province_id, id, round_id, published_on, until_on, channels, token, rule_id, published_by, published_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [provinceId, id, roundId, publishedOn, untilOn, channels, token, ruleId, by, new Date(atMs)],
    );
    await tx.query('insert into public_notice_row (province_id, notice_id, row_id) select $1, $2, r from unnest($3::uuid[]) r', [
      provinceId,
      id,
      rowIds,
    ]);
  }

  async ofRound(provinceId: string, roundId: string, tx: Tx = this.database.reader): Promise<readonly NoticeRecord[]> {
    return rowsOf<NoticeRecord>(
      tx,
      `select ${COLUMNS} from public_notice c where c.province_id = $1 and c.round_id = $2 order by c.published_at, c.id`,
      [provinceId, roundId],
    );
  }

  /** By the word in its address; tokens are unique among all tenants. */
  async byToken(token: string, tx: Tx = this.database.reader): Promise<NoticeRecord | undefined> {
    const rows = await rowsOf<NoticeRecord>(tx, `select ${COLUMNS} from public_notice c where c.token = $1`, [token]);
    return rows[0];
  }

  async lock(tx: Tx, provinceId: string, id: string): Promise<NoticeRecord | undefined> {
    const rows = await rowsOf<NoticeRecord>(
      tx,
      `select ${COLUMNS} from public_notice c where c.province_id = $1 and c.id = $2 for update`,
      [provinceId, id],
    );
    return rows[0];
  }

  /** Every notice that named one of the rows, in whichever round. */
  async ofRows(provinceId: string, rowIds: readonly string[], tx: Tx = this.database.reader): Promise<readonly NoticeOfRow[]> {
    return rowsOf<NoticeOfRow>(
      tx,
      `select x.row_id as "rowId", c.id as "noticeId", c.rule_id as "ruleId", c.published_on as "publishedOn", c.until_on as "untilOn",
         c.closed_at is not null as closed
       from public_notice_row x join public_notice c on c.province_id = x.province_id and c.id = x.notice_id
       where x.province_id = $1 and x.row_id = any($2::uuid[]) order by c.published_at, c.id`,
      [provinceId, rowIds],
    );
  }

  async rowIds(provinceId: string, noticeId: string, tx: Tx = this.database.reader): Promise<readonly string[]> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      'select row_id as id from public_notice_row where province_id = $1 and notice_id = $2 order by row_id',
      [provinceId, noticeId],
    );
    return rows.map((row) => row.id);
  }

  async close(
    tx: Tx,
    provinceId: string,
    id: string,
    { summary, by, atMs }: { readonly summary: string; readonly by: string; readonly atMs: number },
  ): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update public_notice set closed_at = $3, closed_by = $4, summary = $5 where province_id = $1 and id = $2 and closed_at is null returning id`,
      [provinceId, id, new Date(atMs), by, summary],
    );
    return rows.length === 1;
  }
}
