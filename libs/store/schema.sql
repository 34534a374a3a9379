-- Written by tools/schema.mjs from the migrations; never edited by hand.

create sequence wait_seq;

create table account (
  province_id text not null,
  id uuid not null,
  person_id uuid not null,
  username text not null,
  password_hash text not null,
  disabled_at timestamp with time zone,
  last_sign_in timestamp with time zone,
  constraint account_username_key UNIQUE (username),
  constraint account_pkey PRIMARY KEY (province_id, id),
  constraint account_province_id_person_id_fkey FOREIGN KEY (province_id, person_id) REFERENCES person(province_id, id)
);

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
CREATE INDEX audit_subject ON public.audit USING btree (province_id, subject_type, subject_id, id);
CREATE TRIGGER audit_written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION written_once();

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

create table ballot_count (
  province_id text not null,
  session_id uuid not null,
  item_id uuid not null,
  option text not null,
  n smallint not null default 0,
  constraint ballot_count_pkey PRIMARY KEY (province_id, session_id, item_id, option),
  constraint ballot_count_option_check CHECK ((option = ANY (ARRAY['yes'::text, 'no'::text, 'blank'::text])))
);

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
  constraint central_paper_pkey PRIMARY KEY (province_id, id),
  constraint central_paper_kind_check CHECK ((kind = ANY (ARRAY['sent'::text, 'received'::text, 'returned'::text, 'opinion-asked'::text, 'decision'::text])))
);

create table clock (
  id smallint not null,
  offset_ms bigint not null default 0,
  frozen_at timestamp with time zone,
  constraint clock_pkey PRIMARY KEY (id),
  constraint clock_id_check CHECK ((id = 1))
);

create table code_series (
  province_id text not null,
  name text not null,
  period text not null,
  n integer not null,
  constraint code_series_pkey PRIMARY KEY (province_id, name, period)
);

create table council (
  province_id text not null,
  id uuid not null,
  org_id uuid not null,
  name text not null,
  established_by text not null,
  valid_from date not null,
  valid_to date,
  constraint council_pkey PRIMARY KEY (province_id, id)
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
  constraint council_session_pkey PRIMARY KEY (province_id, id),
  constraint council_session_body_check CHECK ((body = ANY (ARRAY['standing'::text, 'full'::text]))),
  constraint council_session_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])))
);
CREATE UNIQUE INDEX council_session_round ON public.council_session USING btree (province_id, round_id, body);

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
  constraint decision_pkey PRIMARY KEY (province_id, id),
  constraint decision_pack_hash_authority_rule_id_award_level_role_auth_fkey FOREIGN KEY (pack_hash, authority_rule_id, award, level, role, authority_from) REFERENCES authority_rule(pack_hash, id, award, level, role, effective_from),
  constraint decision_province_id_position_id_fkey FOREIGN KEY (province_id, position_id) REFERENCES "position"(province_id, id),
  constraint decision_capacity_check CHECK ((capacity = ANY (ARRAY['self'::text, 'KT'::text, 'TL'::text, 'TUQ'::text, 'Q'::text])))
);
CREATE TRIGGER decision_lawful BEFORE INSERT OR UPDATE ON public.decision FOR EACH ROW EXECUTE FUNCTION decision_lawful();

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
  constraint delegation_pkey PRIMARY KEY (province_id, id),
  constraint delegation_province_id_from_position_fkey FOREIGN KEY (province_id, from_position) REFERENCES "position"(province_id, id),
  constraint delegation_province_id_to_position_fkey FOREIGN KEY (province_id, to_position) REFERENCES "position"(province_id, id),
  constraint delegation_capacity_check CHECK ((capacity = ANY (ARRAY['KT'::text, 'TL'::text, 'TUQ'::text, 'Q'::text]))),
  constraint delegation_check CHECK ((from_position <> to_position))
);

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
  constraint dossier_pkey PRIMARY KEY (province_id, id),
  constraint dossier_pack_hash_fkey FOREIGN KEY (pack_hash) REFERENCES pack(hash),
  constraint dossier_occasion_check CHECK ((occasion = ANY (ARRAY['annual'::text, 'interim'::text, 'final'::text, 'ad-hoc'::text, 'unspecified'::text]))),
  constraint dossier_status_check CHECK ((status = ANY (ARRAY['drafting'::text, 'submitted'::text, 'supplement'::text, 'accepted'::text, 'closed'::text, 'rejected'::text, 'withdrawn'::text])))
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

