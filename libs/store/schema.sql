-- Written by tools/schema.mjs from the migrations; never edited by hand.

create sequence wait_seq;

create table account (
  province_id text not null,
  id uuid not null,
  person_id uuid not null,
  username text not null,
  password_hash text,
  disabled_at timestamp with time zone,
  last_sign_in timestamp with time zone,
  code_hash text,
  code_expires_at timestamp with time zone,
  constraint account_username_key UNIQUE (username),
  constraint account_pkey PRIMARY KEY (province_id, id),
  constraint account_province_id_person_id_fkey FOREIGN KEY (province_id, person_id) REFERENCES person(province_id, id),
  constraint account_check CHECK (((code_hash IS NULL) = (code_expires_at IS NULL))),
  constraint account_code_hash_check CHECK ((code_hash ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX account_person ON public.account USING btree (province_id, person_id);

create table audit (
  province_id text not null,
  id bigint not null generated always as identity,
  at timestamp with time zone not null,
  subject_type text not null,
  subject_id uuid not null,
  action text not null,
  person_id uuid,
  position_id uuid,
  on_behalf_of uuid,
  grant_version integer,
  facts jsonb not null,
  prev_hash text not null,
  hash text not null,
  constraint audit_pkey PRIMARY KEY (province_id, id)
);
CREATE INDEX audit_action ON public.audit USING btree (province_id, action, at, id);
CREATE INDEX audit_at ON public.audit USING btree (province_id, at, id);
CREATE INDEX audit_behalf ON public.audit USING btree (province_id, on_behalf_of, at, id) WHERE (on_behalf_of IS NOT NULL);
CREATE INDEX audit_person ON public.audit USING btree (province_id, person_id, at, id) WHERE (person_id IS NOT NULL);
CREATE INDEX audit_subject ON public.audit USING btree (province_id, subject_type, subject_id, id);
CREATE TRIGGER audit_written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION written_once();

create table audit_head (
  province_id text not null,
  subject_type text not null,
  subject_id uuid not null,
  lines integer not null,
  last_id bigint not null,
  last_hash text not null,
  constraint audit_head_pkey PRIMARY KEY (province_id, subject_type, subject_id)
) with (fillfactor=80);
CREATE TRIGGER audit_head_kept BEFORE DELETE OR TRUNCATE ON public.audit_head FOR EACH STATEMENT EXECUTE FUNCTION written_once();

create table audit_seal (
  province_id text not null,
  n integer not null,
  at timestamp with time zone not null,
  up_to bigint not null,
  prev_hash text not null,
  hash text not null,
  constraint audit_seal_pkey PRIMARY KEY (province_id, n)
);
CREATE TRIGGER audit_seal_written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION written_once();

create table audit_seal_line (
  province_id text not null,
  line_id bigint not null,
  n integer not null,
  subject_type text not null,
  subject_id uuid not null,
  hash text not null,
  constraint audit_seal_line_pkey PRIMARY KEY (province_id, line_id),
  constraint audit_seal_line_province_id_n_fkey FOREIGN KEY (province_id, n) REFERENCES audit_seal(province_id, n)
);
CREATE INDEX audit_seal_line_seal ON public.audit_seal_line USING btree (province_id, n, line_id);
CREATE INDEX audit_seal_line_subject ON public.audit_seal_line USING btree (province_id, subject_id);
CREATE TRIGGER audit_seal_line_written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_seal_line FOR EACH STATEMENT EXECUTE FUNCTION written_once();

create table audit_seal_mark (
  province_id text not null,
  settled bigint not null,
  pending bigint not null,
  pending_at timestamp with time zone not null,
  constraint audit_seal_mark_pkey PRIMARY KEY (province_id)
);

create table authority_rule (
  pack_hash text not null,
  id text not null,
  award text not null,
  level text not null,
  role text not null,
  effective_from date not null,
  effective_to date,
  citation text not null,
  confirmed boolean not null,
  constraint authority_rule_pkey PRIMARY KEY (pack_hash, id, award, level, role, effective_from),
  constraint authority_rule_pack_hash_fkey FOREIGN KEY (pack_hash) REFERENCES pack(hash)
);
CREATE TRIGGER authority_rule_written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON public.authority_rule FOR EACH STATEMENT EXECUTE FUNCTION written_once();

create table award_fund (
  province_id text not null,
  org_id uuid not null,
  year smallint not null,
  allotted bigint not null default 0,
  citation text not null default ''::text,
  version integer not null default 0,
  constraint award_fund_pkey PRIMARY KEY (province_id, org_id, year),
  constraint award_fund_allotted_check CHECK ((allotted >= 0))
);

create table award_history (
  province_id text not null,
  id uuid not null,
  person_id uuid,
  org_id uuid,
  subject_name text not null,
  award text not null,
  award_name text not null,
  award_kind text,
  award_type text,
  level text,
  year smallint not null,
  decided_on date not null,
  achievement_from date,
  achievement_to date,
  achievement text,
  achievement_hash text,
  movement_id text,
  row_id uuid,
  decision_id uuid,
  paper_number text,
  paper_date date,
  paper_body text,
  file_sha256 text,
  note text,
  source text not null,
  batch_id uuid,
  created_by uuid,
  created_at timestamp with time zone not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  canceled_at timestamp with time zone,
  canceled_by uuid,
  cancel_reason text,
  constraint award_history_pkey PRIMARY KEY (province_id, id),
  constraint award_history_award_kind_check CHECK ((award_kind = ANY (ARRAY['title'::text, 'form'::text]))),
  constraint award_history_award_type_check CHECK ((award_type = ANY (ARRAY['merit'::text, 'sudden'::text, 'movement'::text, 'service'::text, 'tenure'::text, 'external'::text]))),
  constraint award_history_check CHECK (((source = 'import'::text) = (batch_id IS NOT NULL))),
  constraint award_history_check1 CHECK (((confirmed_at IS NOT NULL) OR (confirmed_by IS NULL))),
  constraint award_history_check2 CHECK (((confirmed_by IS NOT NULL) OR (confirmed_at IS NULL) OR (source = 'system'::text))),
  constraint award_history_check3 CHECK (((num_nonnulls(person_id, org_id, row_id) >= 1) AND (num_nonnulls(person_id, org_id) <= 1))),
  constraint award_history_source_check CHECK ((source = ANY (ARRAY['system'::text, 'import'::text, 'manual'::text])))
);
CREATE INDEX award_history_batch ON public.award_history USING btree (province_id, batch_id) WHERE (batch_id IS NOT NULL);
CREATE UNIQUE INDEX award_history_once ON public.award_history USING btree (province_id, COALESCE(person_id, org_id), award, decided_on) WHERE ((row_id IS NULL) AND (canceled_at IS NULL));
CREATE INDEX award_history_org ON public.award_history USING btree (province_id, org_id) WHERE (org_id IS NOT NULL);
CREATE INDEX award_history_person ON public.award_history USING btree (province_id, person_id) WHERE (person_id IS NOT NULL);
CREATE UNIQUE INDEX award_history_row ON public.award_history USING btree (province_id, row_id) WHERE ((row_id IS NOT NULL) AND (canceled_at IS NULL));

create table ballot_count (
  province_id text not null,
  session_id uuid not null,
  item_id uuid not null,
  option text not null,
  n smallint not null default 0,
  constraint ballot_count_pkey PRIMARY KEY (province_id, session_id, item_id, option),
  constraint ballot_count_option_check CHECK ((option = ANY (ARRAY['yes'::text, 'no'::text, 'blank'::text])))
);

create table calendar_day (
  province_id text not null,
  id uuid not null,
  org_id uuid,
  day date not null,
  kind text not null,
  name text not null,
  citation text not null,
  closes_at smallint,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  approved_by uuid,
  approved_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  pair_id uuid,
  constraint calendar_day_pkey PRIMARY KEY (province_id, id),
  constraint calendar_day_check CHECK ((approved_by <> proposed_by)),
  constraint calendar_day_check1 CHECK (((kind = 'half-day'::text) = (closes_at IS NOT NULL))),
  constraint calendar_day_check2 CHECK (((kind = 'closure'::text) OR (org_id IS NULL))),
  constraint calendar_day_closes_at_check CHECK (((closes_at >= 1) AND (closes_at <= 23))),
  constraint calendar_day_kind_check CHECK ((kind = ANY (ARRAY['holiday'::text, 'swap-day'::text, 'working-day'::text, 'half-day'::text, 'closure'::text]))),
  constraint calendar_day_pair CHECK (((pair_id IS NULL) OR (kind = ANY (ARRAY['swap-day'::text, 'working-day'::text]))))
);
CREATE UNIQUE INDEX calendar_day_of ON public.calendar_day USING btree (province_id, day, COALESCE(org_id, '00000000-0000-0000-0000-000000000000'::uuid)) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX calendar_day_pair_half ON public.calendar_day USING btree (province_id, pair_id, kind) WHERE (pair_id IS NOT NULL);

create table central_paper (
  province_id text not null,
  id uuid not null,
  round_id uuid not null,
  kind text not null,
  number_text text,
  date date not null,
  ground text,
  file_sha256 text,
  results jsonb,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  awards jsonb,
  constraint central_paper_pkey PRIMARY KEY (province_id, id),
  constraint central_paper_kind_check CHECK ((kind = ANY (ARRAY['sent'::text, 'received'::text, 'returned'::text, 'opinion-asked'::text, 'answered'::text, 'differs'::text, 'agreed'::text, 'decision'::text, 'handed-over'::text])))
);

create table certificate_blank (
  province_id text not null,
  id uuid not null,
  org_id uuid not null,
  name text not null,
  awards text[] not null,
  width_mm double precision not null,
  height_mm double precision not null,
  picture_sha256 text,
  fields jsonb not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  version integer not null default 1,
  constraint certificate_blank_pkey PRIMARY KEY (province_id, id),
  constraint certificate_blank_province_id_org_id_fkey FOREIGN KEY (province_id, org_id) REFERENCES org(province_id, id),
  constraint certificate_blank_height_mm_check CHECK (((height_mm >= (50)::double precision) AND (height_mm <= (900)::double precision))),
  constraint certificate_blank_width_mm_check CHECK (((width_mm >= (50)::double precision) AND (width_mm <= (900)::double precision)))
);
CREATE UNIQUE INDEX certificate_blank_name ON public.certificate_blank USING btree (province_id, org_id, name) WHERE (retired_at IS NULL);

create table clock (
  id smallint not null,
  offset_ms bigint not null default 0,
  frozen_at timestamp with time zone,
  constraint clock_pkey PRIMARY KEY (id),
  constraint clock_id_check CHECK ((id = 1))
);

create table cluster (
  province_id text not null,
  id uuid not null,
  name text not null,
  level text not null,
  year smallint not null,
  lead_org_id uuid not null,
  series text not null,
  constraint cluster_pkey PRIMARY KEY (province_id, id),
  constraint cluster_province_id_lead_org_id_fkey FOREIGN KEY (province_id, lead_org_id) REFERENCES org(province_id, id),
  constraint cluster_level_check CHECK ((level = ANY (ARRAY['XA'::text, 'HUYEN'::text, 'TINH'::text, 'TW'::text])))
);
CREATE UNIQUE INDEX cluster_series ON public.cluster USING btree (province_id, series, year);

create table cluster_count (
  province_id text not null,
  meeting_id uuid not null,
  org_id uuid not null,
  n smallint not null default 0,
  constraint cluster_count_pkey PRIMARY KEY (province_id, meeting_id, org_id),
  constraint cluster_count_province_id_meeting_id_fkey FOREIGN KEY (province_id, meeting_id) REFERENCES cluster_meeting(province_id, id)
);

create table cluster_meeting (
  province_id text not null,
  id uuid not null,
  cluster_id uuid not null,
  round_id uuid not null,
  turn smallint not null,
  status text not null,
  place text not null,
  total smallint not null,
  candidates uuid[] not null,
  opened_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  ranking jsonb,
  constraint cluster_meeting_pkey PRIMARY KEY (province_id, id),
  constraint cluster_meeting_province_id_cluster_id_fkey FOREIGN KEY (province_id, cluster_id) REFERENCES cluster(province_id, id),
  constraint cluster_meeting_province_id_round_id_fkey FOREIGN KEY (province_id, round_id) REFERENCES review_round(province_id, id),
  constraint cluster_meeting_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])))
);
CREATE INDEX cluster_meeting_round ON public.cluster_meeting USING btree (province_id, round_id);
CREATE UNIQUE INDEX cluster_meeting_turn ON public.cluster_meeting USING btree (province_id, cluster_id, turn);

create table cluster_member (
  province_id text not null,
  cluster_id uuid not null,
  org_id uuid not null,
  constraint cluster_member_pkey PRIMARY KEY (province_id, cluster_id, org_id),
  constraint cluster_member_province_id_cluster_id_fkey FOREIGN KEY (province_id, cluster_id) REFERENCES cluster(province_id, id),
  constraint cluster_member_province_id_org_id_fkey FOREIGN KEY (province_id, org_id) REFERENCES org(province_id, id)
);

create table cluster_result (
  province_id text not null,
  cluster_id uuid not null,
  org_id uuid not null,
  rank smallint not null,
  yes smallint not null,
  total smallint not null,
  leader boolean not null,
  paper_id uuid,
  decided_at timestamp with time zone not null,
  constraint cluster_result_pkey PRIMARY KEY (province_id, cluster_id, org_id),
  constraint cluster_result_province_id_cluster_id_org_id_fkey FOREIGN KEY (province_id, cluster_id, org_id) REFERENCES cluster_member(province_id, cluster_id, org_id),
  constraint cluster_result_check CHECK ((yes <= total))
);
CREATE UNIQUE INDEX cluster_result_leader ON public.cluster_result USING btree (province_id, cluster_id) WHERE leader;
CREATE INDEX cluster_result_org ON public.cluster_result USING btree (province_id, org_id);

create table cluster_roll (
  province_id text not null,
  meeting_id uuid not null,
  org_id uuid not null,
  person_id uuid not null,
  voted boolean not null default false,
  constraint cluster_roll_pkey PRIMARY KEY (province_id, meeting_id, org_id),
  constraint cluster_roll_province_id_meeting_id_fkey FOREIGN KEY (province_id, meeting_id) REFERENCES cluster_meeting(province_id, id)
);

create table code_series (
  province_id text not null,
  name text not null,
  period text not null,
  n integer not null,
  constraint code_series_pkey PRIMARY KEY (province_id, name, period)
);

create table collective_year (
  province_id text not null,
  id uuid not null,
  person_id uuid,
  org_id uuid,
  year smallint not null,
  members integer,
  women integer,
  completed integer,
  ldtt integer,
  cstdcs integer,
  disciplined integer,
  direct_labour integer,
  party_rating text,
  mass_rating text,
  paper_number text,
  paper_date date,
  paper_body text,
  file_sha256 text,
  note text,
  source text not null,
  batch_id uuid,
  created_by uuid,
  created_at timestamp with time zone not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  canceled_at timestamp with time zone,
  canceled_by uuid,
  cancel_reason text,
  constraint collective_year_pkey PRIMARY KEY (province_id, id),
  constraint collective_year_check CHECK (((source = 'import'::text) = (batch_id IS NOT NULL))),
  constraint collective_year_check1 CHECK (((confirmed_at IS NOT NULL) OR (confirmed_by IS NULL))),
  constraint collective_year_check2 CHECK (((confirmed_by IS NOT NULL) OR (confirmed_at IS NULL) OR (source = 'system'::text))),
  constraint collective_year_check3 CHECK (((org_id IS NOT NULL) AND (person_id IS NULL))),
  constraint collective_year_check4 CHECK (((COALESCE(members, 0) >= 0) AND (COALESCE(women, 0) <= members) AND (COALESCE(completed, 0) <= members) AND (COALESCE(ldtt, 0) <= members) AND (COALESCE(cstdcs, 0) <= members) AND (COALESCE(direct_labour, 0) <= members))),
  constraint collective_year_mass_rating_check CHECK ((mass_rating = ANY (ARRAY['excellent'::text, 'good'::text, 'done'::text, 'not-done'::text]))),
  constraint collective_year_party_rating_check CHECK ((party_rating = ANY (ARRAY['excellent'::text, 'good'::text, 'done'::text, 'not-done'::text]))),
  constraint collective_year_source_check CHECK ((source = ANY (ARRAY['system'::text, 'import'::text, 'manual'::text])))
);
CREATE INDEX collective_year_batch ON public.collective_year USING btree (province_id, batch_id) WHERE (batch_id IS NOT NULL);
CREATE INDEX collective_year_org ON public.collective_year USING btree (province_id, org_id) WHERE (org_id IS NOT NULL);
CREATE INDEX collective_year_person ON public.collective_year USING btree (province_id, person_id) WHERE (person_id IS NOT NULL);
CREATE UNIQUE INDEX collective_year_year ON public.collective_year USING btree (province_id, org_id, year) WHERE (canceled_at IS NULL);

create table council (
  province_id text not null,
  id uuid not null,
  org_id uuid not null,
  name text not null,
  established_by text not null,
  valid_from date not null,
  valid_to date,
  ended_by text,
  file_sha256 text,
  constraint council_pkey PRIMARY KEY (province_id, id),
  constraint council_province_id_file_sha256_fkey FOREIGN KEY (province_id, file_sha256) REFERENCES file(province_id, sha256)
);

create table council_member (
  province_id text not null,
  council_id uuid not null,
  person_id uuid not null,
  position_id uuid not null,
  role text not null,
  standing boolean not null,
  constraint council_member_pkey PRIMARY KEY (province_id, council_id, person_id),
  constraint council_member_role_check CHECK ((role = ANY (ARRAY['chair'::text, 'vice-chair'::text, 'standing'::text, 'secretary'::text, 'member'::text])))
);

