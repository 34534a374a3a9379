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
  /** Given up: jobs behind an open incident, prints whose failure was told. */
  readonly failed: number;
  /** Of what is ready: how long the longest has waited. Null when nothing waits. */
  readonly oldestMs: number | null;
  /** When the next one for later comes up. */
  readonly nextAt: Date | null;
}

/** $2: the house's own clock. Work of jobs and prints goes by the clock of the database, all else by the house's. */
const DEPTHS = `
  with q as (
    select 'outbox' as grp, kind as name, relayed_at is null as ready, false as running, false as later, false as retried, false as failed,
        $2::timestamptz - created_at as age, null::timestamptz as next_at
      from outbox where province_id = $1 and relayed_at is null
    union all
    select 'job', type, free and next_at <= clock_timestamp(), not free, free and next_at > clock_timestamp(), attempts > 0, false,
        clock_timestamp() - next_at, next_at
      from (select type, next_at, attempts, coalesce(lease_until <= clock_timestamp(), true) as free
            from job where province_id = $1 and status = 'open') j
    union all
    select 'job', j.type, false, false, false, false, true, null, null
      from incident n cross join lateral (select type from job where province_id = n.province_id and instance_id = n.instance_id
        and element_id = n.element_id order by id desc limit 1) j
      where n.province_id = $1 and n.resolved_at is null
    union all
    select 'print', kind, state = 'queued' and next_at <= clock_timestamp(), state = 'running', state = 'queued' and next_at > clock_timestamp(),
        attempts > 1 and state <> 'failed', state = 'failed', clock_timestamp() - next_at, next_at
      from print_order where province_id = $1 and state in ('queued', 'running', 'failed')
    union all
    select 'timer', '', due_at <= $2, false, due_at > $2, false, false, $2::timestamptz - due_at, due_at from timer where province_id = $1
    union all
    select 'start', '', due_at <= $2, false, due_at > $2, false, false, $2::timestamptz - due_at, due_at
      from start_subscription where province_id = $1 and due_at is not null
    union all
    select 'signal', '', true, false, false, false, false, $2::timestamptz - thrown_at, null from signal_broadcast where province_id = $1 and not fanned_out
    union all
    select 'incident', cause, true, false, false, false, false, $2::timestamptz - raised_at, null from incident where province_id = $1 and resolved_at is null
  )
  select grp as "group", name, count(*) filter (where ready)::int as waiting, count(*) filter (where running)::int as running,
    count(*) filter (where later)::int as later, count(*) filter (where retried)::int as retried, count(*) filter (where failed)::int as failed,
    (extract(epoch from max(age) filter (where ready)) * 1000)::float8 as "oldestMs", min(next_at) filter (where later) as "nextAt"
  from q group by grp, name order by grp, name`;

/** A timer with what it belongs to. */
export interface TimerRecord {
  readonly id: string;
  readonly kind: 'step' | 'start';
  readonly definitionId: string;
  readonly elementId: string;
  readonly processName: string;
  readonly dueAt: Date;
  readonly about: 'dossier' | 'round' | 'work' | null;
  readonly aboutId: string | null;
  readonly code: string | null;
  readonly title: string | null;
}

const TIMERS = `
  with next as (
    select 'step' as kind, t.id::text as id, i.definition_id, t.element_id, t.due_at, i.id as instance_id, i.dossier_id, i.round_id
      from timer t join process_instance i on i.province_id = t.province_id and i.id = t.instance_id where t.province_id = $1
    union all
    select 'start', s.id::text, s.definition_id, s.element_id, s.due_at, null, null, null
      from start_subscription s where s.province_id = $1 and s.due_at is not null
    order by 5, 2 limit $2
  )
  select n.id, n.kind, n.definition_id as "definitionId", n.element_id as "elementId", f.name as "processName", n.due_at as "dueAt",
    case when d.id is not null then 'dossier' when v.id is not null then 'round' when k.id is not null then 'work' end as about,
    coalesce(d.id, v.id, k.id) as "aboutId", coalesce(d.code, v.code, k.code) as code, coalesce(d.title, v.title, k.title) as title
  from next n join process_definition f on f.province_id = $1 and f.id = n.definition_id
    left join dossier d on d.province_id = $1 and d.id = n.dossier_id
    left join review_round v on v.province_id = $1 and v.id = n.round_id and n.dossier_id is null
    left join movement_work k on k.province_id = $1 and k.instance_id = n.instance_id and n.dossier_id is null and n.round_id is null
  order by n.due_at, n.id`;

/** How much work of a province waits where, and for how long. Reads only. */
export class QueueStore {
  constructor(private readonly database: Database) {}

  async depths(provinceId: string, nowMs: number): Promise<readonly QueueDepth[]> {
    return rowsOf<QueueDepth>(this.database.reader, DEPTHS, [provinceId, new Date(nowMs)]);
  }

  /** Those that are due and those that come next, soonest first. */
  async timers(provinceId: string, limit: number): Promise<readonly TimerRecord[]> {
    return rowsOf<TimerRecord>(this.database.reader, TIMERS, [provinceId, limit]);
  }
}
