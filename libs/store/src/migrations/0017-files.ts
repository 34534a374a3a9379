import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A file may lie in the database, on a disk or in an object store; its row says where, under which key, and what a scanner said of it. */
export class Files0017 implements MigrationInterface {
  readonly name = 'Files1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(places);
    await runner.query(indexes);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

// scan: 'own' was made here; 'unscanned' came in while no scanner was configured; 'waiting' is in quarantine.
const places = `
alter table file alter column bytes drop not null;
alter table file
  add column location text not null default 'database' check (location in ('database', 'disk', 's3')),
  add column key_id text,
  add column scan text not null default 'own' check (scan in ('own', 'unscanned', 'waiting', 'clean', 'infected')),
  add column scan_found text,
  add column scanned_at timestamptz,
  add column original_sha256 text,
  add column pages integer check (pages > 0),
  add constraint file_lies_somewhere check ((location = 'database') = (bytes is not null)),
  add constraint file_infection_named check ((scan = 'infected') = (scan_found is not null))
`;

const indexes = `
create index file_to_move on file (location, created_at);
create index file_waiting on file (created_at) where scan = 'waiting'
`;
