import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who receives a dossier and by which procedure, paper entries, nominees from outside, one-time links, secret dossiers on paper only. */
export class Intake0005 implements MigrationInterface {
  readonly name = 'Intake1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [dossier, row, intake]) {
      await runner.query(part);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const dossier = `
-- receiver: the body that receives (commune, district, province); desk: the office that takes it in; route 'own': the unit's head decides.
alter table dossier
  add column receiver_org_id uuid, add column desk_org_id uuid,
  add column route text not null default 'upper' check (route in ('upper', 'own')),
  add column procedure text not null default 'ordinary' check (procedure in ('ordinary', 'simplified')), add column procedure_ground text,
  add column secrecy text not null default 'none' check (secrecy in ('none', 'mat', 'toi-mat', 'tuyet-mat')),
  add column entered_by_org uuid, add column complete_at timestamptz, add column paper_only boolean not null default false,
  add constraint dossier_simplified_ground check (procedure = 'ordinary' or procedure_ground is not null),
  -- A state secret never enters: the dossier is a number on paper.
  add constraint dossier_secret_on_paper check (secrecy = 'none' or (paper_only and instance_id is null and title = ''));
update dossier set receiver_org_id = commune_id, desk_org_id = commune_id;
`;

const row = `
-- evidence: what the proposal rests on, [{"kind": "award" | "rating" | "initiative" | "cluster", "id": …}].
-- outsider: {"managingBody", "address", "taxCode"?} of a nominee from outside the territory.
alter table nominee_row
  add column award_type text not null default 'merit' check (award_type in ('merit', 'sudden', 'movement', 'service', 'tenure', 'external')),
  add column posthumous boolean not null default false,
  add column achievement_from date, add column achievement_to date,
  add column evidence jsonb not null default '[]',
  add column under_party_management boolean not null default false, add column female_leader boolean not null default false,
  add column outsider jsonb,
  add constraint nominee_row_period check (achievement_from is null or achievement_to is null or achievement_from <= achievement_to);
update nominee_row r set award_type = case when d.movement_id is not null then 'movement' when d.occasion = 'ad-hoc' then 'sudden' else 'merit' end
  from dossier d where d.province_id = r.province_id and d.id = r.dossier_id;
`;

const intake = `
-- Nhập thay: who entered a paper dossier for a unit, and the second person who compared it with the paper.
create table paper_entry (
  province_id text not null, dossier_id uuid not null, entered_by uuid not null, entered_at timestamptz not null, delivered_on date not null,
  checked_by uuid, checked_at timestamptz,
  primary key (province_id, dossier_id),
  foreign key (province_id, dossier_id) references dossier (province_id, id),
  check (checked_by is null or checked_by <> entered_by)
);

-- A nominee's own access to one report: the hash of a random 128-bit token, once, for a while.
create table report_link (
  province_id text not null, id uuid not null, row_id uuid not null, token_hash text not null unique,
  created_by uuid not null, created_at timestamptz not null, expires_at timestamptz not null,
  used_at timestamptz, signed_name text, revoked_at timestamptz, revoked_by uuid,
  primary key (province_id, id),
  foreign key (province_id, row_id) references nominee_row (province_id, id),
  check (used_at is null or revoked_at is null)
);
create index report_link_row on report_link (province_id, row_id);

-- Where a secret dossier's paper lies: bodies and shelf marks, never its content.
create table paper_custody (
  province_id text not null, dossier_id uuid not null, seq smallint not null, holder_org_id uuid not null,
  shelf text not null check (shelf ~ '^[A-Z0-9][A-Z0-9./-]{0,19}$'), from_at timestamptz not null, by_person uuid not null,
  primary key (province_id, dossier_id, seq),
  foreign key (province_id, dossier_id) references dossier (province_id, id)
);

-- The last lock: no name, text or file of a secret dossier, whoever writes it.
create function secret_stays_out() returns trigger language plpgsql as $$
begin
  if exists (select from dossier d where d.province_id = new.province_id and d.id = new.dossier_id and d.secrecy <> 'none') then
    raise exception 'a state secret stays on paper' using errcode = '23514', constraint = 'secret_stays_out';
  end if;
  return new;
end $$;
create trigger nominee_row_secret before insert or update of dossier_id on nominee_row for each row execute function secret_stays_out();
create trigger paper_secret before insert or update of dossier_id on paper for each row when (new.dossier_id is not null) execute function secret_stays_out();
`;
