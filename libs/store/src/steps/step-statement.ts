import { COLUMNS, type Part } from './step-columns';

/** Optional parts; those of one group come together, so that a busy system knows tens of shapes and not thousands. */
const GROUPS = [
  ['task_guard'],
  ['job_guard'],
  ['grant_guard'],
  ['delivery_guard'],
  ['key'],
  ['start'],
  ['end'],
  ['freed'],
  ['task', 'closed_task'],
  ['job', 'closed_job'],
  ['timer', 'closed_timer'],
  ['subscription', 'closed_subscription', 'message'],
  ['incident', 'resolved_incident'],
  ['notice'],
  ['signal', 'closed_signal', 'broadcast'],
] as const satisfies readonly (readonly Part[])[];

export interface Statement {
  readonly name: string;
  readonly text: string;
  /** Parts whose arrays are the parameters, in order. */
  readonly parts: readonly Part[];
}

const made = new Map<string, Statement>();

/**
 * The one statement of a batch of steps: guards → state → events, audit, tasks, inbox, jobs, timers, waits, outbox; one statement is one
 * transaction. Arrays that would be empty are left out of the text, so that a plain step does not pay for rows it never writes;
 * each shape is prepared once per connection under its own name.
 */
export function stepStatement(present: ReadonlySet<Part>): Statement {
  const groups = GROUPS.filter((group) => group.some((part) => present.has(part)));
  const name = `step-${groups.reduce((sum, group) => sum + 2 ** GROUPS.indexOf(group), 0).toString(36)}`;
  const known = made.get(name);
  if (known !== undefined) {
    return known;
  }
  const parts: readonly Part[] = ['step', 'audit', ...groups.flat()];
  const statement = { name, text: build(new Set(parts), parts), parts };
  made.set(name, statement);
  return statement;
}

function build(parts: ReadonlySet<Part>, order: readonly Part[]): string {
  const rows = rowSources(order);
  const written = order.filter((part) => part in WRITES) as (keyof typeof WRITES)[]; // just compared
  const writes = written.flatMap((part) => WRITES[part](`${rows(part)} join moved m on m.n = x.n`));
  return `with ${[...guards(parts, rows), ...writes].join(',\n')}
select g.n, m.version as moved, g.task_ok, g.lease_ok, g.grant_ok, g.delivery_ok, g.key_free from g left join moved m on m.n = g.n`;
}

/** `unnest` over the parameters of a part, as relation `x` (`s` is materialized once). */
function rowSources(order: readonly Part[]): (part: Part) => string {
  let next = 1;
  const sources = new Map<Part, string>();
  for (const part of order) {
    const columns = Object.entries(COLUMNS[part]);
    const parameters = columns.map(([, type], index) => `$${next + index}::${type}[]`).join(', ');
    sources.set(part, `unnest(${parameters}) x(${columns.map(([column]) => column).join(', ')})`);
    next += columns.length;
  }
  return (part) => {
    const source = sources.get(part);
    if (source === undefined) {
      throw new Error(`the statement has no part ${part}`);
    }
    return source;
  };
}

