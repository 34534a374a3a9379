import type { Database, Tx } from '../database/database';
import { domainErrorOf, failureOf } from '../database/errors';
import { rowsOf } from '../database/prepared';

export interface SeriesOf {
  readonly orgId: string;
  /** 'TTr', 'QĐ', 'BB'. */
  readonly documentType: string;
  readonly year: number;
  /** What follows the number: 'QĐ-UBND'. */
  readonly suffix: string;
}

export interface TakenNumber {
  readonly seriesId: string;
  /** Null for a number of another system. */
  readonly n: number | null;
  readonly text: string;
  readonly date: string;
  readonly paperId: string;
  readonly takenBy: string;
}

/** Registers of document numbers: gapless where we give them, unique where they come from elsewhere, and never reused. */
export class NumberStore {
  constructor(private readonly database: Database) {}

  /** The series of a body, a type and a year, opened when it is the first of the year. */
  async series(tx: Tx, provinceId: string, newId: string, of: SeriesOf): Promise<string> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      `with opened as (insert into series (province_id, id, org_id, document_type, year, mode, suffix) values ($1, $2, $3, $4, $5, 'own', $6)
         on conflict do nothing returning id)
       select id from opened union all
       select id from series where province_id = $1 and org_id = $3 and document_type = $4 and year = $5 limit 1`,
      [provinceId, newId, of.orgId, of.documentType, of.year, of.suffix],
    );
    // Another transaction opened it after this statement's snapshot: it is there for the next statement.
    return rows[0]?.id ?? this.series(tx, provinceId, newId, of);
  }

  /** The next number; whoever asks next waits until this transaction ends, so none is lost and none is given twice. */
  async next(tx: Tx, provinceId: string, seriesId: string): Promise<number> {
    const rows = await rowsOf<{ n: number }>(tx, 'update series set n = n + 1 where province_id = $1 and id = $2 returning n', [
      provinceId,
      seriesId,
    ]);
    const n = rows[0]?.n;
    if (n === undefined) {
      throw new Error(`series ${seriesId} is not there`);
    }
    return n;
  }

  async isTaken(tx: Tx, provinceId: string, seriesId: string, text: string): Promise<boolean> {
    const rows = await rowsOf(tx, 'select 1 from number_register where province_id = $1 and series_id = $2 and number_text = $3', [
      provinceId,
      seriesId,
      text,
    ]);
    return rows.length > 0;
  }

  /** Hủy số: the line stays, says why, and its number is never given again. False: the paper has no number in force. */
  async cancel(tx: Tx, provinceId: string, paperId: string, why: { readonly reason: string; readonly atMs: number }): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update number_register set canceled_at = $3, cancel_reason = $4
       where province_id = $1 and paper_id = $2 and canceled_at is null returning number_text`,
      [provinceId, paperId, new Date(why.atMs), why.reason],
    );
    return rows.length === 1;
  }

  /** @throws NumberTaken when the number stands in the register */
  async register(tx: Tx, provinceId: string, taken: TakenNumber, atMs: number): Promise<void> {
    try {
      await tx.query(
        `insert into number_register (province_id, series_id, n, number_text, date, paper_id, taken_at, taken_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [provinceId, taken.seriesId, taken.n, taken.text, taken.date, taken.paperId, new Date(atMs), taken.takenBy],
      );
    } catch (error) {
      throw failureOf(error)?.code === '23505' ? domainErrorOf(error) : error;
    }
  }
}