create table file (
  province_id text not null,
  sha256 text not null,
  mime text not null,
  size integer not null,
  bytes bytea not null,
  created_at timestamp with time zone not null,
  constraint file_pkey PRIMARY KEY (province_id, sha256)
);

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
CREATE INDEX incident_open ON public.incident USING btree (province_id, raised_at) WHERE (resolved_at IS NULL);

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
  constraint job_pkey PRIMARY KEY (province_id, id),
  constraint job_status_check CHECK ((status = ANY (ARRAY['open'::text, 'done'::text, 'failed'::text, 'canceled'::text])))
);
CREATE INDEX job_instance ON public.job USING btree (province_id, instance_id);
CREATE INDEX job_open ON public.job USING btree (next_at) WHERE (status = 'open'::text);

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
  constraint movement_pkey PRIMARY KEY (province_id, id)
);

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
  constraint nominee_row_pkey PRIMARY KEY (province_id, id),
  constraint nominee_row_province_id_dossier_id_fkey FOREIGN KEY (province_id, dossier_id) REFERENCES dossier(province_id, id),
  constraint nominee_row_kind_check CHECK ((kind = ANY (ARRAY['individual'::text, 'collective'::text, 'household'::text]))),
  constraint nominee_row_scope_check CHECK ((scope = ANY (ARRAY['inside'::text, 'outside'::text, 'independent'::text]))),
  constraint nominee_row_stage_check CHECK ((stage = ANY (ARRAY['UNIT'::text, 'XA'::text, 'TINH'::text, 'TW'::text]))),
  constraint nominee_row_state_check CHECK ((state = ANY (ARRAY['open'::text, 'held'::text, 'withdrawn'::text, 'rejected'::text, 'not-recommended'::text, 'awarded'::text, 'refused'::text])))
);
CREATE INDEX nominee_row_search ON public.nominee_row USING btree (province_id, search_name text_pattern_ops);
CREATE UNIQUE INDEX nominee_row_seq ON public.nominee_row USING btree (province_id, dossier_id, seq);

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
  constraint number_register_pkey PRIMARY KEY (province_id, series_id, number_text)
);
CREATE UNIQUE INDEX number_register_n ON public.number_register USING btree (province_id, series_id, n) WHERE (n IS NOT NULL);
CREATE UNIQUE INDEX number_register_paper ON public.number_register USING btree (province_id, paper_id) WHERE (canceled_at IS NULL);

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
  constraint org_pkey PRIMARY KEY (province_id, id),
  constraint org_kind_check CHECK ((kind = ANY (ARRAY['unit'::text, 'commune'::text, 'department'::text, 'province'::text, 'ministry'::text, 'party'::text, 'front'::text, 'enterprise'::text]))),
  constraint org_level_check CHECK ((level = ANY (ARRAY['UNIT'::text, 'XA'::text, 'HUYEN'::text, 'TINH'::text, 'TW'::text]))),
  constraint org_tier_check CHECK ((tier = ANY (ARRAY['don-vi'::text, 'thon'::text, 'xa'::text, 'phuong'::text, 'dac-khu'::text, 'tinh'::text, 'thanh-pho'::text, 'trung-uong'::text])))
);
CREATE INDEX org_parent ON public.org USING btree (province_id, parent_id);

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
  constraint paper_pkey PRIMARY KEY (province_id, id),
  constraint paper_signature_mode_check CHECK ((signature_mode = ANY (ARRAY['digital'::text, 'wet-ink'::text]))),
  constraint paper_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'signed'::text, 'numbered'::text, 'sealed'::text, 'issued'::text, 'canceled'::text])))
);
CREATE INDEX paper_dossier ON public.paper USING btree (province_id, dossier_id);
CREATE INDEX paper_round ON public.paper USING btree (province_id, round_id);
CREATE UNIQUE INDEX paper_slot ON public.paper USING btree (province_id, slot);
CREATE UNIQUE INDEX paper_verify ON public.paper USING btree (verify_token);

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
  constraint process_definition_pkey PRIMARY KEY (province_id, id),
  constraint process_definition_check CHECK (((published_by IS NULL) OR (proposed_by IS NULL) OR (published_by <> proposed_by))),
  constraint process_definition_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'proposed'::text, 'published'::text, 'retired'::text])))
);
CREATE UNIQUE INDEX process_definition_version ON public.process_definition USING btree (province_id, key, version) WHERE (status = ANY (ARRAY['published'::text, 'retired'::text]));

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
  constraint review_round_pkey PRIMARY KEY (province_id, id),
  constraint review_round_pack_hash_fkey FOREIGN KEY (pack_hash) REFERENCES pack(hash),
  constraint review_round_level_check CHECK ((level = ANY (ARRAY['XA'::text, 'TINH'::text]))),
  constraint review_round_status_check CHECK ((status = ANY (ARRAY['collecting'::text, 'appraising'::text, 'council'::text, 'deciding'::text, 'closed'::text])))
);
CREATE UNIQUE INDEX review_round_code ON public.review_round USING btree (province_id, code);

create table roll (
  province_id text not null,
  session_id uuid not null,
  person_id uuid not null,
  position_id uuid not null,
  voted boolean not null default false,
  attendance text not null default 'present'::text,
  constraint roll_pkey PRIMARY KEY (province_id, session_id, person_id),
  constraint roll_attendance_check CHECK ((attendance = ANY (ARRAY['present'::text, 'absent'::text, 'written'::text])))
);

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
  constraint round_row_outcome_check CHECK ((outcome = ANY (ARRAY['recommended'::text, 'not-recommended'::text, 'not-met'::text, 'held'::text, 'withdrawn'::text, 'forwarded'::text, 'awarded'::text, 'refused'::text])))
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
  constraint row_hold_pkey PRIMARY KEY (province_id, id)
);
CREATE UNIQUE INDEX row_hold_open ON public.row_hold USING btree (province_id, row_id) WHERE (released_at IS NULL);

create table series (
  province_id text not null,
  id uuid not null,
  org_id uuid not null,
  document_type text not null,
  year smallint not null,
  mode text not null,
  suffix text not null,
  n integer not null default 0,
  constraint series_pkey PRIMARY KEY (province_id, id),
  constraint series_mode_check CHECK ((mode = ANY (ARRAY['own'::text, 'external'::text])))
);
CREATE UNIQUE INDEX series_of ON public.series USING btree (province_id, org_id, document_type, year);

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
  constraint session_item_pkey PRIMARY KEY (province_id, id)
);
CREATE UNIQUE INDEX session_item_row ON public.session_item USING btree (province_id, session_id, row_id);

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

CREATE OR REPLACE FUNCTION public.decision_lawful()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.written_once()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is written once', tg_table_name using errcode = '23514', constraint = tg_table_name || '_written_once';
end $function$;
