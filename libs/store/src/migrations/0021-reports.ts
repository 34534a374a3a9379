import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports of a movement: the form of figures, what each body sent or compiled, and what the standing office says of its punctuality. */
export class Reports0021 implements MigrationInterface {
  readonly name = 'Reports1700000000021';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [forms, reports, rulings, reminders]) {
      await runner.query(part);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const forms = `
create table movement_report_form (
  province_id text not null, movement_id text not null, version integer not null check (version > 0), indicators jsonb not null,
  changed_by uuid, changed_at timestamptz not null,
  primary key (province_id, movement_id, version),
  foreign key (province_id, movement_id) references movement (province_id, id)
)
`;

// ready: put forward to the head, nobody writes in it. Of works of kind 'report' and 'report-call': a call's row is what was compiled of its reports. compiled_from: the call whose figures a report upward is.
const reports = `
create table movement_report (
  province_id text not null, work_id uuid not null, form_version integer not null,
  state text not null default 'open' check (state in ('open', 'ready', 'sent', 'mend', 'accepted')),
  figures jsonb not null default '{}', texts jsonb not null default '{}', adjustments jsonb not null default '{}', own_file boolean not null default false,
  included uuid[] not null default '{}', compiled_from uuid, mend_reason text,
  saved_by uuid, saved_at timestamptz, sent_by uuid, sent_at timestamptz, last_sent_at timestamptz, accepted_by uuid, accepted_at timestamptz,
  version integer not null default 1,
  primary key (province_id, work_id),
  foreign key (province_id, work_id) references movement_work (province_id, id),
  foreign key (province_id, compiled_from) references movement_work (province_id, id),
  check ((state in ('sent', 'accepted') and sent_at is not null) or state in ('open', 'ready', 'mend')),
  check ((state = 'accepted') = (accepted_at is not null)),
  check (last_sent_at is null or last_sent_at >= sent_at)
);
create index movement_report_compiled on movement_report (province_id, compiled_from) where compiled_from is not null;
create unique index movement_work_one_report on movement_work (province_id, movement_id, org_id, occasion, year)
  where kind = 'report' and status <> 'canceled'
`;

const rulings = `
create table movement_report_ruling (
  province_id text not null, id uuid not null, work_id uuid not null, on_time boolean, reason text not null check (reason <> ''),
  person_id uuid not null, position_id uuid not null, at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, work_id) references movement_report (province_id, work_id)
);
create index movement_report_ruling_work on movement_report_ruling (province_id, work_id, at);
create trigger movement_report_ruling_written_once before update or delete or truncate on movement_report_ruling execute function written_once()
`;

const reminders = `
alter table limit_notice drop constraint limit_notice_kind_check;
alter table limit_notice add constraint limit_notice_kind_check check (kind in ('reminder', 'due-day', 'escalation'))
`;
