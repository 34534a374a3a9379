import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A weekday off and the rest day worked for it are one decision. */
export class SwapPairs0030 implements MigrationInterface {
  readonly name = 'SwapPairs1700000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(pairs);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const pairs = `
-- Both halves carry the same pair: they come into force and go together.
alter table calendar_day add column pair_id uuid, add constraint calendar_day_pair check (pair_id is null or kind in ('swap-day', 'working-day'));
create unique index calendar_day_pair_half on calendar_day (province_id, pair_id, kind) where pair_id is not null;
`;
