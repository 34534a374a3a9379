import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A movement lives: it stands in a chain, has readings, closes; what people do in it is a piece of work with a process of its own. */
export class Movements0018 implements MigrationInterface {
  readonly name = 'Movements1700000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(movement);
    await runner.query(versions);
    await runner.query(works);
    await runner.query(papers);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const movement = `
alter table movement
  add column state text not null default 'in-force' check (state in ('in-force', 'closed')),
  add column version integer not null default 1,
  add column parent_id text,
  add column source text not null default 'file' check (source in ('file', 'reader', 'copy', 'blank', 'unit')),
  add column plan_paper_id uuid,
  add column plan_draft_id uuid,
  add column created_at timestamptz,
  add column closed_at timestamptz,
  add constraint movement_parent foreign key (province_id, parent_id) references movement (province_id, id),
  add constraint movement_closed check ((state = 'closed') = (closed_at is not null))
`;

const versions = `
create table movement_version (
  province_id text not null,
  movement_id text not null,
  version integer not null,
  content jsonb not null,
  hash text not null,
  reason text,
  paper_id uuid,
  at timestamptz not null,
  primary key (province_id, movement_id, version),
  foreign key (province_id, movement_id) references movement (province_id, id)
)
`;

const works = `
create table movement_work (
  province_id text not null,
  id uuid not null,
  code text not null,
  movement_id text not null,
  kind text not null check (kind in ('plan', 'unit-plan', 'amendment', 'urging', 'closing', 'occasion', 'registration', 'report-call', 'report',
    'inspection', 'inspected-unit', 'scoring', 'score-sheet', 'model', 'publication', 'duty', 'indicators', 'conference')),
  org_id uuid not null,
  asked_by_org uuid not null,
  parent_id uuid,
  occasion text check (occasion in ('annual', 'interim', 'final', 'ad-hoc')),
  year integer,
  title text not null,
  status text not null check (status in ('open', 'submitted', 'done', 'canceled')),
  due_on date,
  opened_at timestamptz not null,
  done_at timestamptz,
  facts jsonb not null default '{}',
  instance_id uuid,
  version integer not null default 1,
  primary key (province_id, id),
  unique (province_id, code),
  foreign key (province_id, parent_id) references movement_work (province_id, id),
  check ((status in ('done', 'canceled')) = (done_at is not null))
);
create index movement_work_movement on movement_work (province_id, movement_id, kind);
create index movement_work_org on movement_work (province_id, org_id, status);
create index movement_work_instance on movement_work (province_id, instance_id);
create index movement_work_parent on movement_work (province_id, parent_id) where parent_id is not null
`;

const papers = `
alter table paper add column work_id uuid;
create index paper_work on paper (province_id, work_id) where work_id is not null
`;
