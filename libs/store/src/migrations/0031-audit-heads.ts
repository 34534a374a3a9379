import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where each chain of the trail ends, seals over those ends, and the ways the trail is searched. */
export class AuditHeads0031 implements MigrationInterface {
  readonly name = 'AuditHeads1700000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const tables = `
-- The last line of every chain that no instance carries (instance_state.audit_head holds theirs): a chain that ends earlier lost its tail.
create table audit_head (
  province_id text not null, subject_type text not null, subject_id uuid not null,
  lines integer not null, last_id bigint not null, last_hash text not null,
  primary key (province_id, subject_type, subject_id)
) with (fillfactor = 80);
create trigger audit_head_kept before delete or truncate on audit_head for each statement execute function written_once();
insert into audit_head (province_id, subject_type, subject_id, lines, last_id, last_hash)
  select province_id, subject_type, subject_id, count(*), max(id), (array_agg(hash order by id desc))[1]
  from audit where subject_type <> 'instance' group by province_id, subject_type, subject_id;

-- One chain of seals per province over the ends of chains that grew since the seal before; up_to: the last line it looked at.
create table audit_seal (
  province_id text not null, n integer not null, at timestamptz not null, up_to bigint not null, prev_hash text not null, hash text not null,
  primary key (province_id, n)
);
create table audit_seal_line (
  province_id text not null, line_id bigint not null, n integer not null, subject_type text not null, subject_id uuid not null, hash text not null,
  primary key (province_id, line_id),
  foreign key (province_id, n) references audit_seal (province_id, n)
);
create index audit_seal_line_seal on audit_seal_line (province_id, n, line_id);
create index audit_seal_line_subject on audit_seal_line (province_id, subject_id);
-- Where the next seal begins. settled: no transaction under way can still add a line up to here; pending: it may be so for lines up to here,
-- once all that was under way at pending_at (the server's own clock) has ended.
create table audit_seal_mark (
  province_id text not null primary key, settled bigint not null, pending bigint not null, pending_at timestamptz not null
);
create trigger audit_seal_written_once before update or delete or truncate on audit_seal execute function written_once();
create trigger audit_seal_line_written_once before update or delete or truncate on audit_seal_line execute function written_once();

create index audit_at on audit (province_id, at, id);
create index audit_person on audit (province_id, person_id, at, id) where person_id is not null;
create index audit_behalf on audit (province_id, on_behalf_of, at, id) where on_behalf_of is not null;
create index audit_action on audit (province_id, action, at, id);
`;
