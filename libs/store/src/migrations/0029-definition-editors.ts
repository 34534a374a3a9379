import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who edited a draft, which saving of it stands, from which day a version is in force, and what was said when it was published or given back. */
export class DefinitionEditors0029 implements MigrationInterface {
  readonly name = 'DefinitionEditors1700000000029';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [columns, editors, eyes]) {
      await runner.query(part);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const columns = `
-- rev: counts the savings of a draft, so that nobody saves over what he has not seen. shipped_hash: of an offer, what came with the software.
-- starts_open: false from its publication until its day, when what starts it by itself takes the place of the last version's.
-- applies_to: what the publisher chose, new instances alone or also some that run; returned_*: the last time it was given back.
alter table process_definition
  add column rev integer not null default 0, add column saved_by uuid, add column saved_at timestamptz,
  add column shipped_hash text,
  add column publish_note text, add column applies_to text check (applies_to in ('new', 'chosen')),
  add column starts_open boolean not null default true,
  add column returned_note text, add column returned_by uuid, add column returned_at timestamptz,
  drop constraint process_definition_status_check,
  add constraint process_definition_status_check check (status in ('draft', 'proposed', 'published', 'retired', 'discarded')),
  add constraint process_definition_returned check ((returned_note is null) = (returned_by is null) and (returned_by is null) = (returned_at is null));
create index process_definition_due on process_definition (effective_from) where not starts_open;
`;

const editors = `
-- Whose hand is in a draft. Whoever made drafts before this was kept is taken for their editor.
create table definition_editor (
  province_id text not null, definition_id uuid not null, person_id uuid not null,
  first_at timestamptz not null, last_at timestamptz not null check (last_at >= first_at),
  primary key (province_id, definition_id, person_id),
  foreign key (province_id, definition_id) references process_definition (province_id, id)
);
insert into definition_editor (province_id, definition_id, person_id, first_at, last_at)
  select province_id, id, created_by, created_at, created_at from process_definition where status in ('draft', 'proposed') and created_by is not null;
`;

const eyes = `
-- I12: whoever edited a version does not put it in force, whatever door he comes through.
create function definition_four_eyes() returns trigger language plpgsql as $$
begin
  if exists (select from definition_editor e
             where e.province_id = new.province_id and e.definition_id = new.id and e.person_id = new.published_by) then
    raise exception 'definition %: published by one of its editors', new.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger definition_four_eyes before insert or update of published_by on process_definition for each row
  when (new.published_by is not null) execute function definition_four_eyes();
`;