create table council_session (
  province_id text not null,
  id uuid not null,
  round_id uuid not null,
  council_id uuid not null,
  body text not null,
  status text not null,
  total smallint not null,
  place text not null,
  opened_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  minutes jsonb,
  present smallint,
  quorum_needed smallint,
  quorum_rule text,
  places jsonb not null default '[]'::jsonb,
  opinions_opened_at timestamp with time zone,
  frozen boolean not null default false,
  constraint council_session_pkey PRIMARY KEY (province_id, id),
  constraint council_session_body_check CHECK ((body = ANY (ARRAY['standing'::text, 'full'::text]))),
  constraint council_session_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text, 'postponed'::text])))
);
CREATE UNIQUE INDEX council_session_round ON public.council_session USING btree (province_id, round_id, body) WHERE (status <> 'postponed'::text);
CREATE TRIGGER council_session_frozen BEFORE UPDATE ON public.council_session FOR EACH ROW EXECUTE FUNCTION refuse_new_denominator();

create table counting_team (
  province_id text not null,
  session_id uuid not null,
  person_id uuid not null,
  full_name text not null,
  title text not null,
  head boolean not null,
  constraint counting_team_pkey PRIMARY KEY (province_id, session_id, person_id),
  constraint counting_team_province_id_session_id_fkey FOREIGN KEY (province_id, session_id) REFERENCES council_session(province_id, id)
);

create table decision (
  province_id text not null,
  id uuid not null,
  org_id uuid not null,
  round_id uuid,
  award text not null,
  level text not null,
  role text not null,
  pack_hash text not null,
  authority_rule_id text not null,
  authority_from date not null,
  position_id uuid not null,
  person_id uuid not null,
  capacity text not null,
  on_behalf_of uuid,
  date date not null,
  external boolean not null default false,
  paper_id uuid,
  canceled_at timestamp with time zone,
  central_paper_id uuid,
  constraint decision_pkey PRIMARY KEY (province_id, id),
  constraint decision_pack_hash_authority_rule_id_award_level_role_auth_fkey FOREIGN KEY (pack_hash, authority_rule_id, award, level, role, authority_from) REFERENCES authority_rule(pack_hash, id, award, level, role, effective_from),
  constraint decision_province_id_central_paper_id_fkey FOREIGN KEY (province_id, central_paper_id) REFERENCES central_paper(province_id, id),
  constraint decision_province_id_position_id_fkey FOREIGN KEY (province_id, position_id) REFERENCES "position"(province_id, id),
  constraint decision_capacity_check CHECK ((capacity = ANY (ARRAY['self'::text, 'KT'::text, 'TL'::text, 'TUQ'::text, 'Q'::text]))),
  constraint decision_check CHECK (((central_paper_id IS NULL) OR external))
);
CREATE TRIGGER decision_lawful BEFORE INSERT OR UPDATE OF province_id, org_id, award, level, role, pack_hash, authority_rule_id, authority_from, position_id, person_id, capacity, on_behalf_of, date, external ON public.decision FOR EACH ROW EXECUTE FUNCTION decision_lawful();

create table definition_editor (
  province_id text not null,
  definition_id uuid not null,
  person_id uuid not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  constraint definition_editor_pkey PRIMARY KEY (province_id, definition_id, person_id),
  constraint definition_editor_province_id_definition_id_fkey FOREIGN KEY (province_id, definition_id) REFERENCES process_definition(province_id, id),
  constraint definition_editor_check CHECK ((last_at >= first_at))
);

create table delegation (
  province_id text not null,
  id uuid not null,
  from_position uuid not null,
  to_position uuid not null,
  capacity text not null,
  paper text not null,
  valid_from date not null,
  valid_to date,
  accepted_at timestamp with time zone,
  scope jsonb not null default '{}'::jsonb,
  granted_by uuid,
  rests_on uuid,
  ended_at timestamp with time zone,
  ended_by uuid,
  end_reason text,
  recorded_by uuid,
  file_sha256 text,
  constraint delegation_pkey PRIMARY KEY (province_id, id),
  constraint delegation_province_id_file_sha256_fkey FOREIGN KEY (province_id, file_sha256) REFERENCES file(province_id, sha256),
  constraint delegation_province_id_from_position_fkey FOREIGN KEY (province_id, from_position) REFERENCES "position"(province_id, id),
  constraint delegation_province_id_to_position_fkey FOREIGN KEY (province_id, to_position) REFERENCES "position"(province_id, id),
  constraint delegation_rests_on FOREIGN KEY (province_id, rests_on) REFERENCES delegation(province_id, id),
  constraint delegation_capacity_check CHECK ((capacity = ANY (ARRAY['KT'::text, 'TL'::text, 'TUQ'::text, 'Q'::text]))),
  constraint delegation_check CHECK ((from_position <> to_position)),
  constraint delegation_tuq_bounded CHECK (((capacity <> 'TUQ'::text) OR (valid_to IS NOT NULL)))
);
CREATE TRIGGER delegation_sound BEFORE INSERT OR UPDATE OF from_position, to_position, capacity, rests_on, granted_by, valid_from, valid_to ON public.delegation FOR EACH ROW EXECUTE FUNCTION delegation_sound();
CREATE TRIGGER delegation_within_scope BEFORE INSERT OR UPDATE OF scope, rests_on ON public.delegation FOR EACH ROW WHEN ((new.rests_on IS NOT NULL)) EXECUTE FUNCTION delegation_within_scope();

create table discipline (
  province_id text not null,
  id uuid not null,
  person_id uuid,
  org_id uuid,
  form text not null,
  serious boolean not null,
  starts_on date not null,
  ends_on date,
  paper_number text,
  paper_date date,
  paper_body text,
  file_sha256 text,
  note text,
  source text not null,
  batch_id uuid,
  created_by uuid,
  created_at timestamp with time zone not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  canceled_at timestamp with time zone,
  canceled_by uuid,
  cancel_reason text,
  constraint discipline_pkey PRIMARY KEY (province_id, id),
  constraint discipline_check CHECK (((source = 'import'::text) = (batch_id IS NOT NULL))),
  constraint discipline_check1 CHECK (((confirmed_at IS NOT NULL) OR (confirmed_by IS NULL))),
  constraint discipline_check2 CHECK (((confirmed_by IS NOT NULL) OR (confirmed_at IS NULL) OR (source = 'system'::text))),
  constraint discipline_check3 CHECK ((num_nonnulls(person_id, org_id) = 1)),
  constraint discipline_check4 CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
  constraint discipline_source_check CHECK ((source = ANY (ARRAY['system'::text, 'import'::text, 'manual'::text])))
);
CREATE INDEX discipline_batch ON public.discipline USING btree (province_id, batch_id) WHERE (batch_id IS NOT NULL);
CREATE INDEX discipline_org ON public.discipline USING btree (province_id, org_id) WHERE (org_id IS NOT NULL);
CREATE INDEX discipline_person ON public.discipline USING btree (province_id, person_id) WHERE (person_id IS NOT NULL);

create table dossier (
  province_id text not null,
  id uuid not null,
  code text not null,
  national_code text,
  org_id uuid not null,
  commune_id uuid,
  movement_id text,
  occasion text not null,
  year smallint not null,
  title text not null,
  status text not null,
  pack_hash text,
  received_at timestamp with time zone,
  instance_id uuid,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  version integer not null default 1,
  receiver_org_id uuid,
  desk_org_id uuid,
  route text not null default 'upper'::text,
  procedure text not null default 'ordinary'::text,
  procedure_ground text,
  secrecy text not null default 'none'::text,
  entered_by_org uuid,
  complete_at timestamp with time zone,
  paper_only boolean not null default false,
  under_movement text,
  constraint dossier_pkey PRIMARY KEY (province_id, id),
  constraint dossier_pack_hash_fkey FOREIGN KEY (pack_hash) REFERENCES pack(hash),
  constraint dossier_occasion_check CHECK ((occasion = ANY (ARRAY['annual'::text, 'interim'::text, 'final'::text, 'ad-hoc'::text, 'unspecified'::text]))),
  constraint dossier_procedure_check CHECK ((procedure = ANY (ARRAY['ordinary'::text, 'simplified'::text]))),
  constraint dossier_route_check CHECK ((route = ANY (ARRAY['upper'::text, 'own'::text]))),
  constraint dossier_secrecy_check CHECK ((secrecy = ANY (ARRAY['none'::text, 'mat'::text, 'toi-mat'::text, 'tuyet-mat'::text]))),
  constraint dossier_secret_on_paper CHECK (((secrecy = 'none'::text) OR (paper_only AND (instance_id IS NULL) AND (title = ''::text)))),
  constraint dossier_simplified_ground CHECK (((procedure = 'ordinary'::text) OR (procedure_ground IS NOT NULL))),
  constraint dossier_status_check CHECK ((status = ANY (ARRAY['drafting'::text, 'submitted'::text, 'supplement'::text, 'accepted'::text, 'closed'::text, 'rejected'::text, 'withdrawn'::text]))),
  constraint dossier_under_movement CHECK (((under_movement IS NULL) OR (movement_id IS NOT NULL)))
);
CREATE UNIQUE INDEX dossier_code ON public.dossier USING btree (province_id, code);
CREATE INDEX dossier_org ON public.dossier USING btree (province_id, org_id, created_at);

create table dossier_party (
  province_id text not null,
  dossier_id uuid not null,
  org_id uuid not null,
  role text not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone,
  constraint dossier_party_pkey PRIMARY KEY (province_id, dossier_id, org_id, role)
);
CREATE INDEX dossier_party_org ON public.dossier_party USING btree (province_id, org_id);

create table emulation_registration (
  province_id text not null,
  work_id uuid not null,
  seq integer not null,
  kind text not null,
  person_id uuid,
  subject_org_id uuid,
  name text not null,
  title text not null default ''::text,
  award text not null,
  goals text not null default ''::text,
  constraint emulation_registration_pkey PRIMARY KEY (province_id, work_id, seq),
  constraint emulation_registration_province_id_work_id_fkey FOREIGN KEY (province_id, work_id) REFERENCES movement_work(province_id, id),
  constraint emulation_registration_check CHECK ((num_nonnulls(person_id, subject_org_id) <= 1)),
  constraint emulation_registration_kind_check CHECK ((kind = ANY (ARRAY['individual'::text, 'collective'::text, 'household'::text]))),
  constraint emulation_registration_seq_check CHECK ((seq > 0))
);

create table file (
  province_id text not null,
  sha256 text not null,
  mime text not null,
  size integer not null,
  bytes bytea,
  created_at timestamp with time zone not null,
  location text not null default 'database'::text,
  key_id text,
  scan text not null default 'own'::text,
  scan_found text,
  scanned_at timestamp with time zone,
  original_sha256 text,
  pages integer,
  constraint file_pkey PRIMARY KEY (province_id, sha256),
  constraint file_infection_named CHECK (((scan = 'infected'::text) = (scan_found IS NOT NULL))),
  constraint file_lies_somewhere CHECK (((location = 'database'::text) = (bytes IS NOT NULL))),
  constraint file_location_check CHECK ((location = ANY (ARRAY['database'::text, 'disk'::text, 's3'::text]))),
  constraint file_pages_check CHECK ((pages > 0)),
  constraint file_scan_check CHECK ((scan = ANY (ARRAY['own'::text, 'unscanned'::text, 'waiting'::text, 'clean'::text, 'infected'::text])))
);
CREATE INDEX file_to_move ON public.file USING btree (location, created_at);
CREATE INDEX file_waiting ON public.file USING btree (created_at) WHERE (scan = 'waiting'::text);

create table fund_entry (
  province_id text not null,
  id uuid not null,
  org_id uuid not null,
  year smallint not null,
  seq bigint not null generated always as identity,
  kind text not null,
  amount bigint not null,
  decision_id uuid,
  row_id uuid,
  paper_id uuid,
  slot text,
  award text,
  formula text,
  citation text,
  confirmed boolean not null default true,
  at timestamp with time zone not null,
  by_person uuid,
  constraint fund_entry_pkey PRIMARY KEY (province_id, id),
  constraint fund_entry_province_id_org_id_year_fkey FOREIGN KEY (province_id, org_id, year) REFERENCES award_fund(province_id, org_id, year),
  constraint fund_entry_check CHECK (((kind = 'allot'::text) OR (amount > 0))),
  constraint fund_entry_check1 CHECK (((kind = 'allot'::text) OR (row_id IS NOT NULL))),
  constraint fund_entry_kind_check CHECK ((kind = ANY (ARRAY['allot'::text, 'hold'::text, 'release'::text, 'commit'::text, 'pay'::text, 'return'::text])))
);
CREATE INDEX fund_entry_decision ON public.fund_entry USING btree (province_id, decision_id);
CREATE INDEX fund_entry_fund ON public.fund_entry USING btree (province_id, org_id, year, seq);
CREATE INDEX fund_entry_row ON public.fund_entry USING btree (province_id, row_id);
CREATE TRIGGER fund_entry_written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON public.fund_entry FOR EACH STATEMENT EXECUTE FUNCTION written_once();

create table history (
  province_id text not null,
  instance_id uuid not null,
  version integer not null,
  at timestamp with time zone not null,
  events jsonb not null,
  constraint history_pkey PRIMARY KEY (province_id, instance_id, version, at)
) partition by RANGE (at);
CREATE INDEX history_at ON ONLY public.history USING brin (at);

create table history_default partition of history DEFAULT;

create table idempotency (
  account_id uuid not null,
  route text not null,
  client_key uuid not null,
  body_hash text not null,
  status smallint not null,
  answer jsonb not null,
  created_at timestamp with time zone not null,
  constraint idempotency_pkey PRIMARY KEY (account_id, route, client_key)
);

create table import_batch (
  province_id text not null,
  id uuid not null,
  org_id uuid not null,
  kind text not null,
  file_name text not null,
  file_sha256 text not null,
  row_count integer not null,
  applied_by uuid not null,
  applied_at timestamp with time zone not null,
  undone_by uuid,
  undone_at timestamp with time zone,
  constraint import_batch_pkey PRIMARY KEY (province_id, id),
  constraint import_batch_kind_check CHECK ((kind = ANY (ARRAY['award'::text, 'rating'::text, 'initiative'::text])))
);
CREATE INDEX import_batch_org ON public.import_batch USING btree (province_id, org_id, applied_at);

create table inbox (
  province_id text not null,
  principal text not null,
  due_at timestamp with time zone not null,
  task_id uuid not null,
  constraint inbox_pkey PRIMARY KEY (province_id, principal, due_at, task_id)
);
CREATE INDEX inbox_task ON public.inbox USING btree (province_id, task_id);

create table incident (
  province_id text not null,
  id uuid not null,
  instance_id uuid not null,
  element_id text not null,
  cause text not null,
  detail text not null,
  raised_at timestamp with time zone not null,
  resolved_at timestamp with time zone,
  resolved_by uuid,
  constraint incident_pkey PRIMARY KEY (province_id, id)
);
CREATE INDEX incident_instance ON public.incident USING btree (province_id, instance_id);
CREATE INDEX incident_open ON public.incident USING btree (province_id, raised_at) WHERE (resolved_at IS NULL);

create table indicator_result (
  province_id text not null,
  id uuid not null,
  person_id uuid,
  org_id uuid,
  set_id uuid not null,
  code text not null,
  name text not null,
  unit text not null,
  year smallint not null,
  target double precision,
  value double precision not null,
  met boolean,
  paper_number text,
  paper_date date,
  paper_body text,
  file_sha256 text,
  note text,
  source text not null,
  batch_id uuid,
  created_by uuid,
  created_at timestamp with time zone not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  canceled_at timestamp with time zone,
  canceled_by uuid,
  cancel_reason text,
  constraint indicator_result_pkey PRIMARY KEY (province_id, id),
  constraint indicator_result_province_id_set_id_fkey FOREIGN KEY (province_id, set_id) REFERENCES indicator_set(province_id, id),
  constraint indicator_result_check CHECK (((org_id IS NOT NULL) AND (person_id IS NULL))),
  constraint indicator_result_check1 CHECK (((source = 'import'::text) = (batch_id IS NOT NULL))),
  constraint indicator_result_check2 CHECK (((confirmed_at IS NOT NULL) OR (confirmed_by IS NULL))),
  constraint indicator_result_check3 CHECK (((confirmed_by IS NOT NULL) OR (confirmed_at IS NULL) OR (source = 'system'::text))),
  constraint indicator_result_source_check CHECK ((source = ANY (ARRAY['system'::text, 'import'::text, 'manual'::text])))
);
CREATE UNIQUE INDEX indicator_result_once ON public.indicator_result USING btree (province_id, org_id, set_id, code) WHERE (canceled_at IS NULL);
CREATE INDEX indicator_result_org ON public.indicator_result USING btree (province_id, org_id);

create table indicator_set (
  province_id text not null,
  id uuid not null,
  movement_id text not null,
  org_id uuid not null,
  title text not null,
  year integer not null,
  paper_number text,
  paper_date date,
  lines jsonb not null default '[]'::jsonb,
  state text not null,
  version integer not null default 1,
  constraint indicator_set_pkey PRIMARY KEY (province_id, id),
  constraint indicator_set_province_id_id_fkey FOREIGN KEY (province_id, id) REFERENCES movement_work(province_id, id),
  constraint indicator_set_check CHECK (((state = 'draft'::text) OR ((paper_number IS NOT NULL) AND (paper_date IS NOT NULL)))),
  constraint indicator_set_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'issued'::text])))
);

