import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Running instances taken into another version of their process: who did it, what became of each, and what it was before. */
export class Migrations0028 implements MigrationInterface {
  readonly name = 'Migrations1700000000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const tables = `
-- mapping: ids of elements of the older versions → of this one. renew: elements whose due date, message key or job type was evaluated anew.
create table instance_migration (
  province_id text not null, id uuid not null, definition_id uuid not null, mapping jsonb not null, renew text[] not null default '{}',
  note text not null, made_by uuid not null, made_at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, definition_id) references process_definition (province_id, id)
);
create index instance_migration_definition on instance_migration (province_id, definition_id, made_at);

-- One line per instance that was asked for. state_before, tasks_before: what an undo brings back; undone at most once, and only while
-- nothing has happened to the instance since (version_after). problems: why it was left as it was, [{code, element}].
create table instance_migration_line (
  province_id text not null, migration_id uuid not null, instance_id uuid not null, from_definition_id uuid not null,
  outcome text not null check (outcome in ('moved', 'refused', 'undone')), problems jsonb not null default '[]',
  version_after integer, state_before jsonb, tasks_before jsonb, undone_by uuid, undone_at timestamptz,
  primary key (province_id, migration_id, instance_id),
  foreign key (province_id, migration_id) references instance_migration (province_id, id),
  constraint instance_migration_line_before check ((outcome = 'refused') = (version_after is null)
    and (version_after is null) = (state_before is null) and (state_before is null) = (tasks_before is null)),
  constraint instance_migration_line_undone check ((outcome = 'undone') = (undone_at is not null))
);
create index instance_migration_line_instance on instance_migration_line (province_id, instance_id);
`;
