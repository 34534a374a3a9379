import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a province has confirmed of a pack, what it has set itself, and dossiers that follow a kinder law. */
export class Law0004 implements MigrationInterface {
  readonly name = 'Law1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [confirmations, proposals, kinder]) {
      await runner.query(part);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const confirmations = `
-- One row of a pack, confirmed for a province by the body that answers for it. row_hash: the row as it read; a changed row is not confirmed.
-- It counts when a second person has confirmed it.
create table law_confirmation (
  province_id text not null, id uuid not null, pack_hash text not null references pack (hash), row_key text not null, row_hash text not null,
  row_id text not null, body text not null, number_text text not null, dated date not null, file_sha256 text not null, note text,
  status text not null check (status in ('proposed', 'confirmed', 'declined', 'withdrawn')),
  proposed_by uuid not null, proposed_at timestamptz not null, settled_by uuid, settled_at timestamptz, reason text,
  primary key (province_id, id),
  check ((status = 'proposed') = (settled_by is null)),
  check (status not in ('confirmed', 'declined') or settled_by <> proposed_by)
);
create unique index law_confirmation_open on law_confirmation (province_id, row_key, row_hash) where status in ('proposed', 'confirmed');
`;

const proposals = `
-- A province's own rows over a pack, proposed by one person and put in force by another. content: the local pack, complete.
create table law_proposal (
  province_id text not null, id uuid not null, base_hash text not null references pack (hash), content jsonb not null, summary text not null,
  body text not null, number_text text not null, dated date not null, file_sha256 text not null, note text,
  status text not null check (status in ('proposed', 'in-force', 'declined', 'withdrawn')),
  proposed_by uuid not null, proposed_at timestamptz not null, settled_by uuid, settled_at timestamptz, reason text,
  local_hash text references pack (hash), effective_hash text references pack (hash),
  primary key (province_id, id),
  check ((status = 'proposed') = (settled_by is null)),
  check (status not in ('in-force', 'declined') or settled_by <> proposed_by),
  check ((status = 'in-force') = (effective_hash is not null))
);
create index law_proposal_open on law_proposal (province_id, status, proposed_at);
`;

const kinder = `
-- 'Quy định có lợi hơn': a dossier moves to another pack before its round has closed, with the reason and the citation; never back in silence.
create table kinder_law (
  province_id text not null, id uuid not null, dossier_id uuid not null, from_hash text not null references pack (hash),
  to_hash text not null references pack (hash), reason text not null, citation text not null, by_person uuid not null, at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, dossier_id) references dossier (province_id, id),
  check (from_hash <> to_hash)
);
create index kinder_law_dossier on kinder_law (province_id, dossier_id, at);
create trigger kinder_law_written_once before update or delete or truncate on kinder_law execute function written_once();
`;