create table initiative (
  province_id text not null,
  id uuid not null,
  person_id uuid,
  org_id uuid,
  name text not null,
  year smallint not null,
  kind text not null,
  scope text,
  grade text,
  recognised_by text,
  used_award text,
  paper_number text,
  paper_date date,
  paper_body text,
  file_sha256 text,
  note text,
  source text not null,
  batch_id uuid,
  created_by uuid,
  created_at timestamp with time zone not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  canceled_at timestamp with time zone,
  canceled_by uuid,
  cancel_reason text,
  constraint initiative_pkey PRIMARY KEY (province_id, id),
  constraint initiative_check CHECK (((source = 'import'::text) = (batch_id IS NOT NULL))),
  constraint initiative_check1 CHECK (((confirmed_at IS NOT NULL) OR (confirmed_by IS NULL))),
  constraint initiative_check2 CHECK (((confirmed_by IS NOT NULL) OR (confirmed_at IS NULL) OR (source = 'system'::text))),
  constraint initiative_check3 CHECK ((num_nonnulls(person_id, org_id) = 1)),
  constraint initiative_grade_check CHECK ((grade = ANY (ARRAY['gold'::text, 'silver'::text, 'bronze'::text]))),
  constraint initiative_kind_check CHECK ((kind = ANY (ARRAY['initiative'::text, 'topic'::text, 'invention'::text, 'prize'::text, 'combat-merit'::text, 'contribution'::text, 'achievement'::text, 'model'::text]))),
  constraint initiative_recognised_by_check CHECK ((recognised_by = ANY (ARRAY['unit'::text, 'commune'::text, 'district'::text, 'province'::text, 'ministry'::text, 'nation'::text]))),
  constraint initiative_scope_check CHECK ((scope = ANY (ARRAY['unit'::text, 'commune'::text, 'district'::text, 'province'::text, 'nation'::text, 'region'::text, 'continent'::text, 'world'::text]))),
  constraint initiative_source_check CHECK ((source = ANY (ARRAY['system'::text, 'import'::text, 'manual'::text])))
);
CREATE INDEX initiative_batch ON public.initiative USING btree (province_id, batch_id) WHERE (batch_id IS NOT NULL);
CREATE INDEX initiative_org ON public.initiative USING btree (province_id, org_id) WHERE (org_id IS NOT NULL);
CREATE INDEX initiative_paper ON public.initiative USING btree (province_id, file_sha256) WHERE (file_sha256 IS NOT NULL);
CREATE INDEX initiative_person ON public.initiative USING btree (province_id, person_id) WHERE (person_id IS NOT NULL);

create table inspected_unit (
  province_id text not null,
  work_id uuid not null,
  inspection_id uuid not null,
  org_id uuid not null,
  inspect_on date,
  place text not null default ''::text,
  notice jsonb not null default '{}'::jsonb,
  minutes jsonb not null default '{}'::jsonb,
  answer text[] not null default '{}'::text[],
  signed_person uuid,
  signed_position uuid,
  signed_at timestamp with time zone,
  conclusion jsonb not null default '{}'::jsonb,
  result text,
  follow_up_due date,
  follow_up_report text,
  follow_up_on date,
  concluded_at timestamp with time zone,
  version integer not null default 1,
  constraint inspected_unit_province_id_inspection_id_org_id_key UNIQUE (province_id, inspection_id, org_id),
  constraint inspected_unit_pkey PRIMARY KEY (province_id, work_id),
  constraint inspected_unit_province_id_inspection_id_fkey FOREIGN KEY (province_id, inspection_id) REFERENCES movement_inspection(province_id, work_id),
  constraint inspected_unit_province_id_org_id_fkey FOREIGN KEY (province_id, org_id) REFERENCES org(province_id, id),
  constraint inspected_unit_province_id_work_id_fkey FOREIGN KEY (province_id, work_id) REFERENCES movement_work(province_id, id),
  constraint inspected_unit_check CHECK (((signed_at IS NULL) = (signed_person IS NULL))),
  constraint inspected_unit_check1 CHECK (((concluded_at IS NULL) OR (result IS NOT NULL))),
  constraint inspected_unit_result_check CHECK ((result = ANY (ARRAY['passed'::text, 'with-shortcomings'::text, 'failed'::text])))
);
CREATE INDEX inspected_unit_org ON public.inspected_unit USING btree (province_id, org_id);

create table inspection_finding (
  province_id text not null,
  work_id uuid not null,
  item text not null,
  seq integer not null,
  content text not null,
  result text,
  remark text not null default ''::text,
  documents text not null default ''::text,
  constraint inspection_finding_pkey PRIMARY KEY (province_id, work_id, item),
  constraint inspection_finding_province_id_work_id_fkey FOREIGN KEY (province_id, work_id) REFERENCES inspected_unit(province_id, work_id),
  constraint inspection_finding_result_check CHECK ((result = ANY (ARRAY['met'::text, 'unmet'::text, 'unchecked'::text])))
);

create table installation (
  id smallint not null,
  mode text not null,
  epoch integer not null default 0,
  code_hash text,
  made_at timestamp with time zone not null,
  cleared_at timestamp with time zone,
  cleared_by text,
  constraint installation_pkey PRIMARY KEY (id),
  constraint installation_code_hash_check CHECK ((code_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint installation_id_check CHECK ((id = 1)),
  constraint installation_mode_check CHECK ((mode = ANY (ARRAY['demo'::text, 'real'::text])))
);

create table instance_migration (
  province_id text not null,
  id uuid not null,
  definition_id uuid not null,
  mapping jsonb not null,
  renew text[] not null default '{}'::text[],
  note text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint instance_migration_pkey PRIMARY KEY (province_id, id),
  constraint instance_migration_province_id_definition_id_fkey FOREIGN KEY (province_id, definition_id) REFERENCES process_definition(province_id, id)
);
CREATE INDEX instance_migration_definition ON public.instance_migration USING btree (province_id, definition_id, made_at);

create table instance_migration_line (
  province_id text not null,
  migration_id uuid not null,
  instance_id uuid not null,
  from_definition_id uuid not null,
  outcome text not null,
  problems jsonb not null default '[]'::jsonb,
  version_after integer,
  state_before jsonb,
  tasks_before jsonb,
  undone_by uuid,
  undone_at timestamp with time zone,
  constraint instance_migration_line_pkey PRIMARY KEY (province_id, migration_id, instance_id),
  constraint instance_migration_line_province_id_migration_id_fkey FOREIGN KEY (province_id, migration_id) REFERENCES instance_migration(province_id, id),
  constraint instance_migration_line_before CHECK ((((outcome = 'refused'::text) = (version_after IS NULL)) AND ((version_after IS NULL) = (state_before IS NULL)) AND ((state_before IS NULL) = (tasks_before IS NULL)))),
  constraint instance_migration_line_outcome_check CHECK ((outcome = ANY (ARRAY['moved'::text, 'refused'::text, 'undone'::text]))),
  constraint instance_migration_line_undone CHECK (((outcome = 'undone'::text) = (undone_at IS NOT NULL)))
);
CREATE INDEX instance_migration_line_instance ON public.instance_migration_line USING btree (province_id, instance_id);

create table instance_state (
  province_id text not null,
  id uuid not null,
  version integer not null,
  schema smallint not null default 1,
  state jsonb not null,
  audit_head text not null default ''::text,
  constraint instance_state_pkey PRIMARY KEY (province_id, id)
) with (fillfactor=60);

create table job (
  province_id text not null,
  id uuid not null,
  instance_id uuid not null,
  element_id text not null,
  type text not null,
  headers jsonb not null,
  variables jsonb not null,
  status text not null,
  retries smallint not null,
  attempts smallint not null default 0,
  lease_token uuid,
  lease_until timestamp with time zone,
  next_at timestamp with time zone not null,
  last_error text,
  sheets_done integer,
  sheets_total integer,
  constraint job_pkey PRIMARY KEY (province_id, id),
  constraint job_status_check CHECK ((status = ANY (ARRAY['open'::text, 'done'::text, 'failed'::text, 'canceled'::text])))
);
CREATE INDEX job_instance ON public.job USING btree (province_id, instance_id);
CREATE INDEX job_open ON public.job USING btree (next_at) WHERE (status = 'open'::text);

create table kept_diagram (
  id uuid not null,
  key text not null,
  status text not null,
  name text not null,
  xml text not null,
  resources jsonb not null,
  note text,
  constraint kept_diagram_pkey PRIMARY KEY (id),
  constraint kept_diagram_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text])))
);

create table kinder_law (
  province_id text not null,
  id uuid not null,
  dossier_id uuid not null,
  from_hash text not null,
  to_hash text not null,
  reason text not null,
  citation text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  constraint kinder_law_pkey PRIMARY KEY (province_id, id),
  constraint kinder_law_from_hash_fkey FOREIGN KEY (from_hash) REFERENCES pack(hash),
  constraint kinder_law_province_id_dossier_id_fkey FOREIGN KEY (province_id, dossier_id) REFERENCES dossier(province_id, id),
  constraint kinder_law_to_hash_fkey FOREIGN KEY (to_hash) REFERENCES pack(hash),
  constraint kinder_law_check CHECK ((from_hash <> to_hash))
);
CREATE INDEX kinder_law_dossier ON public.kinder_law USING btree (province_id, dossier_id, at);
CREATE TRIGGER kinder_law_written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON public.kinder_law FOR EACH STATEMENT EXECUTE FUNCTION written_once();

create table law_confirmation (
  province_id text not null,
  id uuid not null,
  pack_hash text not null,
  row_key text not null,
  row_hash text not null,
  row_id text not null,
  body text not null,
  number_text text not null,
  dated date not null,
  file_sha256 text not null,
  note text,
  status text not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  settled_by uuid,
  settled_at timestamp with time zone,
  reason text,
  constraint law_confirmation_pkey PRIMARY KEY (province_id, id),
  constraint law_confirmation_pack_hash_fkey FOREIGN KEY (pack_hash) REFERENCES pack(hash),
  constraint law_confirmation_check CHECK (((status = 'proposed'::text) = (settled_by IS NULL))),
  constraint law_confirmation_check1 CHECK (((status <> ALL (ARRAY['confirmed'::text, 'declined'::text])) OR (settled_by <> proposed_by))),
  constraint law_confirmation_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'declined'::text, 'withdrawn'::text])))
);
CREATE UNIQUE INDEX law_confirmation_open ON public.law_confirmation USING btree (province_id, row_key, row_hash) WHERE (status = ANY (ARRAY['proposed'::text, 'confirmed'::text]));

create table law_proposal (
  province_id text not null,
  id uuid not null,
  base_hash text not null,
  content jsonb not null,
  summary text not null,
  body text not null,
  number_text text not null,
  dated date not null,
  file_sha256 text not null,
  note text,
  status text not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  settled_by uuid,
  settled_at timestamp with time zone,
  reason text,
  local_hash text,
  effective_hash text,
  constraint law_proposal_pkey PRIMARY KEY (province_id, id),
  constraint law_proposal_base_hash_fkey FOREIGN KEY (base_hash) REFERENCES pack(hash),
  constraint law_proposal_effective_hash_fkey FOREIGN KEY (effective_hash) REFERENCES pack(hash),
  constraint law_proposal_local_hash_fkey FOREIGN KEY (local_hash) REFERENCES pack(hash),
  constraint law_proposal_check CHECK (((status = 'proposed'::text) = (settled_by IS NULL))),
  constraint law_proposal_check1 CHECK (((status <> ALL (ARRAY['in-force'::text, 'declined'::text])) OR (settled_by <> proposed_by))),
  constraint law_proposal_check2 CHECK (((status = 'in-force'::text) = (effective_hash IS NOT NULL))),
  constraint law_proposal_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'in-force'::text, 'declined'::text, 'withdrawn'::text])))
);
CREATE INDEX law_proposal_open ON public.law_proposal USING btree (province_id, status, proposed_at);

create table limit_event (
  province_id text not null,
  id uuid not null,
  dossier_id uuid,
  round_id uuid,
  row_id uuid,
  kind text not null,
  at timestamp with time zone not null,
  by_person uuid,
  facts jsonb not null default '{}'::jsonb,
  seq bigint not null generated always as identity,
  constraint limit_event_pkey PRIMARY KEY (province_id, id),
  constraint limit_event_check CHECK ((num_nonnulls(dossier_id, round_id, row_id) > 0)),
  constraint limit_event_kind_check CHECK ((kind = ANY (ARRAY['received'::text, 'complete'::text, 'supplement-asked'::text, 'supplement-received'::text, 'opinion-asked'::text, 'opinion-received'::text, 'held'::text, 'released'::text])))
);
CREATE INDEX limit_event_dossier ON public.limit_event USING btree (province_id, dossier_id, at);
CREATE INDEX limit_event_round ON public.limit_event USING btree (province_id, round_id, at);
CREATE INDEX limit_event_row ON public.limit_event USING btree (province_id, row_id, at);
CREATE TRIGGER limit_event_written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON public.limit_event FOR EACH STATEMENT EXECUTE FUNCTION written_once();

create table limit_notice (
  province_id text not null,
  id uuid not null,
  task_id uuid not null,
  instance_id uuid not null,
  org_id uuid not null,
  kind text not null,
  due_at timestamp with time zone not null,
  rule_id text,
  at timestamp with time zone not null,
  constraint limit_notice_pkey PRIMARY KEY (province_id, id),
  constraint limit_notice_kind_check CHECK ((kind = ANY (ARRAY['reminder'::text, 'due-day'::text, 'escalation'::text])))
);
CREATE UNIQUE INDEX limit_notice_once ON public.limit_notice USING btree (province_id, task_id, kind, due_at);
CREATE INDEX limit_notice_org ON public.limit_notice USING btree (province_id, org_id, at);

create table limit_recomputation (
  province_id text not null,
  id uuid not null,
  fingerprint text not null,
  reason text not null,
  tasks integer not null,
  changed integer not null,
  applied_by uuid not null,
  applied_at timestamp with time zone not null,
  constraint limit_recomputation_pkey PRIMARY KEY (province_id, id)
);

create table limit_recomputation_line (
  province_id text not null,
  recomputation_id uuid not null,
  task_id uuid not null,
  rule_id text,
  old_due timestamp with time zone,
  new_due timestamp with time zone,
  constraint limit_recomputation_line_pkey PRIMARY KEY (province_id, recomputation_id, task_id),
  constraint limit_recomputation_line_province_id_recomputation_id_fkey FOREIGN KEY (province_id, recomputation_id) REFERENCES limit_recomputation(province_id, id)
);

create table message (
  province_id text not null,
  id uuid not null,
  name text not null,
  correlation_key text not null,
  variables jsonb not null,
  published_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  seq bigint not null default nextval('wait_seq'::regclass),
  message_id text,
  org_id uuid,
  unkept boolean not null default false,
  constraint message_pkey PRIMARY KEY (province_id, id)
);
CREATE INDEX message_expiry ON public.message USING btree (expires_at);
CREATE INDEX message_match ON public.message USING btree (province_id, name, correlation_key, seq);
CREATE UNIQUE INDEX message_once ON public.message USING btree (province_id, name, correlation_key, message_id) WHERE (message_id IS NOT NULL);

create table message_delivery (
  province_id text not null,
  message_id uuid not null,
  process text not null,
  constraint message_delivery_pkey PRIMARY KEY (province_id, message_id, process),
  constraint message_delivery_province_id_message_id_fkey FOREIGN KEY (province_id, message_id) REFERENCES message(province_id, id) ON DELETE CASCADE
);

create table movement (
  province_id text not null,
  id text not null,
  hash text not null,
  org_id uuid,
  content jsonb not null,
  loaded_at timestamp with time zone not null,
  state text not null default 'in-force'::text,
  version integer not null default 1,
  parent_id text,
  source text not null default 'file'::text,
  plan_paper_id uuid,
  plan_draft_id uuid,
  created_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint movement_pkey PRIMARY KEY (province_id, id),
  constraint movement_parent FOREIGN KEY (province_id, parent_id) REFERENCES movement(province_id, id),
  constraint movement_closed CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL))),
  constraint movement_source_check CHECK ((source = ANY (ARRAY['file'::text, 'reader'::text, 'copy'::text, 'blank'::text, 'unit'::text]))),
  constraint movement_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'in-force'::text, 'closed'::text, 'dropped'::text])))
);

create table movement_above (
  province_id text not null,
  id uuid not null,
  movement_id text not null,
  symbol text not null,
  dated text not null,
  issuer text not null,
  name text not null,
  level text not null,
  body text not null,
  first_on text,
  last_on text,
  quote text not null,
  line_from integer not null,
  line_to integer not null,
  reason text not null,
  person_id uuid not null,
  position_id uuid not null,
  at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint movement_above_pkey PRIMARY KEY (province_id, id),
  constraint movement_above_province_id_movement_id_fkey FOREIGN KEY (province_id, movement_id) REFERENCES movement(province_id, id),
  constraint movement_above_check CHECK ((line_to >= line_from)),
  constraint movement_above_level_check CHECK ((level = ANY (ARRAY['UNIT'::text, 'XA'::text, 'HUYEN'::text, 'TINH'::text, 'TTG'::text, 'CTN'::text]))),
  constraint movement_above_line_from_check CHECK ((line_from > 0)),
  constraint movement_above_reason_check CHECK ((btrim(reason) <> ''::text))
);
CREATE UNIQUE INDEX movement_above_standing ON public.movement_above USING btree (province_id, movement_id, symbol) WHERE (removed_at IS NULL);

