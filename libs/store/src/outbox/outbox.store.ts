import type { Database } from '../database/database';
import { rowsOf } from '../database/prepared';

export interface OutboxRow {
  /** A bigint as text. */
  readonly id: string;
  readonly provinceId: string;
  readonly kind: 'job' | 'message' | 'notice' | 'signal';
  readonly ref: string;
}

const COLUMNS = 'o.id, o.province_id as "provinceId", o.kind, o.ref';

/** What committed steps ask of the world outside: taken by the relay, found again by the sweeper. */
export class OutboxStore {
  constructor(private readonly database: Database) {}

  /** Marks the oldest new rows as relayed and answers them; two relays never get the same row. */
  async take(limit: number): Promise<readonly OutboxRow[]> {
    const rows = await rowsOf<OutboxRow>(
      this.database.reader,
      `update outbox o set relayed_at = clock_timestamp(), done_at = case when o.kind = 'notice' then clock_timestamp() end
       from (select id from outbox where relayed_at is null order by id limit $1 for update skip locked) n
       where o.id = n.id returning ${COLUMNS}`,
      [limit],
    );
    return rows.sort((a, b) => Number(a.id) - Number(b.id));
  }

  /** The relay could not pass these on: they are new again. */
  async giveBack(ids: readonly string[]): Promise<void> {
    await this.database.reader.query('update outbox set relayed_at = null where id = any($1::bigint[]) and done_at is null', [ids]);
  }

  /** Nothing is left to do for these. */
  async done(ids: readonly string[]): Promise<void> {
    await this.database.reader.query('update outbox set done_at = clock_timestamp() where id = any($1::bigint[]) and done_at is null', [
      ids,
    ]);
  }

  async byId(id: string): Promise<OutboxRow | undefined> {
    const rows = await rowsOf<OutboxRow>(this.database.reader, `select ${COLUMNS} from outbox o where o.id = $1`, [id]);
    return rows[0];
  }

  /**
   * Rows relayed longer than `patienceMs` ago whose work is not done and that nobody works on are closed and written anew, whatever became
   * of the bell; a job that waits for its next attempt keeps waiting. Answers how many.
   */
  async renewUnfinished(limit: number, patienceMs: number): Promise<number> {
    const rows = await rowsOf<{ kind: string }>(
      this.database.reader,
      `with late as (select o.id from outbox o left join job j on o.kind = 'job' and j.province_id = o.province_id and j.id = o.ref
           where o.done_at is null and o.relayed_at < clock_timestamp() - $2 * interval '1 millisecond'
             and (o.kind <> 'job' or j.status <> 'open' or (j.next_at <= clock_timestamp() and (j.lease_until is null or j.lease_until < clock_timestamp())))
           order by o.id limit $1 for update of o skip locked),
         closed as (update outbox o set done_at = clock_timestamp() from late where o.id = late.id returning o.*)
       insert into outbox (province_id, kind, ref, created_at)
       select c.province_id, c.kind, c.ref, c.created_at from closed c
       where c.kind in ('message', 'signal') or (c.kind = 'job' and exists (select from job j where j.province_id = c.province_id and j.id = c.ref and j.status = 'open'))
       order by c.id returning kind`,
      [limit, patienceMs],
    );
    return rows.length;
  }

  /** Deletes rows done before the given age; answers how many. */
  async purge(olderThanMs: number): Promise<number> {
    const rows = await rowsOf(
      this.database.reader,
      `delete from outbox where done_at < clock_timestamp() - $1 * interval '1 millisecond' returning id`,
      [olderThanMs],
    );
    return rows.length;
  }

  /** Rows waiting for the relay and the age of the oldest, for health. */
  async backlog(): Promise<{ waiting: number; oldestMs: number }> {
    const rows = await rowsOf<{ waiting: number; oldestMs: number }>(
      this.database.reader,
      `select count(*)::int as waiting, coalesce(extract(epoch from clock_timestamp() - min(j.next_at)) * 1000, 0)::float8 as "oldestMs"
       from outbox o left join job j on j.province_id = o.province_id and j.id = o.ref where o.relayed_at is null`,
      [],
    );
    return rows[0] ?? { waiting: 0, oldestMs: 0 };
  }
}
