import type { Database, Tx } from '../database/database';
import { domainErrorOf, failureOf } from '../database/errors';
import { rowsOf } from '../database/prepared';

/** own: counted here without a gap. external: given by the agency's document system and typed in (decision 28). */
export type NumberSource = 'own' | 'external';

export interface SeriesOf {
  readonly orgId: string;
  /** 'TTr', 'QĐ', 'BB-HĐTĐKT'. */
  readonly documentType: string;
  readonly year: number;
  /** What follows the number: 'QĐ-UBND'. */
  readonly suffix: string;
}

export interface SeriesRecord {
  readonly id: string;
  readonly mode: NumberSource;
}

/** What the register says of a paper, as it was when the number was taken. */
export interface RegisteredPaper {
  readonly kind: string;
  readonly title: string;
  readonly signer: string;
  readonly recipients: readonly string[];
}

export interface TakenNumber {
  readonly seriesId: string;
  /** Null for a number of another system. */
  readonly n: number | null;
  readonly text: string;
  readonly date: string;
  readonly paperId: string;
  readonly takenBy: string;
  readonly paper?: RegisteredPaper;
}

/** The line that has a number already. */
export interface NumberHolder {
  readonly numberText: string;
  readonly paperId: string | null;
  readonly title: string;
  readonly date: string;
  readonly canceled: boolean;
}

export interface SourceChange extends SeriesOf {
  readonly mode: NumberSource;
  readonly reason: string;
  readonly personId: string;
  readonly positionId: string;
  readonly atMs: number;
}

/** Registers of document numbers: gapless where we give them, unique where they come from elsewhere, and never reused. */
export class NumberStore {
  constructor(private readonly database: Database) {}

  /** The series of a body, a type and a year, opened by its first number with the source that was set for the year or the ones before. */
  async series(tx: Tx, provinceId: string, newId: string, of: SeriesOf): Promise<SeriesRecord> {
    const rows = await rowsOf<SeriesRecord>(
      tx,
      `with opened as (insert into series (province_id, id, org_id, document_type, year, mode, suffix)
         values ($1, $2, $3, $4, $5, coalesce((select s.mode from series_setting s where s.province_id = $1 and s.org_id = $3
           and s.document_type = $4 and s.year <= $5 order by s.year desc limit 1), 'own'), $6)
         on conflict do nothing returning id, mode)
       select id, mode from opened union all
       select id, mode from series where province_id = $1 and org_id = $3 and document_type = $4 and year = $5 limit 1`,
      [provinceId, newId, of.orgId, of.documentType, of.year, of.suffix],
    );
    // Another transaction opened it after this statement's snapshot: it is there for the next statement.
    return rows[0] ?? this.series(tx, provinceId, newId, of);
  }

  /** Where numbers of a body and a type come from in a year, without opening the series. */
  async source(provinceId: string, of: Omit<SeriesOf, 'suffix'>, tx: Tx = this.database.reader): Promise<NumberSource> {
    const rows = await rowsOf<{ mode: NumberSource }>(
      tx,
      `select mode from (
         select s.mode, 0 as turn, 0 as year from series s where s.province_id = $1 and s.org_id = $2 and s.document_type = $3 and s.year = $4
         union all
         select t.mode, 1, t.year from series_setting t where t.province_id = $1 and t.org_id = $2 and t.document_type = $3 and t.year <= $4
       ) known order by turn, year desc limit 1`,
      [provinceId, of.orgId, of.documentType, of.year],
    );
    return rows[0]?.mode ?? 'own';
  }

  /** Sets the source from a year on. False: numbers of elsewhere stand in that year's series, and ours cannot follow them. */
  async setSource(tx: Tx, provinceId: string, newId: string, change: SourceChange): Promise<boolean> {
    const { orgId, documentType, year, suffix, mode, reason, personId, positionId, atMs } = change;
    const rows = await rowsOf(
      tx,
      `insert into series as s (province_id, id, org_id, document_type, year, mode, suffix) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (province_id, org_id, document_type, year) do update set mode = excluded.mode
         where s.mode = 'own' or excluded.mode = 'external'
           or not exists (select from number_register r where r.province_id = s.province_id and r.series_id = s.id)
       returning id`,
      [provinceId, newId, orgId, documentType, year, mode, suffix],
    );
    if (rows.length === 0) {
      return false;
    }
    await tx.query(
      `insert into series_setting as s (province_id, org_id, document_type, year, mode, reason, set_by_person, set_by_position, set_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (province_id, org_id, document_type, year) do update set mode = excluded.mode, reason = excluded.reason,
         set_by_person = excluded.set_by_person, set_by_position = excluded.set_by_position, set_at = excluded.set_at, version = s.version + 1`,
      [provinceId, orgId, documentType, year, mode, reason, personId, positionId, new Date(atMs)],
    );
    return true;
  }

  /** The next number; whoever asks next waits until this transaction ends, so none is lost and none is given twice. */
  async next(tx: Tx, provinceId: string, seriesId: string): Promise<number> {
    const rows = await rowsOf<{ n: number }>(
      tx,
      `update series set n = n + 1 where province_id = $1 and id = $2 and mode = 'own' returning n`,
      [provinceId, seriesId],
    );
    const n = rows[0]?.n;
    if (n === undefined) {
      throw new Error(`series ${seriesId} is not there, or counts no numbers`);
    }
    return n;
  }

  /** The line of a number, canceled or in force; undefined while it is free. */
  async holder(tx: Tx, provinceId: string, seriesId: string, number: string): Promise<NumberHolder | undefined> {
    const rows = await rowsOf<NumberHolder>(
      tx,
      `select number_text as "numberText", paper_id as "paperId", title, date, canceled_at is not null as canceled
       from number_register where province_id = $1 and series_id = $2 and number = lower($3)`,
      [provinceId, seriesId, number],
    );
    return rows[0];
  }

  /** The same, by what the series is of: there may be none yet. */
  async holderIn(provinceId: string, of: Omit<SeriesOf, 'suffix'>, number: string): Promise<NumberHolder | undefined> {
    const rows = await rowsOf<NumberHolder>(
      this.database.reader,
      `select r.number_text as "numberText", r.paper_id as "paperId", r.title, r.date, r.canceled_at is not null as canceled
       from series s join number_register r on r.province_id = s.province_id and r.series_id = s.id
       where s.province_id = $1 and s.org_id = $2 and s.document_type = $3 and s.year = $4 and r.number = lower($5)`,
      [provinceId, of.orgId, of.documentType, of.year, number],
    );
    return rows[0];
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

  /** Never before the line of the number before: clocks of two processes may differ by a breath. @throws NumberTaken when it stands there */
  async register(tx: Tx, provinceId: string, taken: TakenNumber, atMs: number): Promise<void> {
    const { kind = '', title = '', signer = '', recipients = [] } = taken.paper ?? {};
    try {
      await tx.query(
        `insert into number_register (province_id, series_id, n, number_text, date, paper_id, taken_at, taken_by, kind, title, signer, recipients)
         select $1, $2, $3::integer, $4, $5, $6, greatest($7::timestamptz,
           (select b.taken_at from number_register b where b.province_id = $1 and b.series_id = $2 and b.n = $3::integer - 1)), $8, $9, $10, $11, $12`,
        [
          provinceId,
          taken.seriesId,
          taken.n,
          taken.text,
          taken.date,
          taken.paperId,
          new Date(atMs),
          taken.takenBy,
          kind,
          title,
          signer,
          recipients,
        ],
      );
    } catch (error) {
      throw failureOf(error)?.code === '23505' ? domainErrorOf(error) : error;
    }
  }
}
