import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The first schema. `province_id` leads every key (tenancy); central bodies belong to tenant 'TW'.
 * Business times are written by the application's Clock, never by now(); only leases use clock_timestamp().
 */
export class Foundation0001 implements MigrationInterface {
  readonly name = 'Foundation1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [people, law, engine, engineWork, awards, councils, papers, trail]) {
      await runner.query(part);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const people = `
create table clock (id smallint primary key check (id = 1), offset_ms bigint not null default 0, frozen_at timestamptz);
insert into clock (id) values (1);

create table org (
  province_id text not null, id uuid not null, parent_id uuid,
  kind text not null check (kind in ('unit', 'commune', 'department', 'province', 'ministry', 'party', 'front', 'enterprise')),
  level text not null check (level in ('UNIT', 'XA', 'HUYEN', 'TINH', 'TW')),
  name text not null, head_body text not null, place text not null, symbol text not null,
  tier text not null check (tier in ('don-vi', 'thon', 'xa', 'phuong', 'dac-khu', 'tinh', 'thanh-pho', 'trung-uong')),
  legal_person boolean not null, has_seal boolean not null,
  valid_from date not null, valid_to date,
  primary key (province_id, id)
);
create index org_parent on org (province_id, parent_id);

create table person (
  province_id text not null, id uuid not null, full_name text not null, search_name text not null,
  gender text check (gender in ('nam', 'nu')), born date, home_town text, education text,
  primary key (province_id, id)
);
create index person_search on person (province_id, search_name text_pattern_ops);

create table account (
  province_id text not null, id uuid not null, person_id uuid not null, username text not null unique,
  password_hash text not null, disabled_at timestamptz, last_sign_in timestamptz,
  primary key (province_id, id),
  foreign key (province_id, person_id) references person (province_id, id)
);

-- A person's post in an organisation, with dates; tasks go to posts, never to accounts.
create table position (
  province_id text not null, id uuid not null, org_id uuid not null, person_id uuid not null,
  role text not null, title text not null, valid_from date not null, valid_to date, version integer not null default 1,
  primary key (province_id, id),
  foreign key (province_id, org_id) references org (province_id, id),
  foreign key (province_id, person_id) references person (province_id, id)
);
create index position_person on position (province_id, person_id);
create index position_role on position (province_id, org_id, role);

-- KT., TL., TUQ., Q.: who may sign for whom, by which paper, until when.
create table delegation (
  province_id text not null, id uuid not null, from_position uuid not null, to_position uuid not null,
  capacity text not null check (capacity in ('KT', 'TL', 'TUQ', 'Q')), paper text not null,
  valid_from date not null, valid_to date, accepted_at timestamptz,
  primary key (province_id, id),
  foreign key (province_id, from_position) references position (province_id, id),
  foreign key (province_id, to_position) references position (province_id, id),
  check (from_position <> to_position)
);

create table session (
  token_hash text primary key, province_id text not null, account_id uuid not null, csrf text not null,
  created_at timestamptz not null, expires_at timestamptz not null, ended_at timestamptz,
  foreign key (province_id, account_id) references account (province_id, id)
);
`;

const law = `
create table pack (
  id text not null, hash text not null primary key, content jsonb not null,
  received_from date not null, received_to date, loaded_at timestamptz not null
);
create unique index pack_id on pack (id, hash);

-- One line per (pack, rule, award): the database refuses any other decider (decision.authority foreign key).
create table authority_rule (
  pack_hash text not null references pack (hash), id text not null, award text not null, level text not null, role text not null,
  effective_from date not null, effective_to date, citation text not null, confirmed boolean not null,
  primary key (pack_hash, id, award, level, role, effective_from)
);

create table movement (
  province_id text not null, id text not null, hash text not null, org_id uuid, content jsonb not null, loaded_at timestamptz not null,
  primary key (province_id, id)
);
`;

const engine = `
create table process_definition (
  province_id text not null, id uuid not null, key text not null, version integer not null, name text not null,
  set_hash text not null, version_tag text, xml text not null, resources jsonb not null default '{}',
  origin text not null, status text not null check (status in ('draft', 'proposed', 'published', 'retired')),
  note text, effective_from date,
  created_by uuid, created_at timestamptz not null, proposed_by uuid, proposed_at timestamptz, published_by uuid, published_at timestamptz,
  primary key (province_id, id),
  check (published_by is null or proposed_by is null or published_by <> proposed_by)
);
create unique index process_definition_version on process_definition (province_id, key, version) where status in ('published', 'retired');

-- Hot row: only its primary key is indexed; everything lists need stands in process_instance.
create table instance_state (
  province_id text not null, id uuid not null, version integer not null, schema smallint not null default 1,
  state jsonb not null, audit_head text not null default '',
  primary key (province_id, id)
) with (fillfactor = 60);

create table process_instance (
  province_id text not null, id uuid not null, definition_id uuid not null, key text not null, business_key text,
  status text not null check (status in ('active', 'completed', 'canceled')), org_id uuid not null,
  dossier_id uuid, round_id uuid, pack_hash text,
  started_at timestamptz not null, ended_at timestamptz,
  primary key (province_id, id)
);
create index process_instance_definition on process_instance (province_id, definition_id, status);
create index process_instance_key on process_instance (province_id, business_key);

-- Append-only: one row per step with the events of that step in order; a step of ten events costs one insert.
create table history (
  province_id text not null, instance_id uuid not null, version integer not null, at timestamptz not null, events jsonb not null,
  primary key (province_id, instance_id, version, at)
) partition by range (at);
create table history_default partition of history default;
create index history_at on history using brin (at);
create view event as
  select h.province_id, h.instance_id, h.version, (e.ordinality - 1)::smallint as seq, h.at, e.value ->> 'type' as type, e.value as body
    from history h cross join lateral jsonb_array_elements(h.events) with ordinality e;
`;

const engineWork = `
create table task (
  province_id text not null, id uuid not null, instance_id uuid not null, definition_id uuid not null, element_id text not null,
  name text not null, step text, form_id text, status text not null check (status in ('open', 'completed', 'canceled')),
  candidate_groups text[] not null, assignee text, due_at timestamptz, priority smallint not null default 50, local jsonb not null,
  version integer not null default 1, org_id uuid not null, dossier_id uuid, round_id uuid,
  created_at timestamptz not null, completed_at timestamptz, completed_by_position uuid, completed_by_person uuid, on_behalf_of uuid,
  form_data_hash text,
  primary key (province_id, id)
);
create index task_instance on task (province_id, instance_id);

-- Reading an inbox is one index scan: a row per (principal, task); 'infinity' due sorts last.
create table inbox (
  province_id text not null, principal text not null, due_at timestamptz not null, task_id uuid not null,
  primary key (province_id, principal, due_at, task_id)
);
create index inbox_task on inbox (province_id, task_id);

create table task_draft (
  province_id text not null, task_id uuid not null, person_id uuid not null, body jsonb not null, saved_at timestamptz not null,
  primary key (province_id, task_id, person_id)
);

create table job (
  province_id text not null, id uuid not null, instance_id uuid not null, element_id text not null, type text not null,
  headers jsonb not null, variables jsonb not null, status text not null check (status in ('open', 'done', 'failed', 'canceled')),
  retries smallint not null, attempts smallint not null default 0, lease_token uuid, lease_until timestamptz,
  next_at timestamptz not null, last_error text,
  primary key (province_id, id)
);
create index job_open on job (next_at) where status = 'open';
create index job_instance on job (province_id, instance_id);

create table timer (
  province_id text not null, id uuid not null, instance_id uuid not null, element_id text not null, due_at timestamptz not null,
  lease_token uuid, lease_until timestamptz,
  primary key (province_id, id)
);
create index timer_due on timer (due_at);

create table subscription (
  province_id text not null, id uuid not null, instance_id uuid not null, element_id text not null,
  message text not null, correlation_key text not null, once boolean not null, opened_at timestamptz not null, seq bigint generated always as identity,
  primary key (province_id, id)
);
create index subscription_match on subscription (province_id, message, correlation_key, seq);

-- Buffered messages; delivered at most once per process key, dropped after expires_at.
create table message (
  province_id text not null, id uuid not null, name text not null, correlation_key text not null, variables jsonb not null,
  published_at timestamptz not null, expires_at timestamptz not null, delivered boolean not null default false, seq bigint generated always as identity,
  primary key (province_id, id)
);
create index message_match on message (province_id, name, correlation_key, seq) where not delivered;

create table outbox (
  id bigint generated always as identity primary key, province_id text not null,
  kind text not null check (kind in ('job', 'message', 'notice')), ref uuid not null,
  created_at timestamptz not null, relayed_at timestamptz, done_at timestamptz
);
create index outbox_todo on outbox (id) where relayed_at is null;
create index outbox_open on outbox (ref) where done_at is null;

create table incident (
  province_id text not null, id uuid not null, instance_id uuid not null, element_id text not null, cause text not null, detail text not null,
  raised_at timestamptz not null, resolved_at timestamptz, resolved_by uuid,
  primary key (province_id, id)
);
create index incident_open on incident (province_id, raised_at) where resolved_at is null;

create table idempotency (
  account_id uuid not null, route text not null, client_key uuid not null, body_hash text not null,
  status smallint not null, answer jsonb not null, created_at timestamptz not null,
  primary key (account_id, route, client_key)
);
`;

const awards = `
create table code_series (province_id text not null, name text not null, period text not null, n integer not null, primary key (province_id, name, period));

-- Hồ sơ trình: one submitter, one occasion, n nominee rows.
create table dossier (
  province_id text not null, id uuid not null, code text not null, national_code text, org_id uuid not null, commune_id uuid,
  movement_id text, occasion text not null check (occasion in ('annual', 'interim', 'final', 'ad-hoc', 'unspecified')), year smallint not null,
  title text not null, status text not null check (status in ('drafting', 'submitted', 'supplement', 'accepted', 'closed', 'rejected', 'withdrawn')),
  pack_hash text references pack (hash), received_at timestamptz, instance_id uuid,
  created_by uuid not null, created_at timestamptz not null, closed_at timestamptz, version integer not null default 1,
  primary key (province_id, id)
);
create unique index dossier_code on dossier (province_id, code);
create index dossier_org on dossier (province_id, org_id, created_at);

create table nominee_row (
  province_id text not null, id uuid not null, dossier_id uuid not null, seq smallint not null,
  kind text not null check (kind in ('individual', 'collective', 'household')),
  person_id uuid, subject_org_id uuid, name text not null, search_name text not null, title text not null,
  scope text not null check (scope in ('inside', 'outside', 'independent')),
  award text not null, achievement text not null, achievement_hash text not null, details jsonb not null default '{}',
  stage text not null check (stage in ('UNIT', 'XA', 'TINH', 'TW')),
  state text not null check (state in ('open', 'held', 'withdrawn', 'rejected', 'not-recommended', 'awarded', 'refused')),
  reason text, decision_id uuid, version integer not null default 1,
  primary key (province_id, id),
  foreign key (province_id, dossier_id) references dossier (province_id, id)
);
create unique index nominee_row_seq on nominee_row (province_id, dossier_id, seq);
create index nominee_row_search on nominee_row (province_id, search_name text_pattern_ops);

create table dossier_party (
  province_id text not null, dossier_id uuid not null, org_id uuid not null, role text not null,
  valid_from timestamptz not null, valid_to timestamptz,
  primary key (province_id, dossier_id, org_id, role)
);
create index dossier_party_org on dossier_party (province_id, org_id);

-- Đợt xét: occasion × level × receiving body.
create table review_round (
  province_id text not null, id uuid not null, code text not null, org_id uuid not null, standing_org_id uuid not null,
  level text not null check (level in ('XA', 'TINH')), movement_id text, occasion text not null, year smallint not null, title text not null,
  status text not null check (status in ('collecting', 'appraising', 'council', 'deciding', 'closed')), pack_hash text not null references pack (hash),
  closes_at timestamptz not null, instance_id uuid, upper_round_id uuid, created_at timestamptz not null, closed_at timestamptz,
  primary key (province_id, id)
);
create unique index review_round_code on review_round (province_id, code);

create table round_row (
  province_id text not null, round_id uuid not null, row_id uuid not null, joined_at timestamptz not null, source_round_id uuid,
  appraisal text check (appraisal in ('met', 'not-met', 'missing-data')), appraisal_note text,
  outcome text check (outcome in ('recommended', 'not-recommended', 'not-met', 'held', 'withdrawn', 'forwarded', 'awarded', 'refused')),
  primary key (province_id, round_id, row_id),
  foreign key (province_id, round_id) references review_round (province_id, id),
  foreign key (province_id, row_id) references nominee_row (province_id, id)
);
create index round_row_row on round_row (province_id, row_id);

create table row_hold (
  province_id text not null, id uuid not null, row_id uuid not null, ground text not null, held_at timestamptz not null, held_by uuid not null,
  released_at timestamptz, released_by uuid, conclusion text,
  primary key (province_id, id)
);
create unique index row_hold_open on row_hold (province_id, row_id) where released_at is null;
`;

const councils = `
create table council (
  province_id text not null, id uuid not null, org_id uuid not null, name text not null, established_by text not null, valid_from date not null, valid_to date,
  primary key (province_id, id)
);
create table council_member (
  province_id text not null, council_id uuid not null, person_id uuid not null, position_id uuid not null,
  role text not null check (role in ('chair', 'vice-chair', 'standing', 'secretary', 'member')), standing boolean not null,
  primary key (province_id, council_id, person_id)
);

create table council_session (
  province_id text not null, id uuid not null, round_id uuid not null, council_id uuid not null, body text not null check (body in ('standing', 'full')),
  status text not null check (status in ('open', 'closed')), total smallint not null, place text not null,
  opened_at timestamptz not null, closes_at timestamptz not null, closed_at timestamptz, minutes jsonb,
  primary key (province_id, id)
);
create unique index council_session_round on council_session (province_id, round_id, body);

create table session_item (
  province_id text not null, id uuid not null, session_id uuid not null, row_id uuid not null, seq smallint not null,
  rule_id text not null, needed smallint not null, yes smallint, no smallint, blank smallint, passed boolean,
  primary key (province_id, id)
);
create unique index session_item_row on session_item (province_id, session_id, row_id);

-- The secret ballot: who has voted, and how many of each. There is no row that joins the two.
create table roll (
  province_id text not null, session_id uuid not null, person_id uuid not null, position_id uuid not null,
  voted boolean not null default false, attendance text not null default 'present' check (attendance in ('present', 'absent', 'written')),
  primary key (province_id, session_id, person_id)
);
create table ballot_count (
  province_id text not null, session_id uuid not null, item_id uuid not null, option text not null check (option in ('yes', 'no', 'blank')),
  n smallint not null default 0,
  primary key (province_id, session_id, item_id, option)
);
`;

const papers = `
create table payload (province_id text not null, hash text not null, body jsonb not null, created_at timestamptz not null, primary key (province_id, hash));

create table file (
  province_id text not null, sha256 text not null, mime text not null, size integer not null, bytes bytea not null, created_at timestamptz not null,
  primary key (province_id, sha256)
);

create table decision (
  province_id text not null, id uuid not null, org_id uuid not null, round_id uuid, award text not null, level text not null, role text not null,
  pack_hash text not null, authority_rule_id text not null, authority_from date not null,
  position_id uuid not null, person_id uuid not null, capacity text not null check (capacity in ('self', 'KT', 'TL', 'TUQ', 'Q')), on_behalf_of uuid,
  date date not null, external boolean not null default false, paper_id uuid, canceled_at timestamptz,
  primary key (province_id, id),
  foreign key (pack_hash, authority_rule_id, award, level, role, authority_from)
    references authority_rule (pack_hash, id, award, level, role, effective_from),
  foreign key (province_id, position_id) references position (province_id, id)
);

-- The last of the four locks: whoever writes the row, the signer must hold the deciding post (or KT. for it) in force on the date.
create function decision_lawful() returns trigger language plpgsql as $$
declare
  rule authority_rule%rowtype;
  signer position%rowtype;
  signer_org org%rowtype;
begin
  select * into rule from authority_rule
   where pack_hash = new.pack_hash and id = new.authority_rule_id and award = new.award and level = new.level and role = new.role and effective_from = new.authority_from;
  if new.date < rule.effective_from or (rule.effective_to is not null and new.date > rule.effective_to) then
    raise exception 'authority row % is not in force on %', new.authority_rule_id, new.date using errcode = '23514', constraint = 'decision_in_force';
  end if;
  if new.external then
    return new;
  end if;
  select * into signer from position where province_id = new.province_id and id = new.position_id;
  select * into signer_org from org where province_id = new.province_id and id = signer.org_id;
  if signer_org.level <> new.level or signer.org_id <> new.org_id
     or new.date < signer.valid_from or (signer.valid_to is not null and new.date > signer.valid_to) or signer.person_id <> new.person_id then
    raise exception 'position % may not decide %', new.position_id, new.award using errcode = '23514', constraint = 'decision_lawful';
  end if;
  if signer.role = new.role and new.capacity = 'self' then
    return new;
  end if;
  if new.capacity in ('KT', 'Q') and exists (
    select 1 from delegation d join position head on head.province_id = d.province_id and head.id = d.from_position
     where d.province_id = new.province_id and d.to_position = new.position_id and d.capacity = new.capacity and head.role = new.role
       and head.org_id = new.org_id and d.from_position = new.on_behalf_of
       and new.date >= d.valid_from and (d.valid_to is null or new.date <= d.valid_to)
  ) then
    return new;
  end if;
  raise exception 'position % may not decide %', new.position_id, new.award using errcode = '23514', constraint = 'decision_lawful';
end $$;
create trigger decision_lawful before insert or update on decision for each row execute function decision_lawful();

create table series (
  province_id text not null, id uuid not null, org_id uuid not null, document_type text not null, year smallint not null,
  mode text not null check (mode in ('own', 'external')), suffix text not null, n integer not null default 0,
  primary key (province_id, id)
);
create unique index series_of on series (province_id, org_id, document_type, year);

create table paper (
  province_id text not null, id uuid not null, org_id uuid not null, kind text not null, slot text not null,
  dossier_id uuid, round_id uuid, decision_id uuid, row_id uuid, instance_id uuid,
  title text not null, state text not null check (state in ('drafted', 'signed', 'numbered', 'sealed', 'issued', 'canceled')),
  step text, data_hash text not null, template_version text not null,
  draft_sha256 text, file_sha256 text, docx_sha256 text, pages smallint,
  signature_mode text check (signature_mode in ('digital', 'wet-ink')), signer_position uuid, signer_person uuid, signed_at timestamptz,
  number integer, number_text text, number_date date, verify_token text not null, unconfirmed text[] not null default '{}',
  created_at timestamptz not null, issued_at timestamptz, version integer not null default 1,
  primary key (province_id, id)
);
-- One paper per slot (kind × what it is about × step): a repeated job finds its paper instead of making a second.
create unique index paper_slot on paper (province_id, slot);
create unique index paper_verify on paper (verify_token);
create index paper_dossier on paper (province_id, dossier_id);
create index paper_round on paper (province_id, round_id);

create table number_register (
  province_id text not null, series_id uuid not null, n integer, number_text text not null, date date not null, paper_id uuid,
  taken_at timestamptz not null, taken_by uuid not null, canceled_at timestamptz, cancel_reason text,
  primary key (province_id, series_id, number_text)
);
create unique index number_register_n on number_register (province_id, series_id, n) where n is not null;
create unique index number_register_paper on number_register (province_id, paper_id) where canceled_at is null;

create table central_paper (
  province_id text not null, id uuid not null, round_id uuid not null, kind text not null check (kind in ('sent', 'received', 'returned', 'opinion-asked', 'decision')),
  number_text text, date date not null, ground text, file_sha256 text, results jsonb, recorded_by uuid not null, recorded_at timestamptz not null,
  primary key (province_id, id)
);
`;

const trail = `
-- One line per state change, written in the same transaction, chained by hash per subject.
create table audit (
  province_id text not null, id bigint generated always as identity, at timestamptz not null,
  subject_type text not null, subject_id uuid not null, action text not null,
  person_id uuid, position_id uuid, on_behalf_of uuid, grant_version integer,
  facts jsonb not null, prev_hash text not null, hash text not null,
  primary key (province_id, id)
);
create index audit_subject on audit (province_id, subject_type, subject_id, id);

create function written_once() returns trigger language plpgsql as $$
begin
  raise exception '% is written once', tg_table_name using errcode = '23514', constraint = tg_table_name || '_written_once';
end $$;
create trigger audit_written_once before update or delete or truncate on audit execute function written_once();
create trigger pack_written_once before update or delete or truncate on pack execute function written_once();
create trigger authority_rule_written_once before update or delete or truncate on authority_rule execute function written_once();
`;
