import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type CommentHandling = 'accepted' | 'explained' | 'no-ground' | 'held';

export interface CommentRecord {
  readonly id: string;
  readonly noticeId: string;
  /** Null: about the list as a whole. */
  readonly rowId: string | null;
  readonly via: 'web' | 'paper' | 'phone';
  readonly author: string | null;
  readonly contact: string | null;
  readonly text: string;
  readonly receivedAt: Date;
  readonly handling: CommentHandling | null;
  readonly handlingText: string | null;
  readonly handledAt: Date | null;
}

export type NewComment = Pick<CommentRecord, 'id' | 'noticeId' | 'rowId' | 'via' | 'author' | 'contact' | 'text'> & {
  /** The post that wrote it down; null: the author did, on the public page. */
  readonly recordedBy: string | null;
  readonly atMs: number;
};

const COLUMNS = `m.id, m.notice_id as "noticeId", m.row_id as "rowId", m.via, m.author, m.contact, m.text, m.received_at as "receivedAt",
  m.handling, m.handling_text as "handlingText", m.handled_at as "handledAt"`;

/** What people said of a public notice, and what was done about it. */
export class CommentStore {
  constructor(private readonly database: Database) {}

  async add(tx: Tx, provinceId: string, comment: NewComment): Promise<void> {
    const { id, noticeId, rowId, via, author, contact, text, recordedBy, atMs } = comment;
    await tx.query(
      `insert into public_comment (province_id, id, notice_id, row_id, via, author, contact, text, recorded_by, received_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [provinceId, id, noticeId, rowId, via, author, contact, text, recordedBy, new Date(atMs)],
    );
  }

  async ofNotice(provinceId: string, noticeId: string, tx: Tx = this.database.reader): Promise<readonly CommentRecord[]> {
    return rowsOf<CommentRecord>(
      tx,
      `select ${COLUMNS} from public_comment m where m.province_id = $1 and m.notice_id = $2 order by m.received_at, m.id`,
      [provinceId, noticeId],
    );
  }

  async lock(tx: Tx, provinceId: string, id: string): Promise<CommentRecord | undefined> {
    const rows = await rowsOf<CommentRecord>(
      tx,
      `select ${COLUMNS} from public_comment m where m.province_id = $1 and m.id = $2 for update`,
      [provinceId, id],
    );
    return rows[0];
  }

  /** False when it was handled before. */
  async handle(
    tx: Tx,
    provinceId: string,
    id: string,
    done: { readonly handling: CommentHandling; readonly text: string; readonly by: string; readonly atMs: number },
  ): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update public_comment set handling = $3, handling_text = $4, handled_by = $5, handled_at = $6
       where province_id = $1 and id = $2 and handled_at is null returning id`,
      [provinceId, id, done.handling, done.text, done.by, new Date(done.atMs)],
    );
    return rows.length === 1;
  }
}