create table movement_choice (
  province_id text not null,
  id uuid not null,
  movement_id text not null,
  path text not null,
  code text not null,
  quote text not null,
  picked text[] not null,
  reason text not null,
  rule_id text not null,
  citation text not null,
  person_id uuid not null,
  position_id uuid not null,
  at timestamp with time zone not null,
  replaced_at timestamp with time zone,
  constraint movement_choice_pkey PRIMARY KEY (province_id, id),
  constraint movement_choice_province_id_movement_id_fkey FOREIGN KEY (province_id, movement_id) REFERENCES movement(province_id, id),
  constraint movement_choice_check CHECK (((replaced_at IS NULL) OR (replaced_at >= at))),
  constraint movement_choice_code_check CHECK ((code = ANY (ARRAY['level-open'::text, 'own-authority'::text, 'occasion-open'::text, 'law-narrower'::text, 'award-unknown'::text]))),
  constraint movement_choice_picked_check CHECK ((cardinality(picked) > 0)),
  constraint movement_choice_reason_check CHECK ((btrim(reason) <> ''::text))
);
CREATE UNIQUE INDEX movement_choice_standing ON public.movement_choice USING btree (province_id, movement_id, path, code) WHERE (replaced_at IS NULL);

create table movement_contest (
  province_id text not null,
  id uuid not null,
  movement_id text not null,
  org_id uuid not null,
  name text not null,
  organiser text not null,
  held_on date not null,
  year integer not null,
  scope text not null,
  paper_number text not null,
  paper_date date not null,
  paper_body text not null,
  results jsonb not null default '[]'::jsonb,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint movement_contest_pkey PRIMARY KEY (province_id, id),
  constraint movement_contest_scope_check CHECK ((scope = ANY (ARRAY['unit'::text, 'commune'::text, 'province'::text, 'nation'::text, 'world'::text])))
);
CREATE INDEX movement_contest_movement ON public.movement_contest USING btree (province_id, movement_id, year);

create table movement_duty (
  province_id text not null,
  id uuid not null,
  role text not null,
  asked text not null,
  plan_quote text,
  plan_line integer,
  planned bigint,
  spent bigint,
  budget_year integer,
  done_text text,
  done_on date,
  file_sha256 text,
  file_name text,
  version integer not null default 1,
  constraint movement_duty_pkey PRIMARY KEY (province_id, id),
  constraint movement_duty_province_id_id_fkey FOREIGN KEY (province_id, id) REFERENCES movement_work(province_id, id),
  constraint movement_duty_planned_check CHECK ((planned >= 0)),
  constraint movement_duty_spent_check CHECK ((spent >= 0))
);

create table movement_guest (
  province_id text not null,
  id uuid not null,
  work_id uuid not null,
  seq integer not null,
  kind text not null,
  name text not null,
  title text not null default ''::text,
  org_id uuid,
  row_id uuid,
  model_id uuid,
  attended boolean,
  constraint movement_guest_pkey PRIMARY KEY (province_id, id),
  constraint movement_guest_province_id_work_id_fkey FOREIGN KEY (province_id, work_id) REFERENCES movement_work(province_id, id),
  constraint movement_guest_kind_check CHECK ((kind = ANY (ARRAY['recipient'::text, 'honouree'::text, 'model'::text, 'guest'::text])))
);
CREATE UNIQUE INDEX movement_guest_model ON public.movement_guest USING btree (province_id, work_id, model_id) WHERE (model_id IS NOT NULL);
CREATE UNIQUE INDEX movement_guest_org ON public.movement_guest USING btree (province_id, work_id, org_id) WHERE ((kind = 'recipient'::text) AND (org_id IS NOT NULL));
CREATE UNIQUE INDEX movement_guest_row ON public.movement_guest USING btree (province_id, work_id, row_id) WHERE (row_id IS NOT NULL);
CREATE INDEX movement_guest_work ON public.movement_guest USING btree (province_id, work_id, seq);

create table movement_inspection (
  province_id text not null,
  work_id uuid not null,
  period_from date,
  period_to date,
  items jsonb not null default '[]'::jsonb,
  bodies jsonb not null default '[]'::jsonb,
  team jsonb not null default '[]'::jsonb,
  version integer not null default 1,
  constraint movement_inspection_pkey PRIMARY KEY (province_id, work_id),
  constraint movement_inspection_province_id_work_id_fkey FOREIGN KEY (province_id, work_id) REFERENCES movement_work(province_id, id),
  constraint movement_inspection_check CHECK ((period_from <= period_to))
);

create table movement_model (
  province_id text not null,
  id uuid not null,
  movement_id text not null,
  org_id uuid not null,
  nominee_kind text not null,
  person_id uuid,
  subject_org_id uuid,
  name text not null,
  title text not null,
  audience text,
  deeds text not null default ''::text,
  results text not null default ''::text,
  spread text not null default ''::text,
  photo_sha256 text,
  consent_by text,
  consent_on date,
  consent_photo boolean not null default false,
  consent_sha256 text,
  withdrawn_on date,
  withdrawn_reason text,
  state text not null,
  reason text,
  decided_on date,
  decided_by uuid,
  dossier_id uuid,
  version integer not null default 1,
  constraint movement_model_pkey PRIMARY KEY (province_id, id),
  constraint movement_model_province_id_id_fkey FOREIGN KEY (province_id, id) REFERENCES movement_work(province_id, id),
  constraint movement_model_audience_check CHECK ((audience = ANY (ARRAY['worker'::text, 'farmer'::text, 'woman'::text, 'enterprise'::text, 'official'::text, 'other'::text]))),
  constraint movement_model_check CHECK ((num_nonnulls(person_id, subject_org_id) <= 1)),
  constraint movement_model_check1 CHECK (((consent_on IS NULL) = (consent_by IS NULL))),
  constraint movement_model_check2 CHECK (((withdrawn_on IS NULL) OR ((consent_on IS NOT NULL) AND (withdrawn_on >= consent_on)))),
  constraint movement_model_check3 CHECK (((state <> ALL (ARRAY['selected'::text, 'not-selected'::text])) OR ((reason IS NOT NULL) AND (decided_on IS NOT NULL) AND (decided_by IS NOT NULL)))),
  constraint movement_model_nominee_kind_check CHECK ((nominee_kind = ANY (ARRAY['individual'::text, 'collective'::text, 'household'::text]))),
  constraint movement_model_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'introduced'::text, 'selected'::text, 'not-selected'::text, 'canceled'::text])))
);
CREATE INDEX movement_model_movement ON public.movement_model USING btree (province_id, movement_id, state);

create table movement_publication (
  province_id text not null,
  id uuid not null,
  work_id uuid not null,
  model_id uuid not null,
  org_id uuid not null,
  published_on date not null,
  channel text not null,
  link text not null default ''::text,
  with_photo boolean not null default false,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  taken_down_on date,
  taken_down_note text,
  constraint movement_publication_pkey PRIMARY KEY (province_id, id),
  constraint movement_publication_province_id_model_id_fkey FOREIGN KEY (province_id, model_id) REFERENCES movement_model(province_id, id),
  constraint movement_publication_province_id_work_id_fkey FOREIGN KEY (province_id, work_id) REFERENCES movement_work(province_id, id),
  constraint movement_publication_check CHECK (((taken_down_on IS NULL) OR (taken_down_on >= published_on)))
);
CREATE INDEX movement_publication_model ON public.movement_publication USING btree (province_id, model_id);
CREATE TRIGGER movement_publication_consent BEFORE INSERT ON public.movement_publication FOR EACH ROW EXECUTE FUNCTION movement_publication_needs_consent();

create table movement_recipient (
  province_id text not null,
  movement_id text not null,
  org_id uuid not null,
  asked text not null,
  reason text not null,
  due_on date,
  work_id uuid,
  chosen_by uuid not null,
  at timestamp with time zone not null,
  constraint movement_recipient_pkey PRIMARY KEY (province_id, movement_id, org_id),
  constraint movement_recipient_province_id_movement_id_fkey FOREIGN KEY (province_id, movement_id) REFERENCES movement(province_id, id),
  constraint movement_recipient_province_id_org_id_fkey FOREIGN KEY (province_id, org_id) REFERENCES org(province_id, id),
  constraint movement_recipient_province_id_work_id_fkey FOREIGN KEY (province_id, work_id) REFERENCES movement_work(province_id, id),
  constraint movement_recipient_asked_check CHECK ((asked = ANY (ARRAY['duty'::text, 'cooperation'::text])))
);
CREATE INDEX movement_recipient_org ON public.movement_recipient USING btree (province_id, org_id);

create table movement_report (
  province_id text not null,
  work_id uuid not null,
  form_version integer not null,
  state text not null default 'open'::text,
  figures jsonb not null default '{}'::jsonb,
  texts jsonb not null default '{}'::jsonb,
  adjustments jsonb not null default '{}'::jsonb,
  own_file boolean not null default false,
  included uuid[] not null default '{}'::uuid[],
  compiled_from uuid,
  mend_reason text,
  saved_by uuid,
  saved_at timestamp with time zone,
  sent_by uuid,
  sent_at timestamp with time zone,
  last_sent_at timestamp with time zone,
  accepted_by uuid,
  accepted_at timestamp with time zone,
  version integer not null default 1,
  constraint movement_report_pkey PRIMARY KEY (province_id, work_id),
  constraint movement_report_province_id_compiled_from_fkey FOREIGN KEY (province_id, compiled_from) REFERENCES movement_work(province_id, id),
  constraint movement_report_province_id_work_id_fkey FOREIGN KEY (province_id, work_id) REFERENCES movement_work(province_id, id),
  constraint movement_report_check CHECK ((((state = ANY (ARRAY['sent'::text, 'accepted'::text])) AND (sent_at IS NOT NULL)) OR (state = ANY (ARRAY['open'::text, 'ready'::text, 'mend'::text])))),
  constraint movement_report_check1 CHECK (((state = 'accepted'::text) = (accepted_at IS NOT NULL))),
  constraint movement_report_check2 CHECK (((last_sent_at IS NULL) OR (last_sent_at >= sent_at))),
  constraint movement_report_state_check CHECK ((state = ANY (ARRAY['open'::text, 'ready'::text, 'sent'::text, 'mend'::text, 'accepted'::text])))
);
CREATE INDEX movement_report_compiled ON public.movement_report USING btree (province_id, compiled_from) WHERE (compiled_from IS NOT NULL);

create table movement_report_form (
  province_id text not null,
  movement_id text not null,
  version integer not null,
  indicators jsonb not null,
  changed_by uuid,
  changed_at timestamp with time zone not null,
  constraint movement_report_form_pkey PRIMARY KEY (province_id, movement_id, version),
  constraint movement_report_form_province_id_movement_id_fkey FOREIGN KEY (province_id, movement_id) REFERENCES movement(province_id, id),
  constraint movement_report_form_version_check CHECK ((version > 0))
);

create table movement_report_ruling (
  province_id text not null,
  id uuid not null,
  work_id uuid not null,
  on_time boolean,
  reason text not null,
  person_id uuid not null,
  position_id uuid not null,
  at timestamp with time zone not null,
  constraint movement_report_ruling_pkey PRIMARY KEY (province_id, id),
  constraint movement_report_ruling_province_id_work_id_fkey FOREIGN KEY (province_id, work_id) REFERENCES movement_report(province_id, work_id),
  constraint movement_report_ruling_reason_check CHECK ((reason <> ''::text))
);
CREATE INDEX movement_report_ruling_work ON public.movement_report_ruling USING btree (province_id, work_id, at);
CREATE TRIGGER movement_report_ruling_written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON public.movement_report_ruling FOR EACH STATEMENT EXECUTE FUNCTION written_once();

create table movement_version (
  province_id text not null,
  movement_id text not null,
  version integer not null,
  content jsonb not null,
  hash text not null,
  reason text,
  paper_id uuid,
  at timestamp with time zone not null,
  constraint movement_version_pkey PRIMARY KEY (province_id, movement_id, version),
  constraint movement_version_province_id_movement_id_fkey FOREIGN KEY (province_id, movement_id) REFERENCES movement(province_id, id)
);

create table movement_work (
  province_id text not null,
  id uuid not null,
  code text not null,
  movement_id text not null,
  kind text not null,
  org_id uuid not null,
  asked_by_org uuid not null,
  parent_id uuid,
  occasion text,
  year integer,
  title text not null,
  status text not null,
  due_on date,
  opened_at timestamp with time zone not null,
  done_at timestamp with time zone,
  facts jsonb not null default '{}'::jsonb,
  instance_id uuid,
  version integer not null default 1,
  constraint movement_work_province_id_code_key UNIQUE (province_id, code),
  constraint movement_work_pkey PRIMARY KEY (province_id, id),
  constraint movement_work_province_id_parent_id_fkey FOREIGN KEY (province_id, parent_id) REFERENCES movement_work(province_id, id),
  constraint movement_work_check CHECK (((status = ANY (ARRAY['done'::text, 'canceled'::text])) = (done_at IS NOT NULL))),
  constraint movement_work_kind_check CHECK ((kind = ANY (ARRAY['plan'::text, 'unit-plan'::text, 'amendment'::text, 'urging'::text, 'closing'::text, 'occasion'::text, 'registration'::text, 'report-call'::text, 'report'::text, 'inspection'::text, 'inspected-unit'::text, 'scoring'::text, 'score-sheet'::text, 'model'::text, 'publication'::text, 'duty'::text, 'indicators'::text, 'conference'::text]))),
  constraint movement_work_occasion_check CHECK ((occasion = ANY (ARRAY['annual'::text, 'interim'::text, 'final'::text, 'ad-hoc'::text]))),
  constraint movement_work_status_check CHECK ((status = ANY (ARRAY['open'::text, 'submitted'::text, 'done'::text, 'canceled'::text])))
);
CREATE INDEX movement_work_instance ON public.movement_work USING btree (province_id, instance_id);
CREATE INDEX movement_work_movement ON public.movement_work USING btree (province_id, movement_id, kind);
CREATE UNIQUE INDEX movement_work_one_report ON public.movement_work USING btree (province_id, movement_id, org_id, occasion, year) WHERE ((kind = 'report'::text) AND (status <> 'canceled'::text));
CREATE INDEX movement_work_org ON public.movement_work USING btree (province_id, org_id, status);
CREATE INDEX movement_work_parent ON public.movement_work USING btree (province_id, parent_id) WHERE (parent_id IS NOT NULL);

