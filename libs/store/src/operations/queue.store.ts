import type { Database } from '../database/database';
import { rowsOf } from '../database/prepared';

export interface QueueDepth {
  readonly group: 'outbox' | 'job' | 'print' | 'timer' | 'start' | 'signal' | 'incident';
  /** Kind of outbox row, type of job, kind of print; '' where a group has no parts. */
  readonly name: string;
  /** Ready to be taken, by nobody taken. */
  readonly waiting: number;
  readonly running: number;
  /** For later: an attempt that is to be made again, a timer that is not due. */
  readonly later: number;
  /** Tried before and not done. */
  readonly retried: number;
  /** Of what is ready: how long the longest has waited. Null when nothing waits. */
  readonly oldestMs: number | null;
  /** When the next one for later comes up. */
  readonly nextAt: Date | null;
}

/** $2: the house's own clock. Work of jobs and prints goes by the clock of the database, all else by the house's. */
const DEPTHS = `
  with q as (
    select 'outbox' as grp, kind as name, relayed_at is null as ready, false as running, false as later, false as retried,
        $2::timestamptz - created_at as age, null::timestamptz as next_at
      from outbox where province_id = $1 and relayed_at is null
    union all
    select 'job', type, free and next_at <= clock_timestamp(), not free, free and next_at > clock_timestamp(), attempts > 0,
        clock_timestamp() - next_at, next_at
      from (select type, next_at, attempts, coalesce(lease_until <= clock_timestamp(), true) as free
            from job where province_id = $1 and status = 'open') j
    union all
    select 'print', kind, state = 'queued' and next_at <= clock_timestamp(), state = 'running', state = 'queued' and next_at > clock_timestamp(),
        attempts > 1, clock_timestamp() - next_at, next_at
      from print_order where province_id = $1 and state in ('queued', 'running')
    union all
    select 'timer', '', due_at <= $2, false, due_at > $2, false, $2::timestamptz - due_at, due_at from timer where province_id = $1
    union all
    select 'start', '', due_at <= $2, false, due_at > $2, false, $2::timestamptz - due_at, due_at
      from start_subscription where province_id = $1 and due_at is not null
    union all
    select 'signal', '', true, false, false, false, $2::timestamptz - thrown_at, null from signal_broadcast where province_id = $1 and not fanned_out
    union all
    select 'incident', cause, true, false, false, false, $2::timestamptz - raised_at, null from incident where province_id = $1 and resolved_at is null
  )
  select grp as "group", name, count(*) filter (where ready)::int as waiting, count(*) filter (where running)::int as running,
    count(*) filter (where later)::int as later, count(*) filter (where retried)::int as retried,
    (extract(epoch from max(age) filter (where ready)) * 1000)::float8 as "oldestMs", min(next_at) filter (where later) as "nextAt"
  from q group by grp, name order by grp, name`;

/** How much work of a province waits where, and for how long. Reads only. */
export class QueueStore {
  constructor(private readonly database: Database) {}

  async depths(provinceId: string, nowMs: number): Promise<readonly QueueDepth[]> {
    return rowsOf<QueueDepth>(this.database.reader, DEPTHS, [provinceId, new Date(nowMs)]);
  }
}
