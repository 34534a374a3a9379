import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type OpinionKind = 'agency' | 'party' | 'ministry' | 'confirmation';
export type OpinionAnswer = 'agree' | 'disagree' | 'other';

/** One question to one body, and what came of it. */
export interface OpinionRecord {
  readonly id: string;
  readonly roundId: string;
  /** Null: about every row of the round that it concerns. */
  readonly rowId: string | null;
  readonly kind: OpinionKind;
  readonly body: string;
  /** A body inside the system answers by itself; of any other the appraiser records the paper. */
  readonly orgId: string | null;
  readonly subject: string;
  readonly ruleId: string;
  readonly askedAt: Date;
  /** YYYY-MM-DD; null where no row of the pack sets a limit. */
  readonly dueOn: string | null;
  readonly paperId: string | null;
  readonly answeredAt: Date | null;
  readonly answer: OpinionAnswer | null;
  readonly text: string | null;
  readonly numberText: string | null;
  readonly answerDate: string | null;
  readonly fileSha256: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawReason: string | null;
}

export type NewOpinion = Pick<
  OpinionRecord,
  'id' | 'roundId' | 'rowId' | 'kind' | 'body' | 'orgId' | 'subject' | 'ruleId' | 'dueOn' | 'paperId'
> & { readonly askedBy: string; readonly atMs: number };

export interface OpinionGiven {
  readonly answer: OpinionAnswer;
  readonly text: string | null;
  readonly numberText: string | null;
  readonly answerDate: string | null;
  readonly fileSha256: string | null;
  readonly by: string;
  readonly atMs: number;
}

const COLUMNS = `q.id, q.round_id as "roundId", q.row_id as "rowId", q.kind, q.body, q.org_id as "orgId", q.subject, q.rule_id as "ruleId",
  q.asked_at as "askedAt", q.due_on as "dueOn", q.paper_id as "paperId", q.answered_at as "answeredAt", q.answer, q.text,
  q.number_text as "numberText", q.answer_date as "answerDate", q.file_sha256 as "fileSha256", q.withdrawn_at as "withdrawnAt",
  q.withdraw_reason as "withdrawReason"`;

/** Opinions asked of other bodies: a question is open until it is answered or withdrawn, never by time (law.md T-03). */
export class OpinionStore {
  constructor(private readonly database: Database) {}

  async ask(tx: Tx, provinceId: string, asked: NewOpinion): Promise<void> {
    const { id, roundId, rowId, kind, body, orgId, subject, ruleId, dueOn, paperId, askedBy, atMs } = asked;
    await tx.query(
      `insert into opinion_request (province_id, id, round_id, row_id, kind, body, org_id, subject, rule_id, due_on, paper_id, asked_by, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [provinceId, id, roundId, rowId, kind, body, orgId, subject, ruleId, dueOn, paperId, askedBy, new Date(atMs)],
    );
  }

  async ofRound(provinceId: string, roundId: string, tx: Tx = this.database.reader): Promise<readonly OpinionRecord[]> {
    return rowsOf<OpinionRecord>(
      tx,
      `select ${COLUMNS} from opinion_request q where q.province_id = $1 and q.round_id = $2 order by q.asked_at, q.id`,
      [provinceId, roundId],
    );
  }

  /** Of rows wherever they were asked about: in this round, or in the one that sent them on. */
  async ofRows(provinceId: string, rowIds: readonly string[], tx: Tx = this.database.reader): Promise<readonly OpinionRecord[]> {
    return rowsOf<OpinionRecord>(
      tx,
      `select ${COLUMNS} from opinion_request q where q.province_id = $1 and q.row_id = any($2::uuid[]) order by q.asked_at, q.id`,
      [provinceId, rowIds],
    );
  }

  async lock(tx: Tx, provinceId: string, id: string): Promise<OpinionRecord | undefined> {
    const rows = await rowsOf<OpinionRecord>(
      tx,
      `select ${COLUMNS} from opinion_request q where q.province_id = $1 and q.id = $2 for update`,
      [provinceId, id],
    );
    return rows[0];
  }

  /** False when it was answered or withdrawn already. */
  async answer(tx: Tx, provinceId: string, id: string, given: OpinionGiven): Promise<boolean> {
    const { answer, text, numberText, answerDate, fileSha256, by, atMs } = given;
    const rows = await rowsOf(
      tx,
      `update opinion_request set answered_at = $3, answered_by = $4, answer = $5, text = $6, number_text = $7, answer_date = $8, file_sha256 = $9
       where province_id = $1 and id = $2 and answered_at is null and withdrawn_at is null returning id`,
      [provinceId, id, new Date(atMs), by, answer, text, numberText, answerDate, fileSha256],
    );
    return rows.length === 1;
  }

  /** The question is taken back; what the law asks for must then be asked again. False when it had ended. */
  async withdraw(
    tx: Tx,
    provinceId: string,
    id: string,
    { reason, by, atMs }: { readonly reason: string; readonly by: string; readonly atMs: number },
  ): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update opinion_request set withdrawn_at = $3, withdrawn_by = $4, withdraw_reason = $5
       where province_id = $1 and id = $2 and answered_at is null and withdrawn_at is null returning id`,
      [provinceId, id, new Date(atMs), by, reason],
    );
    return rows.length === 1;
  }
}