create table nominee_row (
  province_id text not null,
  id uuid not null,
  dossier_id uuid not null,
  seq smallint not null,
  kind text not null,
  person_id uuid,
  subject_org_id uuid,
  name text not null,
  search_name text not null,
  title text not null,
  scope text not null,
  award text not null,
  achievement text not null,
  achievement_hash text not null,
  details jsonb not null default '{}'::jsonb,
  stage text not null,
  state text not null,
  reason text,
  decision_id uuid,
  version integer not null default 1,
  award_type text not null default 'merit'::text,
  posthumous boolean not null default false,
  achievement_from date,
  achievement_to date,
  evidence jsonb not null default '[]'::jsonb,
  under_party_management boolean not null default false,
  female_leader boolean not null default false,
  outsider jsonb,
  constraint nominee_row_pkey PRIMARY KEY (province_id, id),
  constraint nominee_row_province_id_dossier_id_fkey FOREIGN KEY (province_id, dossier_id) REFERENCES dossier(province_id, id),
  constraint nominee_row_award_type_check CHECK ((award_type = ANY (ARRAY['merit'::text, 'sudden'::text, 'movement'::text, 'service'::text, 'tenure'::text, 'external'::text]))),
  constraint nominee_row_kind_check CHECK ((kind = ANY (ARRAY['individual'::text, 'collective'::text, 'household'::text]))),
  constraint nominee_row_period CHECK (((achievement_from IS NULL) OR (achievement_to IS NULL) OR (achievement_from <= achievement_to))),
  constraint nominee_row_scope_check CHECK ((scope = ANY (ARRAY['inside'::text, 'outside'::text, 'independent'::text]))),
  constraint nominee_row_stage_check CHECK ((stage = ANY (ARRAY['UNIT'::text, 'XA'::text, 'HUYEN'::text, 'TINH'::text, 'TW'::text]))),
  constraint nominee_row_state_check CHECK ((state = ANY (ARRAY['open'::text, 'held'::text, 'withdrawn'::text, 'rejected'::text, 'not-recommended'::text, 'awarded'::text, 'refused'::text, 'revoked'::text])))
);
CREATE INDEX nominee_row_evidence ON public.nominee_row USING gin (evidence jsonb_path_ops);
CREATE INDEX nominee_row_person ON public.nominee_row USING btree (province_id, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX nominee_row_search ON public.nominee_row USING btree (province_id, search_name text_pattern_ops);
CREATE UNIQUE INDEX nominee_row_seq ON public.nominee_row USING btree (province_id, dossier_id, seq);
CREATE INDEX nominee_row_subject_org ON public.nominee_row USING btree (province_id, subject_org_id) WHERE (subject_org_id IS NOT NULL);
CREATE TRIGGER nominee_row_secret BEFORE INSERT OR UPDATE OF dossier_id ON public.nominee_row FOR EACH ROW EXECUTE FUNCTION secret_stays_out();

create table number_register (
  province_id text not null,
  series_id uuid not null,
  n integer,
  number_text text not null,
  date date not null,
  paper_id uuid,
  taken_at timestamp with time zone not null,
  taken_by uuid not null,
  canceled_at timestamp with time zone,
  cancel_reason text,
  number text default lower(split_part(number_text, '/'::text, 1)),
  kind text not null default ''::text,
  title text not null default ''::text,
  signer text not null default ''::text,
  recipients text[] not null default '{}'::text[],
  constraint number_register_pkey PRIMARY KEY (province_id, series_id, number_text)
);
CREATE UNIQUE INDEX number_register_n ON public.number_register USING btree (province_id, series_id, n) WHERE (n IS NOT NULL);
CREATE UNIQUE INDEX number_register_number ON public.number_register USING btree (province_id, series_id, number);
CREATE UNIQUE INDEX number_register_paper ON public.number_register USING btree (province_id, paper_id) WHERE (canceled_at IS NULL);
CREATE TRIGGER number_register_in_order BEFORE INSERT ON public.number_register FOR EACH ROW EXECUTE FUNCTION number_register_in_order();
CREATE TRIGGER number_register_kept BEFORE DELETE OR UPDATE ON public.number_register FOR EACH ROW EXECUTE FUNCTION number_register_kept();

create table open_vote (
  province_id text not null,
  session_id uuid not null,
  item_id uuid not null,
  person_id uuid not null,
  option text not null,
  constraint open_vote_pkey PRIMARY KEY (province_id, session_id, item_id, person_id),
  constraint open_vote_province_id_item_id_fkey FOREIGN KEY (province_id, item_id) REFERENCES session_item(province_id, id),
  constraint open_vote_option_check CHECK ((option = ANY (ARRAY['yes'::text, 'no'::text, 'blank'::text])))
);
CREATE TRIGGER open_vote_only_open BEFORE INSERT OR UPDATE ON public.open_vote FOR EACH ROW EXECUTE FUNCTION refuse_open_vote_on_secret();

create table opinion_request (
  province_id text not null,
  id uuid not null,
  round_id uuid not null,
  row_id uuid,
  kind text not null,
  body text not null,
  org_id uuid,
  subject text not null,
  rule_id text not null,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  due_on date,
  paper_id uuid,
  answered_at timestamp with time zone,
  answered_by uuid,
  answer text,
  text text,
  number_text text,
  answer_date date,
  file_sha256 text,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdraw_reason text,
  constraint opinion_request_pkey PRIMARY KEY (province_id, id),
  constraint opinion_request_province_id_round_id_fkey FOREIGN KEY (province_id, round_id) REFERENCES review_round(province_id, id),
  constraint opinion_request_province_id_row_id_fkey FOREIGN KEY (province_id, row_id) REFERENCES nominee_row(province_id, id),
  constraint opinion_answer_whole CHECK (((answered_at IS NULL) = (answer IS NULL))),
  constraint opinion_ended_once CHECK (((answered_at IS NULL) OR (withdrawn_at IS NULL))),
  constraint opinion_request_answer_check CHECK ((answer = ANY (ARRAY['agree'::text, 'disagree'::text, 'other'::text]))),
  constraint opinion_request_kind_check CHECK ((kind = ANY (ARRAY['agency'::text, 'party'::text, 'ministry'::text, 'confirmation'::text]))),
  constraint opinion_withdrawal_reason CHECK (((withdrawn_at IS NULL) = (withdraw_reason IS NULL)))
);
CREATE INDEX opinion_request_round ON public.opinion_request USING btree (province_id, round_id);

create table org (
  province_id text not null,
  id uuid not null,
  parent_id uuid,
  kind text not null,
  level text not null,
  name text not null,
  head_body text not null,
  place text not null,
  symbol text not null,
  tier text not null,
  legal_person boolean not null,
  has_seal boolean not null,
  valid_from date not null,
  valid_to date,
  org_kind text not null default 'agency'::text,
  managing_org_id uuid,
  code text,
  constraint org_pkey PRIMARY KEY (province_id, id),
  constraint org_managing FOREIGN KEY (province_id, managing_org_id) REFERENCES org(province_id, id),
  constraint org_code_check CHECK ((btrim(code) <> ''::text)),
  constraint org_kind_check CHECK ((kind = ANY (ARRAY['unit'::text, 'commune'::text, 'district'::text, 'department'::text, 'province'::text, 'ministry'::text, 'party'::text, 'front'::text, 'enterprise'::text]))),
  constraint org_level_check CHECK ((level = ANY (ARRAY['UNIT'::text, 'XA'::text, 'HUYEN'::text, 'TINH'::text, 'TW'::text]))),
  constraint org_org_kind_check CHECK ((org_kind = ANY (ARRAY['agency'::text, 'enterprise'::text, 'cooperative'::text, 'school'::text, 'village'::text, 'party'::text, 'front'::text, 'association'::text]))),
  constraint org_tier_check CHECK ((tier = ANY (ARRAY['don-vi'::text, 'thon'::text, 'xa'::text, 'phuong'::text, 'dac-khu'::text, 'huyen'::text, 'quan'::text, 'thi-xa'::text, 'tinh'::text, 'thanh-pho'::text, 'trung-uong'::text])))
);
CREATE UNIQUE INDEX org_code ON public.org USING btree (province_id, upper(code)) WHERE (code IS NOT NULL);
CREATE INDEX org_parent ON public.org USING btree (province_id, parent_id);

create table org_change (
  province_id text not null,
  org_id uuid not null,
  valid_from date not null,
  valid_to date,
  legal_person boolean,
  has_seal boolean,
  symbol text,
  name text,
  head_body text,
  parent_id uuid,
  paper text,
  constraint org_change_pkey PRIMARY KEY (province_id, org_id, valid_from),
  constraint org_change_province_id_org_id_fkey FOREIGN KEY (province_id, org_id) REFERENCES org(province_id, id),
  constraint org_change_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

create table org_succession (
  province_id text not null,
  predecessor_id uuid not null,
  successor_id uuid not null,
  kind text not null,
  on_date date not null,
  takes_open_files boolean not null,
  paper text not null,
  handed_over_at timestamp with time zone,
  constraint org_succession_pkey PRIMARY KEY (province_id, predecessor_id, successor_id),
  constraint org_succession_province_id_predecessor_id_fkey FOREIGN KEY (province_id, predecessor_id) REFERENCES org(province_id, id),
  constraint org_succession_province_id_successor_id_fkey FOREIGN KEY (province_id, successor_id) REFERENCES org(province_id, id),
  constraint org_succession_check CHECK ((predecessor_id <> successor_id)),
  constraint org_succession_kind_check CHECK ((kind = ANY (ARRAY['merged'::text, 'split'::text, 'ended'::text, 'renamed'::text])))
);
CREATE INDEX org_succession_successor ON public.org_succession USING btree (province_id, successor_id);

create table outbox (
  id bigint not null generated always as identity,
  province_id text not null,
  kind text not null,
  ref uuid not null,
  created_at timestamp with time zone not null,
  relayed_at timestamp with time zone,
  done_at timestamp with time zone,
  constraint outbox_pkey PRIMARY KEY (id),
  constraint outbox_kind_check CHECK ((kind = ANY (ARRAY['job'::text, 'message'::text, 'notice'::text, 'signal'::text])))
);
CREATE INDEX outbox_open ON public.outbox USING btree (ref) WHERE (done_at IS NULL);
CREATE INDEX outbox_todo ON public.outbox USING btree (id) WHERE (relayed_at IS NULL);

create table pack (
  id text not null,
  hash text not null,
  content jsonb not null,
  received_from date not null,
  received_to date,
  loaded_at timestamp with time zone not null,
  constraint pack_pkey PRIMARY KEY (hash)
);
CREATE UNIQUE INDEX pack_id ON public.pack USING btree (id, hash);
CREATE TRIGGER pack_written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON public.pack FOR EACH STATEMENT EXECUTE FUNCTION written_once();

create table paper (
  province_id text not null,
  id uuid not null,
  org_id uuid not null,
  kind text not null,
  slot text not null,
  dossier_id uuid,
  round_id uuid,
  decision_id uuid,
  row_id uuid,
  instance_id uuid,
  title text not null,
  state text not null,
  step text,
  data_hash text not null,
  template_version text not null,
  draft_sha256 text,
  file_sha256 text,
  docx_sha256 text,
  pages smallint,
  signature_mode text,
  signer_position uuid,
  signer_person uuid,
  signed_at timestamp with time zone,
  number integer,
  number_text text,
  number_date date,
  verify_token text not null,
  unconfirmed text[] not null default '{}'::text[],
  created_at timestamp with time zone not null,
  issued_at timestamp with time zone,
  version integer not null default 1,
  final_hash text,
  archive_sha256 text,
  work_id uuid,
  constraint paper_pkey PRIMARY KEY (province_id, id),
  constraint paper_signature_mode_check CHECK ((signature_mode = ANY (ARRAY['digital'::text, 'wet-ink'::text]))),
  constraint paper_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'signed'::text, 'numbered'::text, 'sealed'::text, 'issued'::text, 'canceled'::text])))
);
CREATE INDEX paper_dossier ON public.paper USING btree (province_id, dossier_id);
CREATE INDEX paper_draft ON public.paper USING btree (draft_sha256) WHERE (draft_sha256 IS NOT NULL);
CREATE INDEX paper_file ON public.paper USING btree (file_sha256) WHERE (file_sha256 IS NOT NULL);
CREATE INDEX paper_instance ON public.paper USING btree (province_id, instance_id) WHERE (instance_id IS NOT NULL);
CREATE INDEX paper_round ON public.paper USING btree (province_id, round_id);
CREATE UNIQUE INDEX paper_slot ON public.paper USING btree (province_id, slot);
CREATE UNIQUE INDEX paper_verify ON public.paper USING btree (verify_token);
CREATE INDEX paper_waiting ON public.paper USING btree (province_id, org_id, signed_at) WHERE (state = ANY (ARRAY['signed'::text, 'numbered'::text]));
CREATE INDEX paper_work ON public.paper USING btree (province_id, work_id) WHERE (work_id IS NOT NULL);
CREATE TRIGGER paper_frozen BEFORE DELETE OR UPDATE ON public.paper FOR EACH ROW WHEN ((old.state = ANY (ARRAY['sealed'::text, 'issued'::text, 'canceled'::text]))) EXECUTE FUNCTION paper_frozen();
CREATE TRIGGER paper_secret BEFORE INSERT OR UPDATE OF dossier_id ON public.paper FOR EACH ROW WHEN ((new.dossier_id IS NOT NULL)) EXECUTE FUNCTION secret_stays_out();

create table paper_change (
  province_id text not null,
  id uuid not null,
  paper_id uuid not null,
  action text not null,
  reason text not null,
  facts jsonb not null,
  org_id uuid not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  status text not null,
  refusal text,
  instance_id uuid,
  made_paper_id uuid,
  done_at timestamp with time zone,
  constraint paper_change_pkey PRIMARY KEY (province_id, id),
  constraint paper_change_province_id_paper_id_fkey FOREIGN KEY (province_id, paper_id) REFERENCES paper(province_id, id),
  constraint paper_change_action_check CHECK ((action = ANY (ARRAY['correct-form'::text, 'correct-content'::text, 'cancel'::text, 'replace'::text, 'copy'::text]))),
  constraint paper_change_status_check CHECK ((status = ANY (ARRAY['drafting'::text, 'done'::text, 'refused'::text])))
);
CREATE INDEX paper_change_of ON public.paper_change USING btree (province_id, paper_id);

create table paper_custody (
  province_id text not null,
  dossier_id uuid not null,
  seq smallint not null,
  holder_org_id uuid not null,
  shelf text not null,
  from_at timestamp with time zone not null,
  by_person uuid not null,
  constraint paper_custody_pkey PRIMARY KEY (province_id, dossier_id, seq),
  constraint paper_custody_province_id_dossier_id_fkey FOREIGN KEY (province_id, dossier_id) REFERENCES dossier(province_id, id),
  constraint paper_custody_shelf_check CHECK ((shelf ~ '^[A-Z0-9][A-Z0-9./-]{0,19}$'::text))
);

create table paper_entry (
  province_id text not null,
  dossier_id uuid not null,
  entered_by uuid not null,
  entered_at timestamp with time zone not null,
  delivered_on date not null,
  checked_by uuid,
  checked_at timestamp with time zone,
  constraint paper_entry_pkey PRIMARY KEY (province_id, dossier_id),
  constraint paper_entry_province_id_dossier_id_fkey FOREIGN KEY (province_id, dossier_id) REFERENCES dossier(province_id, id),
  constraint paper_entry_check CHECK (((checked_by IS NULL) OR (checked_by <> entered_by)))
);

create table paper_mark (
  province_id text not null,
  id uuid not null,
  paper_id uuid not null,
  kind text not null,
  by_title text not null,
  by_number text,
  by_date date,
  by_body text not null,
  by_paper_id uuid,
  at timestamp with time zone not null,
  constraint paper_mark_pkey PRIMARY KEY (province_id, id),
  constraint paper_mark_province_id_paper_id_fkey FOREIGN KEY (province_id, paper_id) REFERENCES paper(province_id, id),
  constraint paper_mark_kind_check CHECK ((kind = ANY (ARRAY['revoked'::text, 'revoked-in-part'::text, 'restored'::text, 'corrected'::text, 'canceled'::text, 'replaced'::text, 'number-withdrawn'::text])))
);
CREATE INDEX paper_mark_of ON public.paper_mark USING btree (province_id, paper_id, at);
CREATE TRIGGER paper_mark_written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON public.paper_mark FOR EACH STATEMENT EXECUTE FUNCTION written_once();

create table paper_template (
  province_id text not null,
  id uuid not null,
  kind text not null,
  number integer not null,
  pack_id text,
  valid_from date not null,
  title text not null,
  source text not null,
  letterhead jsonb,
  hash text not null,
  state text not null default 'draft'::text,
  checked_hash text,
  checked_at timestamp with time zone,
  checks jsonb,
  drafted_by uuid not null,
  drafted_at timestamp with time zone not null,
  proposed_by uuid,
  proposed_at timestamp with time zone,
  released_by uuid,
  released_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  reason text,
  version integer not null default 1,
  constraint paper_template_province_id_kind_number_key UNIQUE (province_id, kind, number),
  constraint paper_template_pkey PRIMARY KEY (province_id, id),
  constraint paper_template_check CHECK (((state <> ALL (ARRAY['proposed'::text, 'released'::text])) OR ((proposed_by IS NOT NULL) AND (checked_hash IS NOT NULL) AND (checked_hash = hash)))),
  constraint paper_template_check1 CHECK (((released_by IS NULL) OR ((proposed_by IS NOT NULL) AND (released_by <> proposed_by)))),
  constraint paper_template_check2 CHECK (((state <> 'released'::text) OR (released_by IS NOT NULL))),
  constraint paper_template_check3 CHECK (((state = 'withdrawn'::text) = (withdrawn_by IS NOT NULL))),
  constraint paper_template_number_check CHECK ((number > 0)),
  constraint paper_template_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'proposed'::text, 'released'::text, 'withdrawn'::text])))
);
CREATE INDEX paper_template_in_force ON public.paper_template USING btree (province_id, kind, valid_from) WHERE (state = 'released'::text);
CREATE TRIGGER paper_template_moves BEFORE UPDATE ON public.paper_template FOR EACH ROW EXECUTE FUNCTION paper_template_moves();

create table payload (
  province_id text not null,
  hash text not null,
  body jsonb not null,
  created_at timestamp with time zone not null,
  constraint payload_pkey PRIMARY KEY (province_id, hash)
);

create table person (
  province_id text not null,
  id uuid not null,
  full_name text not null,
  search_name text not null,
  gender text,
  born date,
  home_town text,
  education text,
  constraint person_pkey PRIMARY KEY (province_id, id),
  constraint person_gender_check CHECK ((gender = ANY (ARRAY['nam'::text, 'nu'::text])))
);
CREATE INDEX person_search ON public.person USING btree (province_id, search_name text_pattern_ops);

create table plan_draft (
  province_id text not null,
  id uuid not null,
  org_id uuid not null,
  source text not null,
  file_name text,
  file_sha256 text,
  lines jsonb not null,
  fields jsonb not null,
  parent_name text,
  parent_sha256 text,
  parent_lines jsonb,
  state text not null default 'open'::text,
  movement_id text,
  amends text,
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint plan_draft_pkey PRIMARY KEY (province_id, id),
  constraint plan_draft_province_id_amends_fkey FOREIGN KEY (province_id, amends) REFERENCES movement(province_id, id),
  constraint plan_draft_province_id_org_id_fkey FOREIGN KEY (province_id, org_id) REFERENCES org(province_id, id),
  constraint plan_draft_check CHECK (((source = 'reader'::text) = (file_sha256 IS NOT NULL))),
  constraint plan_draft_check1 CHECK (((parent_lines IS NULL) = (parent_name IS NULL))),
  constraint plan_draft_source_check CHECK ((source = ANY (ARRAY['reader'::text, 'blank'::text, 'copy'::text]))),
  constraint plan_draft_state_check CHECK ((state = ANY (ARRAY['open'::text, 'submitted'::text, 'released'::text, 'dropped'::text])))
);
CREATE INDEX plan_draft_org ON public.plan_draft USING btree (province_id, org_id, created_at);

create table position (
  province_id text not null,
  id uuid not null,
  org_id uuid not null,
  person_id uuid not null,
  role text not null,
  title text not null,
  valid_from date not null,
  valid_to date,
  version integer not null default 1,
  constraint position_pkey PRIMARY KEY (province_id, id),
  constraint position_province_id_org_id_fkey FOREIGN KEY (province_id, org_id) REFERENCES org(province_id, id),
  constraint position_province_id_person_id_fkey FOREIGN KEY (province_id, person_id) REFERENCES person(province_id, id)
);
CREATE INDEX position_person ON public."position" USING btree (province_id, person_id);
CREATE INDEX position_role ON public."position" USING btree (province_id, org_id, role);

create table print_file (
  province_id text not null,
  order_id uuid not null,
  bytes bytea not null,
  key_id text,
  constraint print_file_pkey PRIMARY KEY (province_id, order_id),
  constraint print_file_province_id_order_id_fkey FOREIGN KEY (province_id, order_id) REFERENCES print_order(province_id, id) ON DELETE CASCADE
);

