import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scans of the decision that sets up a council and of the paper that lends a power. */
export class GroundPapers0033 implements MigrationInterface {
  readonly name = 'GroundPapers1700000000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(scans);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const scans = `
-- file_sha256: the scan of what the row rests on; the trail holds every one it has had.
alter table council add column file_sha256 text, add foreign key (province_id, file_sha256) references file (province_id, sha256);
alter table delegation add column file_sha256 text, add foreign key (province_id, file_sha256) references file (province_id, sha256);
`;
