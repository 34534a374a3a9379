import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people ask to have printed outside a process: registers, previews, test prints, certificates on a blank, name cards. An order and its
 * file are passing things: they go when they have been kept long enough, so the bytes stand beside the order and not among the frozen files.
 */
const orders = `
create table print_order (
  province_id text not null, id uuid not null, kind text not null, params jsonb not null, asked_by uuid not null, position_id uuid,
  created_at timestamptz not null, total integer not null default 0 check (total >= 0), done integer not null default 0 check (done >= 0),
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
  file_sha256 text, mime text, file_name text, failure jsonb, lease_token uuid, lease_until timestamptz, attempts integer not null default 0,
  next_at timestamptz not null default clock_timestamp(), finished_at timestamptz, kept_until timestamptz,
  primary key (province_id, id),
  constraint print_order_result check ((state = 'done') = (file_sha256 is not null) and (state = 'failed') = (failure is not null)),
  constraint print_order_lease check ((state = 'running') = (lease_token is not null) and (lease_token is null) = (lease_until is null)),
  constraint print_order_kept check ((state in ('done', 'failed')) = (kept_until is not null))
);
create index print_order_due on print_order (created_at, id) where state in ('queued', 'running');
create index print_order_of on print_order (province_id, asked_by, created_at);
create index print_order_kept_until on print_order (kept_until) where kept_until is not null;

create table print_file (
  province_id text not null, order_id uuid not null, bytes bytea not null, key_id text,
  primary key (province_id, order_id),
  foreign key (province_id, order_id) references print_order (province_id, id) on delete cascade
);
`;

/** Phôi: the pre-printed sheets an organisation prints its certificates on, and where each field stands on them. */
const blanks = `
create table certificate_blank (
  province_id text not null, id uuid not null, org_id uuid not null, name text not null, awards text[] not null,
  width_mm double precision not null check (width_mm between 50 and 900), height_mm double precision not null check (height_mm between 50 and 900),
  picture_sha256 text, fields jsonb not null, created_by uuid not null, created_at timestamptz not null, changed_by uuid not null,
  changed_at timestamptz not null, retired_at timestamptz, version integer not null default 1,
  primary key (province_id, id),
  foreign key (province_id, org_id) references org (province_id, id)
);
create unique index certificate_blank_name on certificate_blank (province_id, org_id, name) where retired_at is null;
`;

/** How far a paper job is, for those who wait for a long batch; of no meaning once the job is done. */
const progress = `
alter table job add column sheets_done integer, add column sheets_total integer;
`;

export class PrintOrders0013 implements MigrationInterface {
  readonly name = 'PrintOrders1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [orders, blanks, progress]) {
      await runner.query(part);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
