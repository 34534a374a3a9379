import type { JsonObject } from '@thidua/kernel';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** correct-form by official letter, correct-content by a paper of the same kind, cancel, replace (cấp lại), copy (sao y). */
export type PaperChangeAction = 'correct-form' | 'correct-content' | 'cancel' | 'replace' | 'copy';

/** What is asked of an issued paper; the paper itself never changes (decision 31). */
export interface PaperChange {
  readonly id: string;
  readonly paperId: string;
  readonly action: PaperChangeAction;
  readonly reason: string;
  /** Corrections, number of copies, purpose: as the action needs. */
  readonly facts: JsonObject;
  readonly orgId: string;
  readonly askedAt: Date;
  readonly status: 'drafting' | 'done' | 'refused';
  readonly refusal: string | null;
  readonly instanceId: string | null;
  readonly madePaperId: string | null;
  readonly doneAt: Date | null;
}

export type PaperMarkKind = 'revoked' | 'revoked-in-part' | 'restored' | 'corrected' | 'canceled' | 'replaced' | 'number-withdrawn';

/** What whoever reads a paper must know of it. */
export interface PaperMark {
  readonly paperId: string;
  readonly kind: PaperMarkKind;
  readonly byTitle: string;
  readonly byNumber: string | null;
  readonly byDate: string | null;
  readonly byBody: string;
  readonly byPaperId: string | null;
  readonly at: Date;
}

const SELECT = `select id, paper_id as "paperId", action, reason, facts, org_id as "orgId", asked_at as "askedAt", status, refusal,
  instance_id as "instanceId", made_paper_id as "madePaperId", done_at as "doneAt" from paper_change`;

/** What happens to papers after they were issued, and the marks that tell it. */
export class PaperChangeStore {
  constructor(private readonly database: Database) {}

  async insert(
    tx: Tx,
    provinceId: string,
    one: Pick<PaperChange, 'id' | 'paperId' | 'action' | 'reason' | 'facts' | 'orgId' | 'instanceId'> & {
      readonly askedBy: string;
      readonly atMs: number;
    },
  ): Promise<void> {
    await tx.query(
      `insert into paper_change (province_id, id, paper_id, action, reason, facts, org_id, asked_by, asked_at, status, instance_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'drafting', $10)`,
      [provinceId, one.id, one.paperId, one.action, one.reason, one.facts, one.orgId, one.askedBy, new Date(one.atMs), one.instanceId],
    );
  }

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<PaperChange | undefined> {
    return (await rowsOf<PaperChange>(tx, `${SELECT} where province_id = $1 and id = $2`, [provinceId, id]))[0];
  }

  /** The change a process works on. */
  async ofInstance(tx: Tx, provinceId: string, instanceId: string): Promise<PaperChange | undefined> {
    return (await rowsOf<PaperChange>(tx, `${SELECT} where province_id = $1 and instance_id = $2`, [provinceId, instanceId]))[0];
  }

  async ofPaper(provinceId: string, paperId: string, tx: Tx = this.database.reader): Promise<readonly PaperChange[]> {
    return rowsOf(tx, `${SELECT} where province_id = $1 and paper_id = $2 order by asked_at, id`, [provinceId, paperId]);
  }

  async end(
    tx: Tx,
    provinceId: string,
    id: string,
    to:
      | { readonly status: 'done'; readonly madePaperId: string | null; readonly atMs: number }
      | { readonly status: 'refused'; readonly refusal: string; readonly atMs: number },
  ): Promise<void> {
    const [made, refusal] = to.status === 'done' ? [to.madePaperId, null] : [null, to.refusal];
    await tx.query(
      `update paper_change set status = $3, made_paper_id = $4, refusal = $5, done_at = $6
       where province_id = $1 and id = $2 and status = 'drafting'`,
      [provinceId, id, to.status, made, refusal, new Date(to.atMs)],
    );
  }

  async mark(tx: Tx, provinceId: string, id: string, mark: Omit<PaperMark, 'at'> & { readonly atMs: number }): Promise<void> {
    await tx.query(
      `insert into paper_mark (province_id, id, paper_id, kind, by_title, by_number, by_date, by_body, by_paper_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [provinceId, id, mark.paperId, mark.kind, mark.byTitle, mark.byNumber, mark.byDate, mark.byBody, mark.byPaperId, new Date(mark.atMs)],
    );
  }

  /** Oldest first. */
  async marksOf(provinceId: string, paperId: string, tx: Tx = this.database.reader): Promise<readonly PaperMark[]> {
    return rowsOf(
      tx,
      `select paper_id as "paperId", kind, by_title as "byTitle", by_number as "byNumber", by_date as "byDate", by_body as "byBody",
         by_paper_id as "byPaperId", at from paper_mark where province_id = $1 and paper_id = $2 order by at, id`,
      [provinceId, paperId],
    );
  }

  /** The file of the paper that a copy is made of, by the copy's own id. */
  async originalOf(
    provinceId: string,
    copyId: string,
    tx: Tx = this.database.reader,
  ): Promise<{ readonly title: string; readonly sha256: string; readonly pages: number } | undefined> {
    const rows = await rowsOf<{ title: string; sha256: string; pages: number }>(
      tx,
      `select p.title, coalesce(p.file_sha256, p.draft_sha256) as sha256, coalesce(p.pages, 1) as pages from paper made
         join paper_change c on c.province_id = made.province_id and c.instance_id = made.instance_id
         join paper p on p.province_id = c.province_id and p.id = c.paper_id
       where made.province_id = $1 and made.id = $2 and coalesce(p.file_sha256, p.draft_sha256) is not null`,
      [provinceId, copyId],
    );
    return rows[0];
  }

  /** The paper stands no more; false when it never came into force. */
  async cancelPaper(tx: Tx, provinceId: string, paperId: string): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update paper set state = 'canceled', version = version + 1
       where province_id = $1 and id = $2 and state in ('numbered', 'sealed', 'issued') returning id`,
      [provinceId, paperId],
    );
    return rows.length === 1;
  }

  /** A canceled paper stands again: the award was restored. */
  async restorePaper(tx: Tx, provinceId: string, paperId: string): Promise<void> {
    await tx.query(`update paper set state = 'issued', version = version + 1 where province_id = $1 and id = $2 and state = 'canceled'`, [
      provinceId,
      paperId,
    ]);
  }
}
