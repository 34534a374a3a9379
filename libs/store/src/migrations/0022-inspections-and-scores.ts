import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Inspections of a movement with what was found at every body, score sheets with both columns of points, and the files that prove either. */
export class InspectionsAndScores0022 implements MigrationInterface {
  readonly name = 'InspectionsAndScores1700000000022';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [inspections, units, findings, boards, sheets, lines, proofs]) {
      await runner.query(part);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const inspections = `
create table movement_inspection (
  province_id text not null, work_id uuid not null, period_from date, period_to date, items jsonb not null default '[]', bodies jsonb not null default '[]',
  team jsonb not null default '[]', version integer not null default 1,
  primary key (province_id, work_id),
  foreign key (province_id, work_id) references movement_work (province_id, id),
  check (period_from <= period_to)
)
`;

// signed_*: whoever signed the minutes for the body. conclusion: what the conclusion's paper says.
const units = `
create table inspected_unit (
  province_id text not null, work_id uuid not null, inspection_id uuid not null, org_id uuid not null, inspect_on date, place text not null default '',
  notice jsonb not null default '{}', minutes jsonb not null default '{}', answer text[] not null default '{}', signed_person uuid, signed_position uuid,
  signed_at timestamptz, conclusion jsonb not null default '{}', result text check (result in ('passed', 'with-shortcomings', 'failed')),
  follow_up_due date, follow_up_report text, follow_up_on date, concluded_at timestamptz, version integer not null default 1,
  primary key (province_id, work_id),
  unique (province_id, inspection_id, org_id),
  foreign key (province_id, work_id) references movement_work (province_id, id),
  foreign key (province_id, inspection_id) references movement_inspection (province_id, work_id),
  foreign key (province_id, org_id) references org (province_id, id),
  check ((signed_at is null) = (signed_person is null)),
  check (concluded_at is null or result is not null)
);
create index inspected_unit_org on inspected_unit (province_id, org_id)
`;

const findings = `
create table inspection_finding (
  province_id text not null, work_id uuid not null, item text not null, seq integer not null, content text not null,
  result text check (result in ('met', 'unmet', 'unchecked')), remark text not null default '', documents text not null default '',
  primary key (province_id, work_id, item),
  foreign key (province_id, work_id) references inspected_unit (province_id, work_id)
)
`;

const boards = `
create table score_board (
  province_id text not null, work_id uuid not null, scope text not null check (scope in ('units', 'cluster')), cluster_id uuid, criteria jsonb not null default '[]',
  bodies uuid[] not null default '{}', due_on date, meeting jsonb not null default '{}', recorded_at timestamptz, version integer not null default 1,
  primary key (province_id, work_id),
  foreign key (province_id, work_id) references movement_work (province_id, id),
  foreign key (province_id, cluster_id) references cluster (province_id, id),
  check ((scope = 'cluster') = (cluster_id is not null))
)
`;

// Totals and rank are written when the signed table is recorded; equal totals have equal ranks.
const sheets = `
create table score_sheet (
  province_id text not null, work_id uuid not null, board_id uuid not null, org_id uuid not null, handed_in_at timestamptz, self_total numeric(8, 2),
  given_total numeric(8, 2), rank integer check (rank > 0), tied boolean not null default false, version integer not null default 1,
  primary key (province_id, work_id),
  unique (province_id, board_id, org_id),
  foreign key (province_id, work_id) references movement_work (province_id, id),
  foreign key (province_id, board_id) references score_board (province_id, work_id),
  foreign key (province_id, org_id) references org (province_id, id),
  check ((rank is null) = (given_total is null))
);
create index score_sheet_org on score_sheet (province_id, org_id)
`;

const lines = `
create table score_line (
  province_id text not null, sheet_id uuid not null, criterion text not null, self numeric(6, 2) check (self >= 0), given numeric(6, 2) check (given >= 0),
  reason text, note text not null default '',
  primary key (province_id, sheet_id, criterion),
  foreign key (province_id, sheet_id) references score_sheet (province_id, work_id)
)
`;

const proofs = `
create table work_proof (
  province_id text not null, work_id uuid not null, place text not null, sha256 text not null, name text not null, person_id uuid not null, at timestamptz not null,
  primary key (province_id, work_id, place, sha256),
  foreign key (province_id, work_id) references movement_work (province_id, id)
)
`;
