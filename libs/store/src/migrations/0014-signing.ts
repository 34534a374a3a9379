import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certificates per post and body, the pictures a signature shows, and what the check of a scanned paper found (decision 28). */
export class Signing0014 implements MigrationInterface {
  readonly name = 'Signing1700000000014';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [credentials, papers, scans]) {
      await runner.query(part);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const credentials = `
-- A post signs with the certificate of its holder, a body seals with its own; the secret is sealed under a key that is not in this database.
create table signing_credential (
  province_id text not null, id uuid not null, owner_kind text not null check (owner_kind in ('position', 'org')), owner_id uuid not null,
  person_id uuid, driver text not null check (driver in ('p12', 'remote')), label text not null, issuer text not null, certificate bytea not null, secret bytea not null,
  valid_from timestamptz not null, valid_to timestamptz not null, added_by uuid, added_at timestamptz not null, revoked_at timestamptz, revoked_by uuid,
  primary key (province_id, id),
  check (valid_from < valid_to),
  check ((owner_kind = 'position') = (person_id is not null))
);
create unique index signing_credential_owner on signing_credential (province_id, owner_kind, owner_id) where revoked_at is null;

create table signature_image (
  province_id text not null, owner_kind text not null check (owner_kind in ('person', 'org')), owner_id uuid not null,
  file_sha256 text not null, kept_by uuid, kept_at timestamptz not null,
  primary key (province_id, owner_kind, owner_id),
  foreign key (province_id, file_sha256) references file (province_id, sha256)
);
`;

const papers = `
-- The frozen data of the final form, by hash; the draft's stay under data_hash.
alter table paper add column final_hash text;
create index paper_file on paper (file_sha256) where file_sha256 is not null;
create index paper_draft on paper (draft_sha256) where draft_sha256 is not null;
`;

const scans = `
-- A scan stands beside its print until a records clerk has looked at what the check found; shares are of 1, null where it could not be asked.
create table scan_check (
  province_id text not null, paper_id uuid not null, scan_sha256 text not null, print_sha256 text not null, pages smallint,
  pages_equal boolean, text_share real check (text_share between 0 and 1), picture_share real check (picture_share between 0 and 1), number_seen boolean,
  verdict text not null check (verdict in ('alike', 'unsure', 'different')),
  uploaded_by uuid not null, uploaded_at timestamptz not null, confirmed_by uuid, confirmed_at timestamptz, reason text,
  primary key (province_id, paper_id),
  foreign key (province_id, paper_id) references paper (province_id, id),
  foreign key (province_id, scan_sha256) references file (province_id, sha256),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check (confirmed_at is null or verdict = 'alike' or reason is not null)
);
`;
