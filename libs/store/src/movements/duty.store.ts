import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** A duty that a plan gives a body; the id is its work's. Money in whole đồng. */
export interface DutyRecord {
  readonly id: string;
  readonly role: string;
  readonly asked: string;
  readonly planQuote: string | null;
  readonly planLine: number | null;
  readonly planned: number | null;
  readonly spent: number | null;
  readonly budgetYear: number | null;
  readonly doneText: string | null;
  readonly doneOn: string | null;
  readonly fileSha256: string | null;
  readonly fileName: string | null;
  readonly version: number;
}

export type NewDuty = Pick<DutyRecord, 'id' | 'role' | 'asked' | 'planQuote' | 'planLine' | 'planned' | 'budgetYear'>;
export type DutyDone = Pick<DutyRecord, 'planned' | 'spent' | 'doneText' | 'doneOn'>;

const COLUMNS = `d.id, d.role, d.asked, d.plan_quote as "planQuote", d.plan_line as "planLine", d.planned::float8 as planned, d.spent::float8 as spent,
  d.budget_year as "budgetYear", d.done_text as "doneText", to_char(d.done_on, 'YYYY-MM-DD') as "doneOn", d.file_sha256 as "fileSha256",
  d.file_name as "fileName", d.version`;

/** Duties of a plan's roles, with what they cost and how they were done. */
export class DutyStore {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, provinceId: string, one: NewDuty): Promise<void> {
    await tx.query(
      `insert into movement_duty (province_id, id, role, asked, plan_quote, plan_line, planned, budget_year) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [provinceId, one.id, one.role, one.asked, one.planQuote, one.planLine, one.planned, one.budgetYear],
    );
  }

  async byIds(provinceId: string, ids: readonly string[], tx: Tx = this.database.reader): Promise<readonly DutyRecord[]> {
    return rowsOf(tx, `select ${COLUMNS} from movement_duty d where d.province_id = $1 and d.id = any($2::uuid[])`, [provinceId, ids]);
  }

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<DutyRecord | undefined> {
    return (await this.byIds(provinceId, [id], tx))[0];
  }

  /** False: somebody else wrote in between. */
  async write(tx: Tx, provinceId: string, id: string, version: number, done: DutyDone): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update movement_duty set planned = $4, spent = $5, done_text = $6, done_on = $7, version = version + 1
       where province_id = $1 and id = $2 and version = $3 returning id`,
      [provinceId, id, version, done.planned, done.spent, done.doneText, done.doneOn],
    );
    return rows.length === 1;
  }

  async attach(tx: Tx, provinceId: string, id: string, file: { readonly sha256: string; readonly name: string }): Promise<void> {
    await tx.query('update movement_duty set file_sha256 = $3, file_name = $4, version = version + 1 where province_id = $1 and id = $2', [
      provinceId,
      id,
      file.sha256,
      file.name,
    ]);
  }
}
