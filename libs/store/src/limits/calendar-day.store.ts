import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type CalendarDayKind = 'holiday' | 'swap-day' | 'working-day' | 'half-day' | 'closure';

export interface NewCalendarDay {
  readonly id: string;
  /** Null = the whole province. */
  readonly orgId: string | null;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly kind: CalendarDayKind;
  readonly name: string;
  readonly citation: string;
  /** Hour at which a half day ends; null for every other kind. */
  readonly closesAt: number | null;
  /** Of a weekday off and the rest day worked for it; null for a day by itself. */
  readonly pairId: string | null;
  readonly proposedBy: string;
  readonly atMs: number;
}

export interface CalendarDayRecord {
  readonly provinceId: string;
  readonly id: string;
  readonly orgId: string | null;
  readonly orgName: string | null;
  readonly day: string;
  readonly kind: CalendarDayKind;
  readonly name: string;
  readonly citation: string;
  readonly closesAt: number | null;
  readonly pairId: string | null;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
}

const SELECT = `select c.province_id as "provinceId", c.id, c.org_id as "orgId", o.name as "orgName", c.day, c.kind, c.name, c.citation,
    c.closes_at as "closesAt", c.pair_id as "pairId", c.proposed_by as "proposedBy", c.proposed_at as "proposedAt", c.approved_by as "approvedBy", c.approved_at as "approvedAt"
  from calendar_day c left join org o on o.province_id = c.province_id and o.id = c.org_id`;

/** Days a province or an office has set over the published table: proposed by one person, in force when another has approved. */
export class CalendarDayStore {
  constructor(private readonly database: Database) {}

  /** False when the place has a row for that day already. */
  async propose(tx: Tx, provinceId: string, day: NewCalendarDay): Promise<boolean> {
    const made = await rowsOf(
      tx,
      `insert into calendar_day (province_id, id, org_id, day, kind, name, citation, closes_at, pair_id, proposed_by, proposed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning id`,
      [
        provinceId,
        day.id,
        day.orgId,
        day.day,
        day.kind,
        day.name,
        day.citation,
        day.closesAt,
        day.pairId,
        day.proposedBy,
        new Date(day.atMs),
      ],
    );
    return made.length > 0;
  }

  /** Days named with the other halves of their pairs; whoever changes days of the province waits for whoever does so now. */
  async lock(tx: Tx, provinceId: string, ids: readonly string[]): Promise<readonly CalendarDayRecord[]> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 21))', [`calendar ${provinceId}`]);
    return this.named(provinceId, ids, tx);
  }

  /** Days named with the other halves of their pairs. */
  async named(provinceId: string, ids: readonly string[], tx: Tx = this.database.reader): Promise<readonly CalendarDayRecord[]> {
    return rowsOf<CalendarDayRecord>(
      tx,
      `${SELECT} where c.province_id = $1 and c.withdrawn_at is null and (c.id = any($2) or c.pair_id in
         (select p.pair_id from calendar_day p where p.province_id = $1 and p.id = any($2) and p.pair_id is not null)) order by c.day, c.id`,
      [provinceId, ids],
    );
  }

  async approve(tx: Tx, provinceId: string, id: string, by: { readonly personId: string; readonly atMs: number }): Promise<void> {
    await tx.query('update calendar_day set approved_by = $3, approved_at = $4 where province_id = $1 and id = $2', [
      provinceId,
      id,
      by.personId,
      new Date(by.atMs),
    ]);
  }

  async withdraw(tx: Tx, provinceId: string, id: string, by: { readonly personId: string; readonly atMs: number }): Promise<void> {
    await tx.query('update calendar_day set withdrawn_by = $3, withdrawn_at = $4 where province_id = $1 and id = $2', [
      provinceId,
      id,
      by.personId,
      new Date(by.atMs),
    ]);
  }

  async ofProvince(provinceId: string, tx: Tx = this.database.reader): Promise<readonly CalendarDayRecord[]> {
    return rowsOf<CalendarDayRecord>(tx, `${SELECT} where c.province_id = $1 and c.withdrawn_at is null order by c.day, c.id`, [
      provinceId,
    ]);
  }

  /** Every day in force, of all provinces. */
  async inForce(): Promise<readonly CalendarDayRecord[]> {
    return rowsOf<CalendarDayRecord>(
      this.database.reader,
      `${SELECT} where c.approved_at is not null and c.withdrawn_at is null order by c.province_id, c.day`,
      [],
    );
  }

  /** Changes when a day comes into force or goes. */
  async stamp(): Promise<string> {
    const rows = await rowsOf<{ stamp: string }>(
      this.database.reader,
      `select count(*) || '/' || count(withdrawn_at) || '/' || coalesce(max(approved_at)::text, '') as stamp from calendar_day where approved_at is not null`,
      [],
    );
    return rows[0]?.stamp ?? '';
  }
}
