import type { Database } from '../database/database';
import { rowsOf } from '../database/prepared';

export interface DueTimer {
  readonly provinceId: string;
  readonly id: string;
  readonly instanceId: string;
  readonly elementId: string;
}

export interface TimerClaim {
  readonly limit: number;
  readonly leaseMs: number;
  readonly leaseToken: string;
}

const FREE = 'due_at <= $1 and (lease_until is null or lease_until < clock_timestamp())';

const OLDEST = `chosen as (select ctid as place from timer where ${FREE} order by due_at limit $2)`;

/** The organisations that have timers, by jumping from one to the next in the index; of each that has due ones, its oldest. */
const FAIR = `owner as (
    (select province_id, org_id from timer order by province_id, org_id limit 1)
    union all
    select n.* from owner o cross join lateral (select t.province_id, t.org_id from timer t
      where (t.province_id, t.org_id) > (o.province_id, o.org_id) order by t.province_id, t.org_id limit 1) n),
  busy as materialized (select o.* from owner o
    where exists (select from timer t where t.province_id = o.province_id and t.org_id = o.org_id and ${FREE})),
  chosen as (select p.place from busy b cross join lateral (select t.ctid as place, due_at from timer t
      where t.province_id = b.province_id and t.org_id = b.org_id and ${FREE}
      order by due_at limit ceil($2::numeric / (select count(*) from busy))) p order by p.due_at limit $2)`;

/** Timers of running instances. */
export class TimerStore {
  constructor(private readonly database: Database) {}

  /**
   * Leases timers that are due by the business clock; another sweeper skips them until the lease ends. Oldest first; when more are due than
   * the batch holds, every organisation gets the same share of it, so that a storm in one holds up no other.
   */
  async claimDue(nowMs: number, claim: TimerClaim): Promise<readonly DueTimer[]> {
    const [due] = await rowsOf<{ n: number }>(
      this.database.reader,
      `select count(*)::int as n from (select from timer where ${FREE} limit $2) d`,
      [new Date(nowMs), claim.limit + 1],
    );
    const n = due?.n ?? 0;
    return n === 0 ? [] : this.claim(n > claim.limit ? FAIR : OLDEST, nowMs, claim);
  }

  private async claim(chosen: string, nowMs: number, { limit, leaseMs, leaseToken }: TimerClaim): Promise<readonly DueTimer[]> {
    const rows = await rowsOf<DueTimer & { readonly dueAt: Date }>(
      this.database.reader,
      `with recursive ${chosen}
       update timer set lease_token = $3, lease_until = clock_timestamp() + $4 * interval '1 millisecond'
       where ctid = any(array(select ctid from timer where ctid = any(array(select place from chosen)) and ${FREE} for update skip locked))
       returning province_id as "provinceId", id, instance_id as "instanceId", element_id as "elementId", due_at as "dueAt"`,
      [new Date(nowMs), limit, leaseToken, leaseMs],
    );
    return rows.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
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
