import type { MigrationInterface, QueryRunner } from 'typeorm';

const sources = `
-- Every template source a paper was ever made with, shipped ones too: the whole text with its partials, found by the hash that the
-- paper's template_version begins with. A paper of any age is made again from it.
create table template_source (
  hash text not null primary key check (hash ~ '^[0-9a-f]{64}$'), body jsonb not null, kept_at timestamptz not null
);
create unique index template_source_short on template_source (left(hash, 12));
create trigger template_source_written_once before update or delete or truncate on template_source execute function written_once();
`;

const templates = `
-- A province's own template of a kind, for one pack or any (pack_id null), from a day on. checks: what the last trial print of exactly
-- this content (checked_hash) found.
create table paper_template (
  province_id text not null, id uuid not null, kind text not null, number integer not null check (number > 0), pack_id text,
  valid_from date not null, title text not null, source text not null, letterhead jsonb, hash text not null,
  state text not null default 'draft' check (state in ('draft', 'proposed', 'released', 'withdrawn')),
  checked_hash text, checked_at timestamptz, checks jsonb,
  drafted_by uuid not null, drafted_at timestamptz not null, proposed_by uuid, proposed_at timestamptz,
  released_by uuid, released_at timestamptz, withdrawn_by uuid, withdrawn_at timestamptz, reason text, version integer not null default 1,
  primary key (province_id, id),
  unique (province_id, kind, number),
  check (state not in ('proposed', 'released') or (proposed_by is not null and checked_hash is not null and checked_hash = hash)),
  check (released_by is null or (proposed_by is not null and released_by <> proposed_by)),
  check (state <> 'released' or released_by is not null),
  check ((state = 'withdrawn') = (withdrawn_by is not null))
);
create index paper_template_in_force on paper_template (province_id, kind, valid_from) where state = 'released';

-- What two persons have agreed on is what is printed: only a draft's content changes, and a template never goes backwards from release.
create function paper_template_moves() returns trigger language plpgsql as $$
begin
  if (old.kind, old.number, old.drafted_at) is distinct from (new.kind, new.number, new.drafted_at) then
    raise exception 'a template keeps its kind and number' using errcode = '23514', constraint = 'paper_template_identity';
  end if;
  if old.state <> 'draft' and (old.source, old.letterhead, old.hash, old.pack_id, old.valid_from)
     is distinct from (new.source, new.letterhead, new.hash, new.pack_id, new.valid_from) then
    raise exception 'only a draft may change' using errcode = '23514', constraint = 'paper_template_frozen';
  end if;
  if not (old.state = new.state or (old.state, new.state) in
      (('draft', 'proposed'), ('proposed', 'draft'), ('proposed', 'released'), ('draft', 'withdrawn'), ('proposed', 'withdrawn'), ('released', 'withdrawn'))) then
    raise exception 'a template does not go from % to %', old.state, new.state using errcode = '23514', constraint = 'paper_template_state';
  end if;
  return new;
end $$;
create trigger paper_template_moves before update on paper_template for each row execute function paper_template_moves();
`;

/** Templates of provinces, and the source of every template a paper was made with. */
export class Templates0015 implements MigrationInterface {
  readonly name = 'Templates1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sources);
    await runner.query(templates);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