function guards(parts: ReadonlySet<Part>, rows: (part: Part) => string): string[] {
  const ctes = [`s as materialized (select x.* from ${rows('step')})`];
  // Whatever may change without its instance moving is locked: its newest version is compared, and stays until the commit.
  if (parts.has('task_guard')) {
    ctes.push(`task_lock as materialized (select x.n from ${rows('task_guard')} join s on s.n = x.n
  join task t on t.province_id = s.province_id and t.id = x.id where t.version = x.version and t.status = 'open' for update of t)`);
  }
  if (parts.has('job_guard')) {
    ctes.push(`job_lock as materialized (select x.n from ${rows('job_guard')} join s on s.n = x.n
  join job j on j.province_id = s.province_id and j.id = x.id where j.lease_token = x.lease_token and j.status = 'open' for update of j)`);
  }
  if (parts.has('grant_guard')) {
    ctes.push(`grant_lock as materialized (select x.n from ${rows('grant_guard')} join s on s.n = x.n
  join position p on p.province_id in (s.province_id, 'TW') and p.id = x.position_id where p.version = x.version for share of p)`);
  }
  // A waiter hears what was sent while it waited; what it began to wait for meanwhile is not for it.
  if (parts.has('delivery_guard')) {
    ctes.push(`delivery_lock as materialized (select x.n from ${rows('delivery_guard')} join s on s.n = x.n
  join signal_delivery d on d.province_id = s.province_id and d.broadcast_id = x.broadcast_id and d.target = s.id for update of d)`);
  }
  if (parts.has('key')) {
    ctes.push(`k as materialized (select x.n from ${rows('key')} join idempotency i
  on i.account_id = x.account_id and i.route = x.route and i.client_key = x.client_key)`);
  }
  const counted = (part: Part, lock: string): string =>
    parts.has(part) ? ` left join (select n, count(*) as held from ${lock} group by n) ${lock} using (n)` : '';
  const held = (part: Part, lock: string): string => (parts.has(part) ? `coalesce(${lock}.held, 0) = s.${part}s` : 'true');
  ctes.push(`g as materialized (select s.*, ${held('task_guard', 'task_lock')} as task_ok, ${held('job_guard', 'job_lock')} as lease_ok,
    ${held('grant_guard', 'grant_lock')} as grant_ok, ${held('delivery_guard', 'delivery_lock')} as delivery_ok,
    ${parts.has('key') ? 'not exists (select from k where k.n = s.n)' : 'true'} as key_free
  from s${counted('task_guard', 'task_lock')}${counted('job_guard', 'job_lock')}${counted('grant_guard', 'grant_lock')}${counted('delivery_guard', 'delivery_lock')})`);
  ctes.push(`u as (update instance_state i set version = i.version + 1, state = g.state, audit_head = g.audit_head from g
  where i.province_id = g.province_id and i.id = g.id and i.version = g.version and g.task_ok and g.lease_ok and g.grant_ok and g.delivery_ok and g.key_free
  returning g.n, i.province_id, i.id, i.version, g.at, g.events)`);
  if (parts.has('start')) {
    ctes.push(`c as (insert into instance_state (province_id, id, version, state, audit_head)
  select province_id, id, 1, state, audit_head from g where version = 0 and grant_ok and key_free
  on conflict do nothing returning province_id, id)`);
    ctes.push(
      `moved as (select * from u union all select g.n, c.province_id, c.id, 1, g.at, g.events from c join g on g.province_id = c.province_id and g.id = c.id)`,
    );
  } else {
    ctes.push('moved as (select * from u)');
  }
  ctes.push(
    'w_history as (insert into history (province_id, instance_id, version, at, events) select province_id, id, version, at, events from moved)',
  );
  return ctes;
}