create table print_order (
  province_id text not null,
  id uuid not null,
  kind text not null,
  params jsonb not null,
  asked_by uuid not null,
  position_id uuid,
  created_at timestamp with time zone not null,
  total integer not null default 0,
  done integer not null default 0,
  state text not null default 'queued'::text,
  file_sha256 text,
  mime text,
  file_name text,
  failure jsonb,
  lease_token uuid,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  next_at timestamp with time zone not null default clock_timestamp(),
  finished_at timestamp with time zone,
  kept_until timestamp with time zone,
  constraint print_order_pkey PRIMARY KEY (province_id, id),
  constraint print_order_done_check CHECK ((done >= 0)),
  constraint print_order_kept CHECK (((state = ANY (ARRAY['done'::text, 'failed'::text])) = (kept_until IS NOT NULL))),
  constraint print_order_lease CHECK ((((state = 'running'::text) = (lease_token IS NOT NULL)) AND ((lease_token IS NULL) = (lease_until IS NULL)))),
  constraint print_order_result CHECK ((((state = 'done'::text) = (file_sha256 IS NOT NULL)) AND ((state = 'failed'::text) = (failure IS NOT NULL)))),
  constraint print_order_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text]))),
  constraint print_order_total_check CHECK ((total >= 0))
);
CREATE INDEX print_order_due ON public.print_order USING btree (created_at, id) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]));
CREATE INDEX print_order_kept_until ON public.print_order USING btree (kept_until) WHERE (kept_until IS NOT NULL);
CREATE INDEX print_order_of ON public.print_order USING btree (province_id, asked_by, created_at);

create table process_definition (
  province_id text not null,
  id uuid not null,
  key text not null,
  version integer not null,
  name text not null,
  set_hash text not null,
  version_tag text,
  xml text not null,
  resources jsonb not null default '{}'::jsonb,
  origin text not null,
  status text not null,
  note text,
  effective_from date,
  created_by uuid,
  created_at timestamp with time zone not null,
  proposed_by uuid,
  proposed_at timestamp with time zone,
  published_by uuid,
  published_at timestamp with time zone,
  rev integer not null default 0,
  saved_by uuid,
  saved_at timestamp with time zone,
  shipped_hash text,
  publish_note text,
  applies_to text,
  starts_open boolean not null default true,
  returned_note text,
  returned_by uuid,
  returned_at timestamp with time zone,
  constraint process_definition_pkey PRIMARY KEY (province_id, id),
  constraint process_definition_applies_to_check CHECK ((applies_to = ANY (ARRAY['new'::text, 'chosen'::text]))),
  constraint process_definition_check CHECK (((published_by IS NULL) OR (proposed_by IS NULL) OR (published_by <> proposed_by))),
  constraint process_definition_returned CHECK ((((returned_note IS NULL) = (returned_by IS NULL)) AND ((returned_by IS NULL) = (returned_at IS NULL)))),
  constraint process_definition_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'proposed'::text, 'published'::text, 'retired'::text, 'discarded'::text])))
);
CREATE INDEX process_definition_due ON public.process_definition USING btree (effective_from) WHERE (NOT starts_open);
CREATE UNIQUE INDEX process_definition_version ON public.process_definition USING btree (province_id, key, version) WHERE (status = ANY (ARRAY['published'::text, 'retired'::text]));
CREATE TRIGGER definition_four_eyes BEFORE INSERT OR UPDATE OF published_by ON public.process_definition FOR EACH ROW WHEN ((new.published_by IS NOT NULL)) EXECUTE FUNCTION definition_four_eyes();

create table process_instance (
  province_id text not null,
  id uuid not null,
  definition_id uuid not null,
  key text not null,
  business_key text,
  status text not null,
  org_id uuid not null,
  dossier_id uuid,
  round_id uuid,
  pack_hash text,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  start_key text,
  constraint process_instance_pkey PRIMARY KEY (province_id, id),
  constraint process_instance_status_check CHECK ((status = ANY (ARRAY['active'::text, 'completed'::text, 'canceled'::text])))
);
CREATE INDEX process_instance_definition ON public.process_instance USING btree (province_id, definition_id, status);
CREATE INDEX process_instance_key ON public.process_instance USING btree (province_id, business_key);
CREATE UNIQUE INDEX process_instance_start_key ON public.process_instance USING btree (province_id, key, start_key) WHERE ((start_key IS NOT NULL) AND (status = 'active'::text));

create table province_setup (
  province_id text not null,
  made_at timestamp with time zone not null,
  done smallint not null default 0,
  total smallint,
  finished_at timestamp with time zone,
  failure text,
  constraint province_setup_pkey PRIMARY KEY (province_id)
);

create table public_comment (
  province_id text not null,
  id uuid not null,
  notice_id uuid not null,
  row_id uuid,
  via text not null,
  author text,
  contact text,
  text text not null,
  received_at timestamp with time zone not null,
  recorded_by uuid,
  handling text,
  handling_text text,
  handled_by uuid,
  handled_at timestamp with time zone,
  constraint public_comment_pkey PRIMARY KEY (province_id, id),
  constraint public_comment_province_id_notice_id_fkey FOREIGN KEY (province_id, notice_id) REFERENCES public_notice(province_id, id),
  constraint public_comment_province_id_row_id_fkey FOREIGN KEY (province_id, row_id) REFERENCES nominee_row(province_id, id),
  constraint public_comment_handled_whole CHECK ((((handled_at IS NULL) = (handling IS NULL)) AND ((handled_at IS NULL) = (handling_text IS NULL)))),
  constraint public_comment_handling_check CHECK ((handling = ANY (ARRAY['accepted'::text, 'explained'::text, 'no-ground'::text, 'held'::text]))),
  constraint public_comment_via_check CHECK ((via = ANY (ARRAY['web'::text, 'paper'::text, 'phone'::text])))
);
CREATE INDEX public_comment_notice ON public.public_comment USING btree (province_id, notice_id);

create table public_notice (
  province_id text not null,
  id uuid not null,
  round_id uuid not null,
  published_on date not null,
  until_on date not null,
  channels text[] not null,
  token text not null,
  rule_id text not null,
  paper_id uuid,
  published_at timestamp with time zone not null,
  published_by uuid not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  summary text,
  constraint public_notice_pkey PRIMARY KEY (province_id, id),
  constraint public_notice_province_id_round_id_fkey FOREIGN KEY (province_id, round_id) REFERENCES review_round(province_id, id),
  constraint public_notice_runs CHECK ((until_on > published_on))
);
CREATE INDEX public_notice_round ON public.public_notice USING btree (province_id, round_id);
CREATE UNIQUE INDEX public_notice_token ON public.public_notice USING btree (token);

create table public_notice_row (
  province_id text not null,
  notice_id uuid not null,
  row_id uuid not null,
  constraint public_notice_row_pkey PRIMARY KEY (province_id, notice_id, row_id),
  constraint public_notice_row_province_id_notice_id_fkey FOREIGN KEY (province_id, notice_id) REFERENCES public_notice(province_id, id),
  constraint public_notice_row_province_id_row_id_fkey FOREIGN KEY (province_id, row_id) REFERENCES nominee_row(province_id, id)
);
CREATE INDEX public_notice_row_row ON public.public_notice_row USING btree (province_id, row_id);

create table recovery_entry (
  province_id text not null,
  id uuid not null,
  revocation_id uuid not null,
  row_id uuid not null,
  kind text not null,
  amount integer not null,
  received_on date not null,
  receipt text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint recovery_entry_pkey PRIMARY KEY (province_id, id),
  constraint recovery_entry_province_id_revocation_id_row_id_fkey FOREIGN KEY (province_id, revocation_id, row_id) REFERENCES revocation_row(province_id, revocation_id, row_id),
  constraint recovery_entry_amount_check CHECK ((amount >= 0)),
  constraint recovery_entry_kind_check CHECK ((kind = ANY (ARRAY['item'::text, 'money'::text])))
);
CREATE INDEX recovery_entry_of ON public.recovery_entry USING btree (province_id, revocation_id);

create table recusal (
  province_id text not null,
  id uuid not null,
  round_id uuid not null,
  person_id uuid not null,
  row_id uuid,
  reason text not null,
  declared_at timestamp with time zone not null,
  declared_by uuid not null,
  ruling text,
  ruled_at timestamp with time zone,
  ruled_by uuid,
  session_id uuid,
  constraint recusal_pkey PRIMARY KEY (province_id, id),
  constraint recusal_province_id_round_id_fkey FOREIGN KEY (province_id, round_id) REFERENCES review_round(province_id, id),
  constraint recusal_province_id_row_id_fkey FOREIGN KEY (province_id, row_id) REFERENCES nominee_row(province_id, id),
  constraint recusal_ruled_whole CHECK ((((ruling IS NULL) = (ruled_at IS NULL)) AND ((ruling IS NULL) = (ruled_by IS NULL)))),
  constraint recusal_ruling_check CHECK ((ruling = ANY (ARRAY['accepted'::text, 'declined'::text])))
);
CREATE UNIQUE INDEX recusal_once ON public.recusal USING btree (province_id, round_id, person_id, COALESCE(row_id, '00000000-0000-0000-0000-000000000000'::uuid));
CREATE TRIGGER recusal_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.recusal FOR EACH ROW EXECUTE FUNCTION refuse_late_recusal();

create table register_import (
  province_id text not null,
  id uuid not null,
  kind text not null,
  file_name text not null,
  file_sha256 text not null,
  row_count integer not null,
  applied_by uuid not null,
  applied_at timestamp with time zone not null,
  undone_by uuid,
  undone_at timestamp with time zone,
  constraint register_import_pkey PRIMARY KEY (province_id, id),
  constraint register_import_check CHECK (((undone_by IS NULL) = (undone_at IS NULL))),
  constraint register_import_kind_check CHECK ((kind = ANY (ARRAY['organisations'::text, 'people'::text, 'rosters'::text, 'delegations'::text])))
);
CREATE INDEX register_import_at ON public.register_import USING btree (province_id, applied_at);

create table register_import_row (
  province_id text not null,
  import_id uuid not null,
  relation text not null,
  row_id uuid not null,
  constraint register_import_row_pkey PRIMARY KEY (province_id, import_id, relation, row_id),
  constraint register_import_row_province_id_import_id_fkey FOREIGN KEY (province_id, import_id) REFERENCES register_import(province_id, id),
  constraint register_import_row_relation_check CHECK ((relation = ANY (ARRAY['org'::text, 'person'::text, 'account'::text, 'position'::text, 'council'::text, 'delegation'::text])))
);

create table register_statement (
  province_id text not null,
  id uuid not null,
  person_id uuid,
  org_id uuid,
  covers text not null,
  from_year smallint not null,
  to_year smallint not null,
  paper_number text,
  paper_date date,
  paper_body text,
  file_sha256 text,
  note text,
  source text not null,
  batch_id uuid,
  created_by uuid,
  created_at timestamp with time zone not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  canceled_at timestamp with time zone,
  canceled_by uuid,
  cancel_reason text,
  constraint register_statement_pkey PRIMARY KEY (province_id, id),
  constraint register_statement_check CHECK (((source = 'import'::text) = (batch_id IS NOT NULL))),
  constraint register_statement_check1 CHECK (((confirmed_at IS NOT NULL) OR (confirmed_by IS NULL))),
  constraint register_statement_check2 CHECK (((confirmed_by IS NOT NULL) OR (confirmed_at IS NULL) OR (source = 'system'::text))),
  constraint register_statement_check3 CHECK ((num_nonnulls(person_id, org_id) = 1)),
  constraint register_statement_check4 CHECK ((to_year >= from_year)),
  constraint register_statement_covers_check CHECK ((covers = ANY (ARRAY['awards'::text, 'initiatives'::text, 'discipline'::text]))),
  constraint register_statement_source_check CHECK ((source = ANY (ARRAY['system'::text, 'import'::text, 'manual'::text])))
);
CREATE INDEX register_statement_batch ON public.register_statement USING btree (province_id, batch_id) WHERE (batch_id IS NOT NULL);
CREATE INDEX register_statement_org ON public.register_statement USING btree (province_id, org_id) WHERE (org_id IS NOT NULL);
CREATE INDEX register_statement_person ON public.register_statement USING btree (province_id, person_id) WHERE (person_id IS NOT NULL);

create table report_link (
  province_id text not null,
  id uuid not null,
  row_id uuid not null,
  token_hash text not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  signed_name text,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  constraint report_link_token_hash_key UNIQUE (token_hash),
  constraint report_link_pkey PRIMARY KEY (province_id, id),
  constraint report_link_province_id_row_id_fkey FOREIGN KEY (province_id, row_id) REFERENCES nominee_row(province_id, id),
  constraint report_link_check CHECK (((used_at IS NULL) OR (revoked_at IS NULL)))
);
CREATE INDEX report_link_row ON public.report_link USING btree (province_id, row_id);

create table review_round (
  province_id text not null,
  id uuid not null,
  code text not null,
  org_id uuid not null,
  standing_org_id uuid not null,
  level text not null,
  movement_id text,
  occasion text not null,
  year smallint not null,
  title text not null,
  status text not null,
  pack_hash text not null,
  closes_at timestamp with time zone not null,
  instance_id uuid,
  upper_round_id uuid,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  handed_to uuid,
  decider_role text,
  constraint review_round_pkey PRIMARY KEY (province_id, id),
  constraint review_round_pack_hash_fkey FOREIGN KEY (pack_hash) REFERENCES pack(hash),
  constraint review_round_decider_role_check CHECK ((decider_role = ANY (ARRAY['head'::text, 'board-chair'::text]))),
  constraint review_round_level_check CHECK ((level = ANY (ARRAY['UNIT'::text, 'XA'::text, 'HUYEN'::text, 'TINH'::text]))),
  constraint review_round_status_check CHECK ((status = ANY (ARRAY['collecting'::text, 'appraising'::text, 'council'::text, 'deciding'::text, 'closed'::text])))
);
CREATE UNIQUE INDEX review_round_code ON public.review_round USING btree (province_id, code);

create table revocation (
  province_id text not null,
  id uuid not null,
  code text not null,
  decision_id uuid not null,
  award text not null,
  round_id uuid,
  dossier_id uuid,
  path text not null,
  proposer_org_id uuid not null,
  decider_org_id uuid,
  ground text not null,
  conclusion_text text not null,
  conclusion_number text not null,
  conclusion_date date not null,
  conclusion_body text not null,
  file_sha256 text,
  status text not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  instance_id uuid,
  revoked_on date,
  recover_by date,
  published_on date,
  published_where text,
  refusal text,
  closed_at timestamp with time zone,
  version integer not null default 1,
  constraint revocation_pkey PRIMARY KEY (province_id, id),
  constraint revocation_province_id_decision_id_fkey FOREIGN KEY (province_id, decision_id) REFERENCES decision(province_id, id),
  constraint revocation_ground_check CHECK ((ground = ANY (ARRAY['false-declaration'::text, 'false-papers'::text, 'unlawful-appraisal'::text, 'standard-not-met'::text]))),
  constraint revocation_path_check CHECK ((path = ANY (ARRAY['here'::text, 'central'::text]))),
  constraint revocation_status_check CHECK ((status = ANY (ARRAY['proposing'::text, 'deciding'::text, 'forwarded'::text, 'recovering'::text, 'recovered'::text, 'kept'::text, 'restored'::text])))
);
CREATE UNIQUE INDEX revocation_code ON public.revocation USING btree (province_id, code);
CREATE INDEX revocation_decision ON public.revocation USING btree (province_id, decision_id);
CREATE INDEX revocation_round ON public.revocation USING btree (province_id, round_id);

create table revocation_paper (
  province_id text not null,
  id uuid not null,
  revocation_id uuid not null,
  kind text not null,
  number_text text,
  date date not null,
  body text not null,
  ground text,
  granted boolean,
  file_sha256 text,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint revocation_paper_pkey PRIMARY KEY (province_id, id),
  constraint revocation_paper_province_id_revocation_id_fkey FOREIGN KEY (province_id, revocation_id) REFERENCES revocation(province_id, id),
  constraint revocation_paper_kind_check CHECK ((kind = ANY (ARRAY['sent'::text, 'returned'::text, 'decision'::text, 'items-forwarded'::text, 'restoration'::text])))
);
CREATE INDEX revocation_paper_of ON public.revocation_paper USING btree (province_id, revocation_id);

create table revocation_row (
  province_id text not null,
  revocation_id uuid not null,
  row_id uuid not null,
  money_due integer not null,
  item_due boolean not null,
  constraint revocation_row_pkey PRIMARY KEY (province_id, revocation_id, row_id),
  constraint revocation_row_province_id_revocation_id_fkey FOREIGN KEY (province_id, revocation_id) REFERENCES revocation(province_id, id),
  constraint revocation_row_province_id_row_id_fkey FOREIGN KEY (province_id, row_id) REFERENCES nominee_row(province_id, id)
);
CREATE INDEX revocation_row_row ON public.revocation_row USING btree (province_id, row_id);

create table revoking_decision (
  province_id text not null,
  id uuid not null,
  revocation_id uuid not null,
  org_id uuid not null,
  award text not null,
  level text not null,
  role text not null,
  pack_hash text not null,
  authority_rule_id text not null,
  authority_from date not null,
  position_id uuid not null,
  person_id uuid not null,
  capacity text not null,
  on_behalf_of uuid,
  date date not null,
  external boolean not null default false,
  paper_id uuid,
  constraint revoking_decision_pkey PRIMARY KEY (province_id, id),
  constraint revoking_decision_pack_hash_authority_rule_id_award_level__fkey FOREIGN KEY (pack_hash, authority_rule_id, award, level, role, authority_from) REFERENCES authority_rule(pack_hash, id, award, level, role, effective_from),
  constraint revoking_decision_province_id_position_id_fkey FOREIGN KEY (province_id, position_id) REFERENCES "position"(province_id, id),
  constraint revoking_decision_province_id_revocation_id_fkey FOREIGN KEY (province_id, revocation_id) REFERENCES revocation(province_id, id),
  constraint revoking_decision_capacity_check CHECK ((capacity = ANY (ARRAY['self'::text, 'KT'::text, 'TL'::text, 'TUQ'::text, 'Q'::text])))
);
CREATE TRIGGER revoking_decision_lawful BEFORE INSERT OR UPDATE ON public.revoking_decision FOR EACH ROW EXECUTE FUNCTION decision_lawful();

