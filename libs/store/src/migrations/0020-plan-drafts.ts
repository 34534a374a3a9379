import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plans on their way to a movement: the text as it was read, what was proposed from it, and what people made of that. */
export class PlanDrafts0020 implements MigrationInterface {
  readonly name = 'PlanDrafts1700000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(drafts);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const drafts = `
-- lines: the text, one string a line, counted from 1 by every field. fields: kind, value, source, question, state, who settled it.
-- parent_*: the plan it carries out, kept for the citation check. amends: the movement whose plan it changes.
create table plan_draft (
  province_id text not null, id uuid not null, org_id uuid not null,
  source text not null check (source in ('reader', 'blank', 'copy')),
  file_name text, file_sha256 text, lines jsonb not null, fields jsonb not null,
  parent_name text, parent_sha256 text, parent_lines jsonb,
  state text not null default 'open' check (state in ('open', 'submitted', 'released', 'dropped')),
  movement_id text, amends text, version integer not null default 1,
  created_by uuid not null, created_at timestamptz not null, changed_at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, org_id) references org (province_id, id),
  foreign key (province_id, amends) references movement (province_id, id),
  check ((source = 'reader') = (file_sha256 is not null)),
  check ((parent_lines is null) = (parent_name is null))
);
create index plan_draft_org on plan_draft (province_id, org_id, created_at)
`;
