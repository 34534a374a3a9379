import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where plan and law leave something to a person; under which movement of a chain a nomination is made; what units register to win. */
export class Occasions0024 implements MigrationInterface {
  readonly name = 'Occasions1700000000024';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [choices, above, dossiers, registrations]) {
      await runner.query(part);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const choices = `
-- quote: the plan's words that were settled; rule_id, citation: the law that was shown beside them. A choice is replaced, never changed.
create table movement_choice (
  province_id text not null, id uuid not null, movement_id text not null,
  path text not null,
  code text not null check (code in ('level-open', 'own-authority', 'occasion-open', 'law-narrower', 'award-unknown')),
  quote text not null, picked text[] not null check (cardinality(picked) > 0), reason text not null check (btrim(reason) <> ''),
  rule_id text not null, citation text not null,
  person_id uuid not null, position_id uuid not null, at timestamptz not null, replaced_at timestamptz,
  primary key (province_id, id),
  foreign key (province_id, movement_id) references movement (province_id, id),
  check (replaced_at is null or replaced_at >= at)
);
create unique index movement_choice_standing on movement_choice (province_id, movement_id, path, code) where replaced_at is null;
`;

const above = `
-- A movement that a document above launches, as the plan names the document; first_on, last_on: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'.
create table movement_above (
  province_id text not null, id uuid not null, movement_id text not null,
  symbol text not null, dated text not null, issuer text not null, name text not null,
  level text not null check (level in ('UNIT', 'XA', 'HUYEN', 'TINH', 'TTG', 'CTN')), body text not null, first_on text, last_on text,
  quote text not null, line_from integer not null check (line_from > 0), line_to integer not null, reason text not null check (btrim(reason) <> ''),
  person_id uuid not null, position_id uuid not null, at timestamptz not null, removed_at timestamptz,
  primary key (province_id, id),
  foreign key (province_id, movement_id) references movement (province_id, id),
  check (line_to >= line_from)
);
create unique index movement_above_standing on movement_above (province_id, movement_id, symbol) where removed_at is null;
`;

const dossiers = `
-- The movement of the chain it is made under: a movement's id, or '<movement>#<symbol>' of a document above.
alter table dossier add column under_movement text,
  add constraint dossier_under_movement check (under_movement is null or movement_id is not null);
`;

const registrations = `
-- What a unit registers in an occasion: collectives and people, what they aim at and by what deeds.
create table emulation_registration (
  province_id text not null, work_id uuid not null, seq integer not null check (seq > 0),
  kind text not null check (kind in ('individual', 'collective', 'household')), person_id uuid, subject_org_id uuid,
  name text not null, title text not null default '', award text not null, goals text not null default '',
  primary key (province_id, work_id, seq),
  foreign key (province_id, work_id) references movement_work (province_id, id),
  check (num_nonnulls(person_id, subject_org_id) <= 1)
);
`;
