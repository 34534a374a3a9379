import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What this installation is, provinces made in the browser with the worker's progress, and diagrams that outlive a cleared demo. */
export class Installation0026 implements MigrationInterface {
  readonly name = 'Installation1700000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const tables = `
create table installation (
  id smallint primary key check (id = 1),
  mode text not null check (mode in ('demo', 'real')),
  -- Processes compare it with what it was at their start: another number means they begin anew.
  epoch integer not null default 0,
  -- sha256 of the one-time code that makes the first administrators; null: none is waiting.
  code_hash text check (code_hash ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  -- When its example data was cleared, and by which account of the demo.
  cleared_at timestamptz,
  cleared_by text
);

create table province_setup (
  province_id text primary key,
  made_at timestamptz not null,
  -- Processes released so far, out of how many; null until the worker has begun.
  done smallint not null default 0,
  total smallint,
  finished_at timestamptz,
  failure text
);

-- Diagrams of a cleared demo that wait for the first province: what was in force last of each key, and drafts.
create table kept_diagram (
  id uuid primary key,
  key text not null,
  status text not null check (status in ('draft', 'published')),
  name text not null,
  xml text not null,
  resources jsonb not null,
  note text
);
`;
