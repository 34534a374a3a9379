import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signals, messages that reach each process once, and what starts processes by itself. */
export class SignalsAndStarts0002 implements MigrationInterface {
  readonly name = 'SignalsAndStarts1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [order, messages, signals, starts, timers]) {
      await runner.query(part);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

/** One order for all who wait and all that is sent: it tells who waited already when something was sent. */
const order = `
create sequence wait_seq;
select setval('wait_seq', 1 + greatest((select coalesce(max(seq), 0) from subscription), (select coalesce(max(seq), 0) from message)));
alter table subscription alter column seq drop identity, alter column seq set default nextval('wait_seq');
alter table message alter column seq drop identity, alter column seq set default nextval('wait_seq');
`;

const messages = `
-- message_id: the sender's own, a second one within the lifetime is dropped. unkept: reaches those who wait at its sending and nobody later.
alter table message add column message_id text, add column org_id uuid, add column unkept boolean not null default false;
create unique index message_once on message (province_id, name, correlation_key, message_id) where message_id is not null;

-- A message reaches a process (by its key) at most once.
create table message_delivery (
  province_id text not null, message_id uuid not null, process text not null,
  primary key (province_id, message_id, process),
  foreign key (province_id, message_id) references message (province_id, id) on delete cascade
);
insert into message_delivery (province_id, message_id, process)
  select m.province_id, m.id, d.key from message m cross join (select distinct province_id, key from process_definition) d
  where m.delivered and d.province_id = m.province_id;
drop index message_match;
alter table message drop column delivered;
create index message_match on message (province_id, name, correlation_key, seq);
create index message_expiry on message (expires_at);

-- At most one live instance per process and key of the message that started it.
alter table process_instance add column start_key text;
create unique index process_instance_start_key on process_instance (province_id, key, start_key) where start_key is not null and status = 'active';
`;

const signals = `
-- signal: null waits for every signal.
create table signal_subscription (
  province_id text not null, id uuid not null, instance_id uuid not null, element_id text not null, signal text,
  seq bigint not null default nextval('wait_seq'),
  primary key (province_id, id)
);
create index signal_subscription_match on signal_subscription (province_id, signal, instance_id, seq);

-- One row per broadcast; fanned out in batches by instance, so that no transaction holds all who wait. fan_cursor: the last instance that was looked at.
create table signal_broadcast (
  province_id text not null, id uuid not null, signal text not null, variables jsonb not null, thrown_by uuid, org_id uuid,
  thrown_at timestamptz not null, seq bigint not null default nextval('wait_seq'), fan_cursor uuid, fanned_out boolean not null default false,
  primary key (province_id, id)
);

-- Who has still to hear a broadcast; target: an instance, or a start subscription when definition_id is there.
create table signal_delivery (
  province_id text not null, broadcast_id uuid not null, target uuid not null, definition_id uuid, lease_until timestamptz, attempts smallint not null default 0,
  primary key (province_id, broadcast_id, target),
  foreign key (province_id, broadcast_id) references signal_broadcast (province_id, id)
);

alter table outbox drop constraint outbox_kind_check,
  add constraint outbox_kind_check check (kind in ('job', 'message', 'notice', 'signal'));
`;

const starts = `
-- What starts a process by itself, of its latest version only. process: the process id; owner: the key of the definition that holds it.
-- part: place of the definition in its event. together: the event needs all its parts, arrived: what those have brought that have come.
create table start_subscription (
  province_id text not null, id uuid not null, process text not null, element_id text not null, part smallint not null,
  owner text not null, definition_id uuid not null, kind text not null check (kind in ('message', 'signal', 'timer', 'condition')),
  name text, singleton boolean not null, together boolean not null, arrived jsonb,
  timer text, due_at timestamptz, cycle jsonb, skipped integer not null default 0,
  opened_at timestamptz not null, seq bigint not null default nextval('wait_seq'), lease_token uuid, lease_until timestamptz,
  primary key (province_id, id)
);
create unique index start_subscription_part on start_subscription (province_id, process, element_id, part);
create index start_subscription_name on start_subscription (province_id, kind, name);
create index start_subscription_due on start_subscription (due_at) where due_at is not null;
`;

/** Whose timer it is: a storm of one organisation must not hold up the others. */
const timers = `
alter table timer add column org_id uuid;
update timer t set org_id = i.org_id from process_instance i where i.province_id = t.province_id and i.id = t.instance_id;
alter table timer alter column org_id set not null;
create index timer_owner on timer (province_id, org_id, due_at);
`;
