import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What goes to the centre together is decided by more than one body (AU-08, AU-09): each decision keeps the paper it rests on. */
export class CentralDecisions0025 implements MigrationInterface {
  readonly name = 'CentralDecisions1700000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(column);
    await runner.query(backfill);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const column = `
-- central_paper_id: of an external decision, the paper of the centre that was recorded.
alter table decision add column central_paper_id uuid,
  add foreign key (province_id, central_paper_id) references central_paper (province_id, id),
  add check (central_paper_id is null or external);
`;

const backfill = `
update decision d set central_paper_id = (select c.id from central_paper c where c.province_id = d.province_id and c.round_id = d.round_id
  and c.kind = 'decision' order by c.recorded_at desc limit 1)
where d.external;
`;
