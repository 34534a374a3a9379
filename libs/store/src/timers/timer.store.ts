import type { Database } from '../database/database';
import { rowsOf } from '../database/prepared';

export interface DueTimer {
  readonly provinceId: string;
  readonly id: string;
  readonly instanceId: string;
}

/** Timers of running instances. */
export class TimerStore {
  constructor(private readonly database: Database) {}

  /** Leases timers that are due by the business clock, oldest first; another sweeper skips them until the lease ends. */
  async claimDue(
    nowMs: number,
    { limit, leaseMs, leaseToken }: { readonly limit: number; readonly leaseMs: number; readonly leaseToken: string },
  ): Promise<readonly DueTimer[]> {
    return rowsOf<DueTimer>(
      this.database.reader,
      `update timer t set lease_token = $3, lease_until = clock_timestamp() + $4 * interval '1 millisecond'
       from (select province_id, id from timer where due_at <= $1 and (lease_until is null or lease_until < clock_timestamp())
             order by due_at limit $2 for update skip locked) d
       where t.province_id = d.province_id and t.id = d.id
       returning t.province_id as "provinceId", t.id, t.instance_id as "instanceId"`,
      [new Date(nowMs), limit, leaseToken, leaseMs],
    );
  }

  /** Removes a timer whose instance does not know it any more. */
  async drop(timer: DueTimer): Promise<void> {
    await this.database.reader.query('delete from timer where province_id = $1 and id = $2', [timer.provinceId, timer.id]);
  }

  /** When the next timer is due, for a sweeper that wants to sleep. */
  async nextDueMs(): Promise<number | undefined> {
    const rows = await rowsOf<{ due: Date | null }>(this.database.reader, 'select min(due_at) as due from timer', []);
    return rows[0]?.due?.getTime();
  }
}
