import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People and money of a movement: models and where they were published, duties, guests of conferences, indicators and contests. */
export class ModelsAndDuties0023 implements MigrationInterface {
  readonly name = 'ModelsAndDuties1700000000023';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [models, publications, consent, duties, guests, indicators, contests]) {
      await runner.query(part);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const models = `
-- id: the work it is introduced by. consent: to publish; withdrawn_on ends it from that day.
create table movement_model (
  province_id text not null, id uuid not null, movement_id text not null, org_id uuid not null,
  nominee_kind text not null check (nominee_kind in ('individual', 'collective', 'household')), person_id uuid, subject_org_id uuid,
  name text not null, title text not null,
  audience text check (audience in ('worker', 'farmer', 'woman', 'enterprise', 'official', 'other')),
  deeds text not null default '', results text not null default '', spread text not null default '', photo_sha256 text,
  consent_by text, consent_on date, consent_photo boolean not null default false, consent_sha256 text,
  withdrawn_on date, withdrawn_reason text,
  state text not null check (state in ('draft', 'introduced', 'selected', 'not-selected', 'canceled')),
  reason text, decided_on date, decided_by uuid, dossier_id uuid, version integer not null default 1,
  primary key (province_id, id),
  foreign key (province_id, id) references movement_work (province_id, id),
  check (num_nonnulls(person_id, subject_org_id) <= 1),
  check ((consent_on is null) = (consent_by is null)),
  check (withdrawn_on is null or (consent_on is not null and withdrawn_on >= consent_on)),
  check (state not in ('selected', 'not-selected') or (reason is not null and decided_on is not null and decided_by is not null))
);
create index movement_model_movement on movement_model (province_id, movement_id, state);
`;

const publications = `
-- work_id: the task of the body that published it.
create table movement_publication (
  province_id text not null, id uuid not null, work_id uuid not null, model_id uuid not null, org_id uuid not null,
  published_on date not null, channel text not null, link text not null default '', with_photo boolean not null default false,
  recorded_by uuid not null, recorded_at timestamptz not null, taken_down_on date, taken_down_note text,
  primary key (province_id, id),
  foreign key (province_id, model_id) references movement_model (province_id, id),
  foreign key (province_id, work_id) references movement_work (province_id, id),
  check (taken_down_on is null or taken_down_on >= published_on)
);
create index movement_publication_model on movement_publication (province_id, model_id);
`;

const consent = `
-- Nothing about a person is published without his word, whoever asks the database for it.
create function movement_publication_needs_consent() returns trigger language plpgsql as $$
declare model movement_model%rowtype;
begin
  select * into model from movement_model where province_id = new.province_id and id = new.model_id for share;
  if model.consent_on is null or new.published_on < model.consent_on
     or (model.withdrawn_on is not null and new.published_on >= model.withdrawn_on) then
    raise exception 'no consent to publish model % on %', new.model_id, new.published_on using errcode = '23514';
  end if;
  if new.with_photo and not model.consent_photo then
    raise exception 'no consent to publish the picture of model %', new.model_id using errcode = '23514';
  end if;
  return new;
end $$;
create trigger movement_publication_consent before insert on movement_publication
  for each row execute function movement_publication_needs_consent();
`;

const duties = `
-- id: the work. Money in whole đồng; file_sha256: the paper that shows it was done.
create table movement_duty (
  province_id text not null, id uuid not null, role text not null, asked text not null,
  plan_quote text, plan_line integer,
  planned bigint check (planned >= 0), spent bigint check (spent >= 0), budget_year integer,
  done_text text, done_on date, file_sha256 text, file_name text, version integer not null default 1,
  primary key (province_id, id),
  foreign key (province_id, id) references movement_work (province_id, id)
);
`;

const guests = `
-- attended null: nobody has said yet.
create table movement_guest (
  province_id text not null, id uuid not null, work_id uuid not null, seq integer not null,
  kind text not null check (kind in ('recipient', 'honouree', 'model', 'guest')),
  name text not null, title text not null default '', org_id uuid, row_id uuid, model_id uuid, attended boolean,
  primary key (province_id, id),
  foreign key (province_id, work_id) references movement_work (province_id, id)
);
create index movement_guest_work on movement_guest (province_id, work_id, seq);
create unique index movement_guest_row on movement_guest (province_id, work_id, row_id) where row_id is not null;
create unique index movement_guest_model on movement_guest (province_id, work_id, model_id) where model_id is not null;
create unique index movement_guest_org on movement_guest (province_id, work_id, org_id) where kind = 'recipient' and org_id is not null;
`;

const indicators = `
-- id: the work. lines: [{ code, name, unit, target, better }].
create table indicator_set (
  province_id text not null, id uuid not null, movement_id text not null, org_id uuid not null, title text not null, year integer not null,
  paper_number text, paper_date date, lines jsonb not null default '[]',
  state text not null check (state in ('draft', 'issued')), version integer not null default 1,
  primary key (province_id, id),
  foreign key (province_id, id) references movement_work (province_id, id),
  check (state = 'draft' or (paper_number is not null and paper_date is not null))
);
-- A body's value of an indicator, in the register of evidence. value as written, met null: no target to be held against.
create table indicator_result (
  province_id text not null, id uuid not null, person_id uuid, org_id uuid,
  set_id uuid not null, code text not null, name text not null, unit text not null, year smallint not null, target double precision, value double precision not null, met boolean,
  paper_number text, paper_date date, paper_body text, file_sha256 text, note text,
  source text not null check (source in ('system', 'import', 'manual')), batch_id uuid,
  created_by uuid, created_at timestamptz not null, confirmed_by uuid, confirmed_at timestamptz,
  canceled_at timestamptz, canceled_by uuid, cancel_reason text,
  primary key (province_id, id),
  foreign key (province_id, set_id) references indicator_set (province_id, id),
  check (org_id is not null and person_id is null),
  check ((source = 'import') = (batch_id is not null)),
  check (confirmed_at is not null or confirmed_by is null), check (confirmed_by is not null or confirmed_at is null or source = 'system')
);
create unique index indicator_result_once on indicator_result (province_id, org_id, set_id, code) where canceled_at is null;
create index indicator_result_org on indicator_result (province_id, org_id);
`;

const contests = `
-- results: [{ name, kind, subjectId, prize, evidenceId }]; who stands in the register has the prize there too.
create table movement_contest (
  province_id text not null, id uuid not null, movement_id text not null, org_id uuid not null,
  name text not null, organiser text not null, held_on date not null, year integer not null,
  scope text not null check (scope in ('unit', 'commune', 'province', 'nation', 'world')),
  paper_number text not null, paper_date date not null, paper_body text not null, results jsonb not null default '[]',
  recorded_by uuid not null, recorded_at timestamptz not null,
  primary key (province_id, id)
);
create index movement_contest_movement on movement_contest (province_id, movement_id, year);
`;