create table roll (
  province_id text not null,
  session_id uuid not null,
  person_id uuid not null,
  position_id uuid not null,
  voted boolean not null default false,
  attendance text not null default 'present'::text,
  role text not null,
  title text not null,
  constraint roll_pkey PRIMARY KEY (province_id, session_id, person_id),
  constraint roll_attendance_check CHECK ((attendance = ANY (ARRAY['present'::text, 'absent'::text, 'written'::text])))
);
CREATE TRIGGER roll_frozen BEFORE INSERT OR DELETE ON public.roll FOR EACH ROW EXECUTE FUNCTION refuse_after_opening();

create table round_row (
  province_id text not null,
  round_id uuid not null,
  row_id uuid not null,
  joined_at timestamp with time zone not null,
  source_round_id uuid,
  appraisal text,
  appraisal_note text,
  outcome text,
  constraint round_row_pkey PRIMARY KEY (province_id, round_id, row_id),
  constraint round_row_province_id_round_id_fkey FOREIGN KEY (province_id, round_id) REFERENCES review_round(province_id, id),
  constraint round_row_province_id_row_id_fkey FOREIGN KEY (province_id, row_id) REFERENCES nominee_row(province_id, id),
  constraint round_row_appraisal_check CHECK ((appraisal = ANY (ARRAY['met'::text, 'not-met'::text, 'missing-data'::text]))),
  constraint round_row_outcome_check CHECK ((outcome = ANY (ARRAY['recommended'::text, 'not-recommended'::text, 'not-met'::text, 'held'::text, 'withdrawn'::text, 'forwarded'::text, 'awarded'::text, 'refused'::text, 'carried-over'::text])))
);
CREATE INDEX round_row_row ON public.round_row USING btree (province_id, row_id);

create table row_hold (
  province_id text not null,
  id uuid not null,
  row_id uuid not null,
  ground text not null,
  held_at timestamp with time zone not null,
  held_by uuid not null,
  released_at timestamp with time zone,
  released_by uuid,
  conclusion text,
  kind text not null default 'complaint'::text,
  violation boolean,
  paper_number text,
  paper_date date,
  paper_body text,
  file_sha256 text,
  constraint row_hold_pkey PRIMARY KEY (province_id, id),
  constraint row_hold_kind_check CHECK ((kind = ANY (ARRAY['discipline'::text, 'investigation'::text, 'inspection'::text, 'complaint'::text, 'press'::text])))
);
CREATE UNIQUE INDEX row_hold_open ON public.row_hold USING btree (province_id, row_id) WHERE (released_at IS NULL);

create table scan_check (
  province_id text not null,
  paper_id uuid not null,
  scan_sha256 text not null,
  print_sha256 text not null,
  pages smallint,
  pages_equal boolean,
  text_share real,
  picture_share real,
  number_seen boolean,
  verdict text not null,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  reason text,
  constraint scan_check_pkey PRIMARY KEY (province_id, paper_id),
  constraint scan_check_province_id_paper_id_fkey FOREIGN KEY (province_id, paper_id) REFERENCES paper(province_id, id),
  constraint scan_check_province_id_scan_sha256_fkey FOREIGN KEY (province_id, scan_sha256) REFERENCES file(province_id, sha256),
  constraint scan_check_check CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL))),
  constraint scan_check_check1 CHECK (((confirmed_at IS NULL) OR (verdict = 'alike'::text) OR (reason IS NOT NULL))),
  constraint scan_check_picture_share_check CHECK (((picture_share >= (0)::double precision) AND (picture_share <= (1)::double precision))),
  constraint scan_check_text_share_check CHECK (((text_share >= (0)::double precision) AND (text_share <= (1)::double precision))),
  constraint scan_check_verdict_check CHECK ((verdict = ANY (ARRAY['alike'::text, 'unsure'::text, 'different'::text])))
);

create table score_board (
  province_id text not null,
  work_id uuid not null,
  scope text not null,
  cluster_id uuid,
  criteria jsonb not null default '[]'::jsonb,
  bodies uuid[] not null default '{}'::uuid[],
  due_on date,
  meeting jsonb not null default '{}'::jsonb,
  recorded_at timestamp with time zone,
  version integer not null default 1,
  constraint score_board_pkey PRIMARY KEY (province_id, work_id),
  constraint score_board_province_id_cluster_id_fkey FOREIGN KEY (province_id, cluster_id) REFERENCES cluster(province_id, id),
  constraint score_board_province_id_work_id_fkey FOREIGN KEY (province_id, work_id) REFERENCES movement_work(province_id, id),
  constraint score_board_check CHECK (((scope = 'cluster'::text) = (cluster_id IS NOT NULL))),
  constraint score_board_scope_check CHECK ((scope = ANY (ARRAY['units'::text, 'cluster'::text])))
);

create table score_line (
  province_id text not null,
  sheet_id uuid not null,
  criterion text not null,
  self numeric(6,2),
  given numeric(6,2),
  reason text,
  note text not null default ''::text,
  constraint score_line_pkey PRIMARY KEY (province_id, sheet_id, criterion),
  constraint score_line_province_id_sheet_id_fkey FOREIGN KEY (province_id, sheet_id) REFERENCES score_sheet(province_id, work_id),
  constraint score_line_given_check CHECK ((given >= (0)::numeric)),
  constraint score_line_self_check CHECK ((self >= (0)::numeric))
);

create table score_sheet (
  province_id text not null,
  work_id uuid not null,
  board_id uuid not null,
  org_id uuid not null,
  handed_in_at timestamp with time zone,
  self_total numeric(8,2),
  given_total numeric(8,2),
  rank integer,
  tied boolean not null default false,
  version integer not null default 1,
  constraint score_sheet_province_id_board_id_org_id_key UNIQUE (province_id, board_id, org_id),
  constraint score_sheet_pkey PRIMARY KEY (province_id, work_id),
  constraint score_sheet_province_id_board_id_fkey FOREIGN KEY (province_id, board_id) REFERENCES score_board(province_id, work_id),
  constraint score_sheet_province_id_org_id_fkey FOREIGN KEY (province_id, org_id) REFERENCES org(province_id, id),
  constraint score_sheet_province_id_work_id_fkey FOREIGN KEY (province_id, work_id) REFERENCES movement_work(province_id, id),
  constraint score_sheet_check CHECK (((rank IS NULL) = (given_total IS NULL))),
  constraint score_sheet_rank_check CHECK ((rank > 0))
);
CREATE INDEX score_sheet_org ON public.score_sheet USING btree (province_id, org_id);

create table series (
  province_id text not null,
  id uuid not null,
  org_id uuid not null,
  document_type text not null,
  year smallint not null,
  mode text not null,
  suffix text not null,
  n integer not null default 0,
  constraint series_gapless TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint series_pkey PRIMARY KEY (province_id, id),
  constraint series_mode_check CHECK ((mode = ANY (ARRAY['own'::text, 'external'::text])))
);
CREATE UNIQUE INDEX series_of ON public.series USING btree (province_id, org_id, document_type, year);
CREATE CONSTRAINT TRIGGER series_gapless AFTER INSERT OR UPDATE OF n ON public.series DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION series_gapless();
CREATE TRIGGER series_goes_on BEFORE UPDATE ON public.series FOR EACH ROW EXECUTE FUNCTION series_goes_on();

create table series_setting (
  province_id text not null,
  org_id uuid not null,
  document_type text not null,
  year smallint not null,
  mode text not null,
  reason text not null,
  set_by_person uuid not null,
  set_by_position uuid not null,
  set_at timestamp with time zone not null,
  version integer not null default 1,
  constraint series_setting_pkey PRIMARY KEY (province_id, org_id, document_type, year),
  constraint series_setting_mode_check CHECK ((mode = ANY (ARRAY['own'::text, 'external'::text])))
);

create table service_term (
  province_id text not null,
  id uuid not null,
  person_id uuid,
  org_id uuid,
  post text not null,
  from_date date not null,
  to_date date,
  paper_number text,
  paper_date date,
  paper_body text,
  file_sha256 text,
  note text,
  source text not null,
  batch_id uuid,
  created_by uuid,
  created_at timestamp with time zone not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  canceled_at timestamp with time zone,
  canceled_by uuid,
  cancel_reason text,
  constraint service_term_pkey PRIMARY KEY (province_id, id),
  constraint service_term_check CHECK (((source = 'import'::text) = (batch_id IS NOT NULL))),
  constraint service_term_check1 CHECK (((confirmed_at IS NOT NULL) OR (confirmed_by IS NULL))),
  constraint service_term_check2 CHECK (((confirmed_by IS NOT NULL) OR (confirmed_at IS NULL) OR (source = 'system'::text))),
  constraint service_term_check3 CHECK (((person_id IS NOT NULL) AND (org_id IS NULL))),
  constraint service_term_check4 CHECK (((to_date IS NULL) OR (to_date >= from_date))),
  constraint service_term_post_check CHECK ((post = ANY (ARRAY['minister'::text, 'vice-minister'::text, 'general-director'::text, 'deputy-general-director'::text, 'director'::text, 'deputy-director'::text]))),
  constraint service_term_source_check CHECK ((source = ANY (ARRAY['system'::text, 'import'::text, 'manual'::text])))
);
CREATE INDEX service_term_batch ON public.service_term USING btree (province_id, batch_id) WHERE (batch_id IS NOT NULL);
CREATE INDEX service_term_org ON public.service_term USING btree (province_id, org_id) WHERE (org_id IS NOT NULL);
CREATE INDEX service_term_person ON public.service_term USING btree (province_id, person_id) WHERE (person_id IS NOT NULL);

create table session (
  token_hash text not null,
  province_id text not null,
  account_id uuid not null,
  csrf text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_province_id_account_id_fkey FOREIGN KEY (province_id, account_id) REFERENCES account(province_id, id)
);

create table session_item (
  province_id text not null,
  id uuid not null,
  session_id uuid not null,
  row_id uuid not null,
  seq smallint not null,
  rule_id text not null,
  needed smallint not null,
  yes smallint,
  no smallint,
  blank smallint,
  passed boolean,
  secret boolean not null default true,
  in_writing boolean not null default true,
  chosen boolean,
  constraint session_item_pkey PRIMARY KEY (province_id, id)
);
CREATE UNIQUE INDEX session_item_row ON public.session_item USING btree (province_id, session_id, row_id);
CREATE TRIGGER session_item_frozen BEFORE INSERT OR DELETE ON public.session_item FOR EACH ROW EXECUTE FUNCTION refuse_after_opening();

create table session_postponement (
  province_id text not null,
  id uuid not null,
  round_id uuid not null,
  reason text not null,
  next_at timestamp with time zone not null,
  present smallint not null,
  total smallint not null,
  quorum_needed smallint,
  rule_id text,
  postponed_at timestamp with time zone not null,
  postponed_by uuid not null,
  constraint session_postponement_pkey PRIMARY KEY (province_id, id),
  constraint session_postponement_province_id_round_id_fkey FOREIGN KEY (province_id, round_id) REFERENCES review_round(province_id, id)
);
CREATE INDEX session_postponement_round ON public.session_postponement USING btree (province_id, round_id);

create table signal_broadcast (
  province_id text not null,
  id uuid not null,
  signal text not null,
  variables jsonb not null,
  thrown_by uuid,
  org_id uuid,
  thrown_at timestamp with time zone not null,
  seq bigint not null default nextval('wait_seq'::regclass),
  fan_cursor uuid,
  fanned_out boolean not null default false,
  constraint signal_broadcast_pkey PRIMARY KEY (province_id, id)
);

create table signal_delivery (
  province_id text not null,
  broadcast_id uuid not null,
  target uuid not null,
  definition_id uuid,
  lease_until timestamp with time zone,
  attempts smallint not null default 0,
  constraint signal_delivery_pkey PRIMARY KEY (province_id, broadcast_id, target),
  constraint signal_delivery_province_id_broadcast_id_fkey FOREIGN KEY (province_id, broadcast_id) REFERENCES signal_broadcast(province_id, id)
);

create table signal_subscription (
  province_id text not null,
  id uuid not null,
  instance_id uuid not null,
  element_id text not null,
  signal text,
  seq bigint not null default nextval('wait_seq'::regclass),
  constraint signal_subscription_pkey PRIMARY KEY (province_id, id)
);
CREATE INDEX signal_subscription_match ON public.signal_subscription USING btree (province_id, signal, instance_id, seq);

create table signature_image (
  province_id text not null,
  owner_kind text not null,
  owner_id uuid not null,
  file_sha256 text not null,
  kept_by uuid,
  kept_at timestamp with time zone not null,
  constraint signature_image_pkey PRIMARY KEY (province_id, owner_kind, owner_id),
  constraint signature_image_province_id_file_sha256_fkey FOREIGN KEY (province_id, file_sha256) REFERENCES file(province_id, sha256),
  constraint signature_image_owner_kind_check CHECK ((owner_kind = ANY (ARRAY['person'::text, 'org'::text])))
);

create table signing_credential (
  province_id text not null,
  id uuid not null,
  owner_kind text not null,
  owner_id uuid not null,
  person_id uuid,
  driver text not null,
  label text not null,
  issuer text not null,
  certificate bytea not null,
  secret bytea not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone not null,
  added_by uuid,
  added_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  constraint signing_credential_pkey PRIMARY KEY (province_id, id),
  constraint signing_credential_check CHECK ((valid_from < valid_to)),
  constraint signing_credential_check1 CHECK (((owner_kind = 'position'::text) = (person_id IS NOT NULL))),
  constraint signing_credential_driver_check CHECK ((driver = ANY (ARRAY['p12'::text, 'remote'::text]))),
  constraint signing_credential_owner_kind_check CHECK ((owner_kind = ANY (ARRAY['position'::text, 'org'::text])))
);
CREATE UNIQUE INDEX signing_credential_owner ON public.signing_credential USING btree (province_id, owner_kind, owner_id) WHERE (revoked_at IS NULL);

create table start_subscription (
  province_id text not null,
  id uuid not null,
  process text not null,
  element_id text not null,
  part smallint not null,
  owner text not null,
  definition_id uuid not null,
  kind text not null,
  name text,
  singleton boolean not null,
  together boolean not null,
  arrived jsonb,
  timer text,
  due_at timestamp with time zone,
  cycle jsonb,
  skipped integer not null default 0,
  opened_at timestamp with time zone not null,
  seq bigint not null default nextval('wait_seq'::regclass),
  lease_token uuid,
  lease_until timestamp with time zone,
  constraint start_subscription_pkey PRIMARY KEY (province_id, id),
  constraint start_subscription_kind_check CHECK ((kind = ANY (ARRAY['message'::text, 'signal'::text, 'timer'::text, 'condition'::text])))
);
CREATE INDEX start_subscription_due ON public.start_subscription USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX start_subscription_name ON public.start_subscription USING btree (province_id, kind, name);
CREATE UNIQUE INDEX start_subscription_part ON public.start_subscription USING btree (province_id, process, element_id, part);

create table subscription (
  province_id text not null,
  id uuid not null,
  instance_id uuid not null,
  element_id text not null,
  message text not null,
  correlation_key text not null,
  once boolean not null,
  opened_at timestamp with time zone not null,
  seq bigint not null default nextval('wait_seq'::regclass),
  constraint subscription_pkey PRIMARY KEY (province_id, id)
);
CREATE INDEX subscription_match ON public.subscription USING btree (province_id, message, correlation_key, seq);

create table task (
  province_id text not null,
  id uuid not null,
  instance_id uuid not null,
  definition_id uuid not null,
  element_id text not null,
  name text not null,
  step text,
  form_id text,
  status text not null,
  candidate_groups text[] not null,
  assignee text,
  due_at timestamp with time zone,
  priority smallint not null default 50,
  local jsonb not null,
  version integer not null default 1,
  org_id uuid not null,
  dossier_id uuid,
  round_id uuid,
  created_at timestamp with time zone not null,
  completed_at timestamp with time zone,
  completed_by_position uuid,
  completed_by_person uuid,
  on_behalf_of uuid,
  form_data_hash text,
  constraint task_pkey PRIMARY KEY (province_id, id),
  constraint task_status_check CHECK ((status = ANY (ARRAY['open'::text, 'completed'::text, 'canceled'::text])))
);
CREATE INDEX task_instance ON public.task USING btree (province_id, instance_id);

create table task_draft (
  province_id text not null,
  task_id uuid not null,
  person_id uuid not null,
  body jsonb not null,
  saved_at timestamp with time zone not null,
  constraint task_draft_pkey PRIMARY KEY (province_id, task_id, person_id)
);

create table task_reassignment (
  province_id text not null,
  id uuid not null,
  task_id uuid not null,
  from_groups text[] not null,
  to_group text not null,
  reason text not null,
  made_by uuid not null,
  made_by_position uuid not null,
  made_at timestamp with time zone not null,
  constraint task_reassignment_pkey PRIMARY KEY (province_id, id),
  constraint task_reassignment_province_id_task_id_fkey FOREIGN KEY (province_id, task_id) REFERENCES task(province_id, id),
  constraint task_reassignment_moves CHECK ((NOT (to_group = ANY (from_groups)))),
  constraint task_reassignment_reason_check CHECK ((btrim(reason) <> ''::text))
);
CREATE INDEX task_reassignment_made ON public.task_reassignment USING btree (province_id, made_at);
CREATE INDEX task_reassignment_task ON public.task_reassignment USING btree (province_id, task_id);

