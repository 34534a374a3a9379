import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A movement is planned before it is in force, and its plan goes to bodies chosen for it: some have a duty, others are asked to join in. */
export class UnitPlans0019 implements MigrationInterface {
  readonly name = 'UnitPlans1700000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(states);
    await runner.query(recipients);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const states = `
alter table movement
  drop constraint movement_state_check,
  add constraint movement_state_check check (state in ('planned', 'in-force', 'closed', 'dropped'))
`;

const recipients = `
create table movement_recipient (
  province_id text not null,
  movement_id text not null,
  org_id uuid not null,
  asked text not null check (asked in ('duty', 'cooperation')),
  reason text not null,
  due_on date,
  work_id uuid,
  chosen_by uuid not null,
  at timestamptz not null,
  primary key (province_id, movement_id, org_id),
  foreign key (province_id, movement_id) references movement (province_id, id),
  foreign key (province_id, org_id) references org (province_id, id),
  foreign key (province_id, work_id) references movement_work (province_id, id)
);
create index movement_recipient_org on movement_recipient (province_id, org_id)
`;
