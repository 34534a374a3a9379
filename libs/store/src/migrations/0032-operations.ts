import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Open tasks that an administrator handed to another post, and why. */
export class Operations0032 implements MigrationInterface {
  readonly name = 'Operations1700000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const tables = `
-- The reason may hold names: the trail keeps the id of the line, never its words.
create table task_reassignment (
  province_id text not null, id uuid not null, task_id uuid not null, from_groups text[] not null, to_group text not null,
  reason text not null check (btrim(reason) <> ''), made_by uuid not null, made_by_position uuid not null, made_at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, task_id) references task (province_id, id),
  constraint task_reassignment_moves check (not to_group = any(from_groups))
);
create index task_reassignment_task on task_reassignment (province_id, task_id);
create index task_reassignment_made on task_reassignment (province_id, made_at);
create index incident_instance on incident (province_id, instance_id);
`;