create table template_source (
  hash text not null,
  body jsonb not null,
  kept_at timestamp with time zone not null,
  constraint template_source_pkey PRIMARY KEY (hash),
  constraint template_source_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
);
CREATE UNIQUE INDEX template_source_short ON public.template_source USING btree ("left"(hash, 12));
CREATE TRIGGER template_source_written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON public.template_source FOR EACH STATEMENT EXECUTE FUNCTION written_once();

create table tie_break (
  province_id text not null,
  session_id uuid not null,
  award text not null,
  places smallint not null,
  tied uuid[] not null,
  preferred uuid[] not null,
  chosen uuid[] not null,
  rule_id text not null,
  reason text not null,
  decided_at timestamp with time zone not null,
  constraint tie_break_pkey PRIMARY KEY (province_id, session_id, award),
  constraint tie_break_province_id_session_id_fkey FOREIGN KEY (province_id, session_id) REFERENCES council_session(province_id, id)
);

create table timer (
  province_id text not null,
  id uuid not null,
  instance_id uuid not null,
  element_id text not null,
  due_at timestamp with time zone not null,
  lease_token uuid,
  lease_until timestamp with time zone,
  org_id uuid not null,
  constraint timer_pkey PRIMARY KEY (province_id, id)
);
CREATE INDEX timer_due ON public.timer USING btree (due_at);
CREATE INDEX timer_owner ON public.timer USING btree (province_id, org_id, due_at);

create table verdict_override (
  province_id text not null,
  id uuid not null,
  row_id uuid not null,
  rule_id text not null,
  reason text not null,
  basis text not null,
  person_id uuid not null,
  position_id uuid not null,
  at timestamp with time zone not null,
  canceled_at timestamp with time zone,
  canceled_by uuid,
  constraint verdict_override_pkey PRIMARY KEY (province_id, id),
  constraint verdict_override_province_id_row_id_fkey FOREIGN KEY (province_id, row_id) REFERENCES nominee_row(province_id, id)
);
CREATE UNIQUE INDEX verdict_override_rule ON public.verdict_override USING btree (province_id, row_id, rule_id) WHERE (canceled_at IS NULL);

create table work_proof (
  province_id text not null,
  work_id uuid not null,
  place text not null,
  sha256 text not null,
  name text not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  constraint work_proof_pkey PRIMARY KEY (province_id, work_id, place, sha256),
  constraint work_proof_province_id_work_id_fkey FOREIGN KEY (province_id, work_id) REFERENCES movement_work(province_id, id)
);

create table written_opinion (
  province_id text not null,
  session_id uuid not null,
  person_id uuid not null,
  kind text not null,
  mime text,
  sealed bytea not null,
  sealed_sha256 text not null,
  sent_at timestamp with time zone not null,
  sent_by uuid not null,
  opened_at timestamp with time zone,
  valid boolean,
  constraint written_opinion_pkey PRIMARY KEY (province_id, session_id, person_id),
  constraint written_opinion_province_id_session_id_person_id_fkey FOREIGN KEY (province_id, session_id, person_id) REFERENCES roll(province_id, session_id, person_id),
  constraint written_opinion_kind_check CHECK ((kind = ANY (ARRAY['typed'::text, 'scan'::text]))),
  constraint written_opinion_scan_mime CHECK (((kind = 'scan'::text) = (mime IS NOT NULL)))
);

create table yearly_rating (
  province_id text not null,
  id uuid not null,
  person_id uuid,
  org_id uuid,
  year smallint not null,
  rating text,
  maternity boolean not null default false,
  labour text,
  paper_number text,
  paper_date date,
  paper_body text,
  file_sha256 text,
  note text,
  source text not null,
  batch_id uuid,
  created_by uuid,
  created_at timestamp with time zone not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  canceled_at timestamp with time zone,
  canceled_by uuid,
  cancel_reason text,
  constraint yearly_rating_pkey PRIMARY KEY (province_id, id),
  constraint yearly_rating_check CHECK (((source = 'import'::text) = (batch_id IS NOT NULL))),
  constraint yearly_rating_check1 CHECK (((confirmed_at IS NOT NULL) OR (confirmed_by IS NULL))),
  constraint yearly_rating_check2 CHECK (((confirmed_by IS NOT NULL) OR (confirmed_at IS NULL) OR (source = 'system'::text))),
  constraint yearly_rating_check3 CHECK ((num_nonnulls(person_id, org_id) = 1)),
  constraint yearly_rating_check4 CHECK (((rating IS NOT NULL) OR maternity)),
  constraint yearly_rating_labour_check CHECK ((labour = ANY (ARRAY['leader'::text, 'official'::text, 'worker'::text, 'farmer'::text]))),
  constraint yearly_rating_rating_check CHECK ((rating = ANY (ARRAY['excellent'::text, 'good'::text, 'done'::text, 'not-done'::text]))),
  constraint yearly_rating_source_check CHECK ((source = ANY (ARRAY['system'::text, 'import'::text, 'manual'::text])))
);
CREATE INDEX yearly_rating_batch ON public.yearly_rating USING btree (province_id, batch_id) WHERE (batch_id IS NOT NULL);
CREATE INDEX yearly_rating_org ON public.yearly_rating USING btree (province_id, org_id) WHERE (org_id IS NOT NULL);
CREATE INDEX yearly_rating_person ON public.yearly_rating USING btree (province_id, person_id) WHERE (person_id IS NOT NULL);
CREATE UNIQUE INDEX yearly_rating_year ON public.yearly_rating USING btree (province_id, COALESCE(person_id, org_id), year) WHERE (canceled_at IS NULL);

CREATE OR REPLACE FUNCTION public.deciding_level(kind text, org_kind text, level text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case kind when 'commune' then 'XA' when 'district' then 'HUYEN' when 'province' then 'TINH' when 'department' then 'UNIT'
    else case when level = 'UNIT' and org_kind in ('agency', 'school', 'association', 'enterprise', 'cooperative') then 'UNIT' end end
$function$;

CREATE OR REPLACE FUNCTION public.deciding_role(kind text, role text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case when kind <> 'department' then role when role = 'director' then 'head' end
$function$;

CREATE OR REPLACE FUNCTION public.decision_lawful()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  rule authority_rule%rowtype;
  signer position%rowtype;
  signer_org org%rowtype;
  kinds jsonb;
  kind text;
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
  if deciding_level(signer_org.kind, signer_org.org_kind, signer_org.level) is distinct from new.level or signer.org_id <> new.org_id
     or new.date < signer_org.valid_from or (signer_org.valid_to is not null and new.date > signer_org.valid_to)
     or new.date < signer.valid_from or (signer.valid_to is not null and new.date > signer.valid_to) or signer.person_id <> new.person_id then
    raise exception 'position % may not decide %', new.position_id, new.award using errcode = '23514', constraint = 'decision_lawful';
  end if;
  if new.level = 'UNIT' then
    if not (select o.legal_person from org_on(new.province_id, new.org_id, new.date) o) then
      raise exception 'organisation % is no legal person on %', new.org_id, new.date using errcode = '23514', constraint = 'decision_legal_person';
    end if;
    kind := case when signer_org.org_kind in ('enterprise', 'cooperative') then signer_org.org_kind else 'agency' end;
    select jsonb_agg(a -> 'orgKinds') into kinds from pack p cross join lateral jsonb_array_elements(coalesce(p.content -> 'authorities', '[]')) a
     where p.hash = new.pack_hash and a ->> 'id' = new.authority_rule_id;
    if kinds is not null and not exists (select 1 from jsonb_array_elements(kinds) k where k = '[]' or k ? kind) then
      raise exception 'authority row % is not for a body of kind %', new.authority_rule_id, kind using errcode = '23514', constraint = 'decision_org_kind';
    end if;
  end if;
  if deciding_role(signer_org.kind, signer.role) = new.role and new.capacity = 'self' then
    return new;
  end if;
  if new.capacity in ('KT', 'Q') and exists (
    select 1 from delegation d join position head on head.province_id = d.province_id and head.id = d.from_position
     where d.province_id = new.province_id and d.to_position = new.position_id and d.capacity = new.capacity
       and deciding_role(signer_org.kind, head.role) = new.role
       and head.org_id = new.org_id and d.from_position = new.on_behalf_of and d.ended_at is null and d.accepted_at is not null
       and new.date >= d.valid_from and (d.valid_to is null or new.date <= d.valid_to)
       and new.date >= head.valid_from and (head.valid_to is null or new.date <= head.valid_to)
       and (not d.scope ? 'steps' or d.scope -> 'steps' ? 'decision') and (not d.scope ? 'awards' or d.scope -> 'awards' ? new.award)
  ) then
    return new;
  end if;
  raise exception 'position % may not decide %', new.position_id, new.award using errcode = '23514', constraint = 'decision_lawful';
end $function$;

CREATE OR REPLACE FUNCTION public.definition_four_eyes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from definition_editor e
             where e.province_id = new.province_id and e.definition_id = new.id and e.person_id = new.published_by) then
    raise exception 'definition %: published by one of its editors', new.id using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.delegation_sound()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  base delegation%rowtype;
begin
  -- Invariant I11: what a post has lent never reaches it, or whoever lends it, again.
  if new.ended_at is null and exists (
    with recursive lent as (
      select d.from_position, d.granted_by, d.to_position from delegation d
       where d.province_id = new.province_id and d.id <> new.id and d.ended_at is null
         and (d.valid_to is null or d.valid_to >= new.valid_from) and (new.valid_to is null or d.valid_from <= new.valid_to)
    ), reached as (
      select new.to_position as position
      union
      select l.to_position from reached r join lent l on r.position in (l.from_position, l.granted_by)
    )
    select 1 from reached where position in (new.from_position, new.granted_by)
  ) then
    raise exception 'a delegation comes back to its lender' using errcode = '23514', constraint = 'delegation_cycle';
  end if;
  if new.rests_on is null then
    if new.granted_by is not null and new.granted_by <> new.from_position and new.capacity <> 'Q' then
      raise exception 'a post lends only its own power' using errcode = '23514', constraint = 'delegation_own_power';
    end if;
    return new;
  end if;
  select * into base from delegation where province_id = new.province_id and id = new.rests_on;
  if base.capacity not in ('TL', 'Q') or (base.capacity = 'TL' and new.capacity <> 'TL') or new.capacity = 'Q' then
    raise exception '% is not passed on', base.capacity using errcode = '23514', constraint = 'delegation_not_passed_on';
  end if;
  if base.from_position <> new.from_position or base.to_position is distinct from new.granted_by or base.ended_at is not null
     or new.valid_from < base.valid_from or (base.valid_to is not null and (new.valid_to is null or new.valid_to > base.valid_to)) then
    raise exception 'a delegation reaches no further than the one it rests on' using errcode = '23514', constraint = 'delegation_within';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.delegation_within_scope()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  bound jsonb;
begin
  select d.scope into bound from delegation d where d.province_id = new.province_id and d.id = new.rests_on;
  if exists (select 1 from jsonb_each(bound) b where not coalesce(b.value @> (new.scope -> b.key), false)) then
    raise exception 'a delegation is for no more than the one it rests on' using errcode = '23514', constraint = 'delegation_within';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.movement_publication_needs_consent()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.number_register_in_order()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  of_line series;
begin
  select * into of_line from series s where s.province_id = new.province_id and s.id = new.series_id;
  if (of_line.mode = 'own') <> (new.n is not null) then
    raise exception 'number_register: numbers of this series are %', of_line.mode using errcode = '23514', constraint = 'number_register_mode';
  end if;
  if new.n is not null and new.n <> of_line.n then
    raise exception 'number_register: % was taken, not %', of_line.n, new.n using errcode = '23514', constraint = 'number_register_in_order';
  end if;
  if extract(year from new.date) <> of_line.year then
    raise exception 'number_register: the day is not of the year %', of_line.year using errcode = '23514', constraint = 'number_register_year';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.number_register_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and old.canceled_at is null and to_jsonb(new) - '{number,canceled_at,cancel_reason}'::text[] = to_jsonb(old) - '{number,canceled_at,cancel_reason}'::text[]
     and coalesce(new.cancel_reason, '') <> '' then
    return new;
  end if;
  raise exception 'number_register: a line stays as it was written; its number may be canceled once, with a reason'
    using errcode = '23514', constraint = 'number_register_kept';
end $function$;

CREATE OR REPLACE FUNCTION public.org_on(p_province text, p_org uuid, p_day date)
 RETURNS TABLE(name text, head_body text, symbol text, legal_person boolean, has_seal boolean, parent_id uuid)
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(c.name, o.name), coalesce(c.head_body, o.head_body), coalesce(c.symbol, o.symbol),
         coalesce(c.legal_person, o.legal_person), coalesce(c.has_seal, o.has_seal), coalesce(c.parent_id, o.parent_id)
    from org o left join lateral (
      select (array_agg(x.name order by x.valid_from desc) filter (where x.name is not null))[1] as name,
             (array_agg(x.head_body order by x.valid_from desc) filter (where x.head_body is not null))[1] as head_body,
             (array_agg(x.symbol order by x.valid_from desc) filter (where x.symbol is not null))[1] as symbol,
             (array_agg(x.legal_person order by x.valid_from desc) filter (where x.legal_person is not null))[1] as legal_person,
             (array_agg(x.has_seal order by x.valid_from desc) filter (where x.has_seal is not null))[1] as has_seal,
             (array_agg(x.parent_id order by x.valid_from desc) filter (where x.parent_id is not null))[1] as parent_id
        from org_change x where x.province_id = o.province_id and x.org_id = o.id and x.valid_from <= p_day
         and (x.valid_to is null or x.valid_to >= p_day)) c on true
   where o.province_id = p_province and o.id = p_org
$function$;

CREATE OR REPLACE FUNCTION public.paper_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and (new.state = old.state or (old.state in ('issued', 'sealed') and new.state = 'canceled') or (old.state = 'canceled' and new.state = 'issued'))
     and to_jsonb(new) - '{state,version}'::text[] = to_jsonb(old) - '{state,version}'::text[] then
    return new;
  end if;
  raise exception 'paper: what was issued does not change' using errcode = '23514', constraint = 'paper_frozen';
end $function$;

CREATE OR REPLACE FUNCTION public.paper_template_moves()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_after_opening()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare s uuid := case when tg_op = 'INSERT' then new.session_id else old.session_id end;
        p text := case when tg_op = 'INSERT' then new.province_id else old.province_id end;
begin
  if exists (select 1 from council_session c where c.province_id = p and c.id = s and c.frozen) then
    raise exception '% of a session is frozen at its opening', tg_table_name using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_late_recusal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare r uuid := case when tg_op = 'INSERT' then new.round_id else old.round_id end;
        p text := case when tg_op = 'INSERT' then new.province_id else old.province_id end;
begin
  if exists (select 1 from council_session c where c.province_id = p and c.round_id = r and c.frozen and c.status <> 'postponed') then
    raise exception 'a recusal is declared before the session opens' using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_new_denominator()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.frozen and (new.total <> old.total or new.body <> old.body or not new.frozen or new.council_id <> old.council_id) then
    raise exception 'the members of a session are frozen at its opening' using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_open_vote_on_secret()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select 1 from session_item i where i.province_id = new.province_id and i.id = new.item_id and i.secret) then
    raise exception 'a secret item keeps no vote of a person' using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.secret_stays_out()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from dossier d where d.province_id = new.province_id and d.id = new.dossier_id and d.secrecy <> 'none') then
    raise exception 'a state secret stays on paper' using errcode = '23514', constraint = 'secret_stays_out';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.series_gapless()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  counted integer;
  highest integer;
begin
  select s.n into counted from series s where s.province_id = new.province_id and s.id = new.id;
  select coalesce(max(r.n), 0) into highest from number_register r where r.province_id = new.province_id and r.series_id = new.id and r.n is not null;
  if counted <> highest then
    raise exception 'series: counted to %, registered to %', counted, highest using errcode = '23514', constraint = 'series_gapless';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.series_goes_on()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.n not in (old.n, old.n + 1) or (new.org_id, new.document_type, new.year) is distinct from (old.org_id, old.document_type, old.year) then
    raise exception 'series: numbers go up by one' using errcode = '23514', constraint = 'series_goes_on';
  end if;
  if new.mode = 'own' and old.mode = 'external'
     and exists (select from number_register r where r.province_id = old.province_id and r.series_id = old.id) then
    raise exception 'series: numbers of elsewhere stand in it already' using errcode = '23514', constraint = 'series_in_use';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.uses_of(province text, ids uuid[])
 RETURNS TABLE(relation text, row_id uuid)
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  place record;
begin
  for place in
    select c.relname as name, a.attname as column_name,
           exists (select 1 from pg_attribute k where k.attrelid = c.oid and k.attname = 'id' and k.atttypid = 'uuid'::regtype and not k.attisdropped) as keyed
      from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and not a.attisdropped
       and a.atttypid = 'uuid'::regtype and c.relname <> 'register_import_row'
       and exists (select 1 from pg_attribute p where p.attrelid = c.oid and p.attname = 'province_id')
       and not (a.attname = 'id' and c.relname in ('org', 'person', 'account', 'position', 'council', 'delegation'))
  loop
    return query execute format(
      'select distinct %L::text, t.%I from %I t where t.province_id = $1 and t.%I = any($2)' ||
        case when place.name = 'council_member' then ' and not t.council_id = any($2)' when place.keyed then ' and not t.id = any($2)' else '' end,
      place.name, place.column_name, place.name, place.column_name) using province, ids;
  end loop;
  return query select distinct 'inbox'::text, u.id from inbox i join unnest(ids) u (id)
      on i.principal = 'person:' || u.id or starts_with(i.principal, 'pos:' || u.id || '/')
    where i.province_id = province;
end $function$;

CREATE OR REPLACE FUNCTION public.written_once()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is written once', tg_table_name using errcode = '23514', constraint = tg_table_name || '_written_once';
end $function$;
