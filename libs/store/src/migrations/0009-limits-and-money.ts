import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What starts and stops legal clocks, a province's own calendar days, explicit recomputation, and the award fund's ledger. */
export class LimitsAndMoney0009 implements MigrationInterface {
  readonly name = 'LimitsAndMoney1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [limits, calendar, recomputation, money]) {
      await runner.query(part);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const limits = `
-- What started, stopped or restarted the clock of a dossier, a round or a single row; facts hold ids only.
create table limit_event (
  province_id text not null, id uuid not null, dossier_id uuid, round_id uuid, row_id uuid,
  kind text not null check (kind in ('received', 'complete', 'supplement-asked', 'supplement-received', 'opinion-asked', 'opinion-received', 'held', 'released')),
  at timestamptz not null, by_person uuid, facts jsonb not null default '{}', seq bigint generated always as identity,
  primary key (province_id, id),
  check (num_nonnulls(dossier_id, round_id, row_id) > 0)
);
create index limit_event_dossier on limit_event (province_id, dossier_id, at);
create index limit_event_round on limit_event (province_id, round_id, at);
create index limit_event_row on limit_event (province_id, row_id, at);
create trigger limit_event_written_once before update or delete or truncate on limit_event execute function written_once();

-- A reminder or an escalation of a step, once for each due day it had.
create table limit_notice (
  province_id text not null, id uuid not null, task_id uuid not null, instance_id uuid not null, org_id uuid not null,
  kind text not null check (kind in ('reminder', 'escalation')), due_at timestamptz not null, rule_id text, at timestamptz not null,
  primary key (province_id, id)
);
create unique index limit_notice_once on limit_notice (province_id, task_id, kind, due_at);
create index limit_notice_org on limit_notice (province_id, org_id, at);
`;

const calendar = `
-- A province's or an office's own day over the published table: it counts when a second person has approved it. org_id null: the whole province.
create table calendar_day (
  province_id text not null, id uuid not null, org_id uuid, day date not null,
  kind text not null check (kind in ('holiday', 'swap-day', 'working-day', 'half-day', 'closure')),
  name text not null, citation text not null, closes_at smallint check (closes_at between 1 and 23),
  proposed_by uuid not null, proposed_at timestamptz not null, approved_by uuid, approved_at timestamptz,
  withdrawn_by uuid, withdrawn_at timestamptz,
  primary key (province_id, id),
  check (approved_by <> proposed_by),
  check ((kind = 'half-day') = (closes_at is not null)),
  check (kind = 'closure' or org_id is null)
);
create unique index calendar_day_of on calendar_day (province_id, day, coalesce(org_id, '00000000-0000-0000-0000-000000000000'))
  where withdrawn_at is null;
`;

const recomputation = `
-- Due days never move by themselves: one application, one line per open task whose day changed.
create table limit_recomputation (
  province_id text not null, id uuid not null, fingerprint text not null, reason text not null, tasks integer not null, changed integer not null,
  applied_by uuid not null, applied_at timestamptz not null,
  primary key (province_id, id)
);
create table limit_recomputation_line (
  province_id text not null, recomputation_id uuid not null, task_id uuid not null, rule_id text, old_due timestamptz, new_due timestamptz,
  primary key (province_id, recomputation_id, task_id),
  foreign key (province_id, recomputation_id) references limit_recomputation (province_id, id)
);
`;

const money = `
create table award_fund (
  province_id text not null, org_id uuid not null, year smallint not null, allotted bigint not null default 0 check (allotted >= 0),
  citation text not null default '', version integer not null default 0,
  primary key (province_id, org_id, year)
);

-- The ledger, đồng: left = allotted - (hold - release) - (commit - return). Amounts of 'allot' may be negative (a cut), all others are positive.
create table fund_entry (
  province_id text not null, id uuid not null, org_id uuid not null, year smallint not null, seq bigint generated always as identity,
  kind text not null check (kind in ('allot', 'hold', 'release', 'commit', 'pay', 'return')),
  amount bigint not null check (kind = 'allot' or amount > 0),
  decision_id uuid, row_id uuid, paper_id uuid, slot text, award text, formula text, citation text, confirmed boolean not null default true,
  at timestamptz not null, by_person uuid,
  primary key (province_id, id),
  foreign key (province_id, org_id, year) references award_fund (province_id, org_id, year),
  check (kind = 'allot' or row_id is not null)
);
create index fund_entry_fund on fund_entry (province_id, org_id, year, seq);
create index fund_entry_row on fund_entry (province_id, row_id);
create index fund_entry_decision on fund_entry (province_id, decision_id);
create trigger fund_entry_written_once before update or delete or truncate on fund_entry execute function written_once();
`;