/** The CTEs of a part; `rows` is its array joined with the instances that moved. */
const WRITES = {
  delivery_guard: (rows: string) => [
    `w_delivered as (delete from signal_delivery d using ${rows} where d.province_id = m.province_id and d.broadcast_id = x.broadcast_id and d.target = m.id)`,
  ],
  freed: (rows: string) => [
    `w_freed as (insert into outbox (province_id, kind, ref, created_at) select m.province_id, 'message', m.id, m.at from ${rows})`,
  ],
  key: (rows: string) => [
    `w_key as (insert into idempotency (account_id, route, client_key, body_hash, status, answer, created_at)
  select x.account_id, x.route, x.client_key, x.body_hash, x.status, x.answer, m.at from ${rows})`,
  ],
  start: (rows: string) => [
    `w_start as (insert into process_instance
    (province_id, id, definition_id, key, business_key, status, org_id, dossier_id, round_id, pack_hash, start_key, started_at, ended_at)
  select m.province_id, m.id, x.definition_id, x.key, x.business_key, x.status, x.org_id, x.dossier_id, x.round_id, x.pack_hash, x.start_key, m.at,
    case when x.status <> 'active' then m.at end from ${rows})`,
  ],
  end: (rows: string) => [
    `w_end as (update process_instance i set status = x.status, ended_at = m.at from ${rows}
  where i.province_id = m.province_id and i.id = m.id)`,
  ],
  audit: (rows: string) => [
    `w_audit as (insert into audit (province_id, at, subject_type, subject_id, action, person_id, position_id, on_behalf_of, grant_version, facts, prev_hash, hash)
  select m.province_id, m.at, 'instance', m.id, x.action, x.person_id, x.position_id, x.on_behalf_of, x.grant_version, x.facts, x.prev_hash, x.hash
  from ${rows} order by x.n, x.ord)`,
  ],
  task: (rows: string) => [
    `t as materialized (select m.province_id, m.id as instance_id, m.at, x.* from ${rows})`,
    `w_task as (insert into task (province_id, id, instance_id, definition_id, element_id, name, step, form_id, status, candidate_groups, assignee,
    due_at, priority, local, org_id, dossier_id, round_id, created_at, completed_at)
  select province_id, id, instance_id, definition_id, element_id, name, step, form_id, status, groups::text[], assignee,
    due_at, priority, local, org_id, dossier_id, round_id, at, case when status <> 'open' then at end from t)`,
    `w_inbox as (insert into inbox (province_id, principal, due_at, task_id)
  select province_id, p.principal, coalesce(due_at, 'infinity'), id from t cross join lateral unnest(principals::text[]) p(principal) where status = 'open')`,
  ],
  closed_task: (rows: string) => [
    `ct as materialized (select m.province_id, m.at, x.* from ${rows})`,
    `w_closed_task as (update task t set status = ct.status, version = t.version + 1, completed_at = ct.at, completed_by_position = ct.position_id,
    completed_by_person = ct.person_id, on_behalf_of = ct.on_behalf_of, form_data_hash = ct.form_data_hash
  from ct where t.province_id = ct.province_id and t.id = ct.id and t.status = 'open')`,
    `w_closed_inbox as (delete from inbox i using ct where i.province_id = ct.province_id and i.task_id = ct.id)`,
  ],
  job: (rows: string) => [
    `j as materialized (select m.province_id, m.id as instance_id, m.at, x.* from ${rows})`,
    `w_job as (insert into job (province_id, id, instance_id, element_id, type, headers, variables, status, retries, next_at)
  select province_id, id, instance_id, element_id, type, headers, variables, 'open', retries, clock_timestamp() from j)`,
    `w_job_outbox as (insert into outbox (province_id, kind, ref, created_at) select province_id, 'job', id, at from j)`,
  ],
  closed_job: (rows: string) => [
    `cj as materialized (select m.province_id, m.at, x.* from ${rows})`,
    `w_closed_job as (update job j set status = cj.status, lease_token = null, lease_until = null, last_error = coalesce(cj.last_error, j.last_error) from cj
  where j.province_id = cj.province_id and j.id = cj.id and j.status = 'open')`,
    `w_closed_job_outbox as (update outbox o set done_at = cj.at, relayed_at = coalesce(o.relayed_at, cj.at) from cj where o.ref = cj.id and o.done_at is null)`,
  ],
  timer: (rows: string) => [
    `w_timer as (insert into timer (province_id, id, instance_id, element_id, due_at, org_id)
  select m.province_id, x.id, m.id, x.element_id, x.due_at, x.org_id from ${rows})`,
  ],
  closed_timer: (rows: string) => [
    `w_closed_timer as (delete from timer t using ${rows} where t.province_id = m.province_id and t.id = x.id)`,
  ],
  subscription: (rows: string) => [
    `sub as materialized (select m.province_id, m.id as instance_id, m.at, x.* from ${rows})`,
    `w_subscription as (insert into subscription (province_id, id, instance_id, element_id, message, correlation_key, once, opened_at)
  select province_id, id, instance_id, element_id, message, correlation_key, once, at from sub)`,
    `w_subscription_outbox as (insert into outbox (province_id, kind, ref, created_at) select province_id, 'message', id, at from sub)`,
  ],
  closed_subscription: (rows: string) => [
    `w_closed_subscription as (delete from subscription s using ${rows} where s.province_id = m.province_id and s.id = x.id)`,
  ],
  message: (rows: string) => [
    `msg as materialized (select m.province_id, m.at, x.* from ${rows})`,
    `w_message as (insert into message (province_id, id, name, correlation_key, variables, published_at, expires_at, org_id, unkept)
  select province_id, id, name, correlation_key, variables, at, expires_at, org_id, expires_at <= at from msg order by msg.n)`,
    `w_message_outbox as (insert into outbox (province_id, kind, ref, created_at) select province_id, 'message', id, at from msg)`,
  ],
  signal: (rows: string) => [
    `w_signal as (insert into signal_subscription (province_id, id, instance_id, element_id, signal)
  select m.province_id, x.id, m.id, x.element_id, x.signal from ${rows})`,
  ],
  closed_signal: (rows: string) => [
    `w_closed_signal as (delete from signal_subscription s using ${rows} where s.province_id = m.province_id and s.id = x.id)`,
  ],
  broadcast: (rows: string) => [
    `bc as materialized (select m.province_id, m.id as thrown_by, m.at, x.* from ${rows})`,
    `w_broadcast as (insert into signal_broadcast (province_id, id, signal, variables, thrown_by, org_id, thrown_at)
  select province_id, id, signal, variables, thrown_by, org_id, at from bc order by bc.n)`,
    `w_broadcast_start as (insert into signal_delivery (province_id, broadcast_id, target, definition_id)
  select bc.province_id, bc.id, s.id, s.definition_id from bc join start_subscription s on s.province_id = bc.province_id and s.kind = 'signal'
    and (s.name = bc.signal or s.name is null))`,
    `w_broadcast_outbox as (insert into outbox (province_id, kind, ref, created_at) select province_id, 'signal', id, at from bc)`,
  ],
  incident: (rows: string) => [
    `w_incident as (insert into incident (province_id, id, instance_id, element_id, cause, detail, raised_at, resolved_at)
  select m.province_id, x.id, m.id, x.element_id, x.cause, x.detail, m.at, case when x.resolved then m.at end from ${rows})`,
  ],
  resolved_incident: (rows: string) => [
    `w_resolved_incident as (update incident i set resolved_at = m.at from ${rows} where i.province_id = m.province_id and i.id = x.id)`,
  ],
  notice: (rows: string) => [
    `w_notice as (insert into outbox (province_id, kind, ref, created_at) select m.province_id, 'notice', x.ref, m.at from ${rows})`,
  ],
} as const satisfies Partial<Record<Part, (rows: string) => readonly string[]>>;
