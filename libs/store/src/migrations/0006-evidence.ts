import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people and bodies have already been given and done: the facts that eligibility rests on (law.md 5, 6).
 * A row stands on a paper, is confirmed once, and is cancelled instead of deleted.
 */
export class Evidence0006 implements MigrationInterface {
  readonly name = 'Evidence1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [batches, awards, ratings, initiatives, discipline, collectives, service, statements, overrides, comparisons]) {
      await runner.query(part);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

/** The paper a fact rests on, who vouched for it, where it came from. */
const STANDING = `
  paper_number text, paper_date date, paper_body text, file_sha256 text, note text,
  source text not null check (source in ('system', 'import', 'manual')), batch_id uuid,
  created_by uuid, created_at timestamptz not null, confirmed_by uuid, confirmed_at timestamptz,
  canceled_at timestamptz, canceled_by uuid, cancel_reason text,
  primary key (province_id, id),
  check ((source = 'import') = (batch_id is not null)),
  check (confirmed_at is not null or confirmed_by is null), check (confirmed_by is not null or confirmed_at is null or source = 'system')`;

const SUBJECT = `province_id text not null, id uuid not null, person_id uuid, org_id uuid`;
const ONE_SUBJECT = 'check (num_nonnulls(person_id, org_id) = 1)';

const subjectIndexes = (table: string): string => `
create index ${table}_person on ${table} (province_id, person_id) where person_id is not null;
create index ${table}_org on ${table} (province_id, org_id) where org_id is not null;
create index ${table}_batch on ${table} (province_id, batch_id) where batch_id is not null;
`;

const batches = `
create table import_batch (
  province_id text not null, id uuid not null, org_id uuid not null, kind text not null check (kind in ('award', 'rating', 'initiative')),
  file_name text not null, file_sha256 text not null, row_count integer not null,
  applied_by uuid not null, applied_at timestamptz not null, undone_by uuid, undone_at timestamptz,
  primary key (province_id, id)
);
create index import_batch_org on import_batch (province_id, org_id, applied_at);
`;

const awards = `
-- award: a code of the packs, or free text for what no pack knows. award_type null: the paper does not say (R-03 then has no data).
-- row_id, decision_id: of an award given by this system. achievement_to starts the clock for the next one (R-09).
create table award_history (
  ${SUBJECT}, subject_name text not null,
  award text not null, award_name text not null, award_kind text check (award_kind in ('title', 'form')),
  award_type text check (award_type in ('merit', 'sudden', 'movement', 'service', 'tenure', 'external')), level text,
  year smallint not null, decided_on date not null, achievement_from date, achievement_to date, achievement text, achievement_hash text,
  movement_id text, row_id uuid, decision_id uuid,
  ${STANDING},
  check (num_nonnulls(person_id, org_id, row_id) >= 1 and num_nonnulls(person_id, org_id) <= 1)
);
create unique index award_history_row on award_history (province_id, row_id) where row_id is not null and canceled_at is null;
create unique index award_history_once on award_history (province_id, coalesce(person_id, org_id), award, decided_on)
  where row_id is null and canceled_at is null;
${subjectIndexes('award_history')}`;

const ratings = `
-- rating null: a year of maternity leave counts as time without a rating (R-06). labour: who the person is that year, for shares and quotas.
create table yearly_rating (
  ${SUBJECT}, year smallint not null,
  rating text check (rating in ('excellent', 'good', 'done', 'not-done')), maternity boolean not null default false,
  labour text check (labour in ('leader', 'official', 'worker', 'farmer')),
  ${STANDING},
  ${ONE_SUBJECT}, check (rating is not null or maternity)
);
create unique index yearly_rating_year on yearly_rating (province_id, coalesce(person_id, org_id), year) where canceled_at is null;
${subjectIndexes('yearly_rating')}`;

const initiatives = `
-- Recognised results: initiatives, topics, inventions, prizes, confirmed achievements. used_award: spent on an award before this system (R-11).
create table initiative (
  ${SUBJECT}, name text not null, year smallint not null,
  kind text not null check (kind in ('initiative', 'topic', 'invention', 'prize', 'combat-merit', 'contribution', 'achievement', 'model')),
  scope text check (scope in ('unit', 'commune', 'district', 'province', 'nation', 'region', 'continent', 'world')),
  grade text check (grade in ('gold', 'silver', 'bronze')), recognised_by text check (recognised_by in ('unit', 'commune', 'district', 'province', 'ministry', 'nation')),
  used_award text,
  ${STANDING},
  ${ONE_SUBJECT}
);
create index initiative_paper on initiative (province_id, file_sha256) where file_sha256 is not null;
${subjectIndexes('initiative')}`;

const discipline = `
-- ends_on null: still running. serious: from a warning (cảnh cáo) up (E-05).
create table discipline (
  ${SUBJECT}, form text not null, serious boolean not null, starts_on date not null, ends_on date,
  ${STANDING},
  ${ONE_SUBJECT}, check (ends_on is null or ends_on >= starts_on)
);
${subjectIndexes('discipline')}`;

const collectives = `
-- A body's people in a year; null = not told.
create table collective_year (
  ${SUBJECT}, year smallint not null, members integer, women integer, completed integer, ldtt integer, cstdcs integer, disciplined integer,
  direct_labour integer, party_rating text check (party_rating in ('excellent', 'good', 'done', 'not-done')),
  mass_rating text check (mass_rating in ('excellent', 'good', 'done', 'not-done')),
  ${STANDING},
  check (org_id is not null and person_id is null),
  check (coalesce(members, 0) >= 0 and coalesce(women, 0) <= members and coalesce(completed, 0) <= members and coalesce(ldtt, 0) <= members
    and coalesce(cstdcs, 0) <= members and coalesce(direct_labour, 0) <= members)
);
create unique index collective_year_year on collective_year (province_id, org_id, year) where canceled_at is null;
${subjectIndexes('collective_year')}`;

const service = `
-- Years in posts that count for long service (E-26); post as the law names it, equivalents already turned into it.
create table service_term (
  ${SUBJECT}, post text not null check (post in ('minister', 'vice-minister', 'general-director', 'deputy-general-director', 'director', 'deputy-director')),
  from_date date not null, to_date date,
  ${STANDING},
  check (person_id is not null and org_id is null), check (to_date is null or to_date >= from_date)
);
${subjectIndexes('service_term')}`;

const statements = `
-- 'Bản kê đầy đủ': what is not in the register for these years did not happen. Without one, what is missing is missing, not 'no'.
create table register_statement (
  ${SUBJECT}, covers text not null check (covers in ('awards', 'initiatives', 'discipline')), from_year smallint not null, to_year smallint not null,
  ${STANDING},
  ${ONE_SUBJECT}, check (to_year >= from_year)
);
${subjectIndexes('register_statement')}`;

const overrides = `
-- A finding that a person set aside with a reason; the finding stays to be read.
create table verdict_override (
  province_id text not null, id uuid not null, row_id uuid not null, rule_id text not null, reason text not null, basis text not null,
  person_id uuid not null, position_id uuid not null, at timestamptz not null, canceled_at timestamptz, canceled_by uuid,
  primary key (province_id, id),
  foreign key (province_id, row_id) references nominee_row (province_id, id)
);
create unique index verdict_override_rule on verdict_override (province_id, row_id, rule_id) where canceled_at is null;
`;

/** Rows of the same nominee, and rows that rest on the same entry of the register. */
const comparisons = `
create index nominee_row_person on nominee_row (province_id, person_id) where person_id is not null;
create index nominee_row_subject_org on nominee_row (province_id, subject_org_id) where subject_org_id is not null;
create index nominee_row_evidence on nominee_row using gin (evidence jsonb_path_ops);
`;
