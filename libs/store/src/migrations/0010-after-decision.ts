import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A row whose award was taken back; papers are found by the process that made them. */
const states = `
alter table nominee_row drop constraint nominee_row_state_check,
  add constraint nominee_row_state_check
    check (state in ('open', 'held', 'withdrawn', 'rejected', 'not-recommended', 'awarded', 'refused', 'revoked'));

create index paper_instance on paper (province_id, instance_id) where instance_id is not null;

-- Taking a decision back, or the award again, changes nothing of who signed it: the lock of authority looks at what it is about only.
drop trigger decision_lawful on decision;
create trigger decision_lawful before insert or update of province_id, org_id, award, level, role, pack_hash, authority_rule_id, authority_from,
  position_id, person_id, capacity, on_behalf_of, date, external on decision for each row execute function decision_lawful();
`;

/** Hủy bỏ quyết định khen thưởng: one case per decision and conclusion, over some or all of its rows. */
const revocations = `
create table revocation (
  province_id text not null, id uuid not null, code text not null, decision_id uuid not null, award text not null, round_id uuid, dossier_id uuid,
  path text not null check (path in ('here', 'central')), proposer_org_id uuid not null, decider_org_id uuid,
  ground text not null check (ground in ('false-declaration', 'false-papers', 'unlawful-appraisal', 'standard-not-met')),
  conclusion_text text not null, conclusion_number text not null, conclusion_date date not null, conclusion_body text not null, file_sha256 text,
  status text not null check (status in ('proposing', 'deciding', 'forwarded', 'recovering', 'recovered', 'kept', 'restored')),
  opened_by uuid not null, opened_at timestamptz not null, instance_id uuid, revoked_on date, recover_by date, published_on date,
  published_where text, refusal text, closed_at timestamptz, version integer not null default 1,
  primary key (province_id, id),
  foreign key (province_id, decision_id) references decision (province_id, id)
);
create unique index revocation_code on revocation (province_id, code);
create index revocation_decision on revocation (province_id, decision_id);
create index revocation_round on revocation (province_id, round_id);

create table revocation_row (
  province_id text not null, revocation_id uuid not null, row_id uuid not null, money_due integer not null, item_due boolean not null,
  primary key (province_id, revocation_id, row_id),
  foreign key (province_id, revocation_id) references revocation (province_id, id),
  foreign key (province_id, row_id) references nominee_row (province_id, id)
);
create index revocation_row_row on revocation_row (province_id, row_id);

-- What came back of an honouree (T-24): in parts, each with its receipt.
create table recovery_entry (
  province_id text not null, id uuid not null, revocation_id uuid not null, row_id uuid not null, kind text not null check (kind in ('item', 'money')),
  amount integer not null check (amount >= 0), received_on date not null, receipt text not null, recorded_by uuid not null, recorded_at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, revocation_id, row_id) references revocation_row (province_id, revocation_id, row_id)
);
create index recovery_entry_of on recovery_entry (province_id, revocation_id);

-- Papers of the central level about a case: sent, returned with its ground, its decision, items handed on, the award restored.
create table revocation_paper (
  province_id text not null, id uuid not null, revocation_id uuid not null,
  kind text not null check (kind in ('sent', 'returned', 'decision', 'items-forwarded', 'restoration')),
  number_text text, date date not null, body text not null, ground text, granted boolean, file_sha256 text, recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, revocation_id) references revocation (province_id, id)
);
create index revocation_paper_of on revocation_paper (province_id, revocation_id);

-- The decider's own act: the same row of authority, the same lock, as for giving the award.
create table revoking_decision (
  province_id text not null, id uuid not null, revocation_id uuid not null, org_id uuid not null, award text not null, level text not null,
  role text not null, pack_hash text not null, authority_rule_id text not null, authority_from date not null,
  position_id uuid not null, person_id uuid not null, capacity text not null check (capacity in ('self', 'KT', 'TL', 'TUQ', 'Q')), on_behalf_of uuid,
  date date not null, external boolean not null default false, paper_id uuid,
  primary key (province_id, id),
  foreign key (province_id, revocation_id) references revocation (province_id, id),
  foreign key (pack_hash, authority_rule_id, award, level, role, authority_from)
    references authority_rule (pack_hash, id, award, level, role, effective_from),
  foreign key (province_id, position_id) references position (province_id, id)
);
create trigger revoking_decision_lawful before insert or update on revoking_decision for each row execute function decision_lawful();
`;

/** Văn bản sau ban hành: an issued paper is never opened again; what happens to it is a paper, or a line, of its own (decision 31). */
const changes = `
create table paper_change (
  province_id text not null, id uuid not null, paper_id uuid not null,
  action text not null check (action in ('correct-form', 'correct-content', 'cancel', 'replace', 'copy')),
  reason text not null, facts jsonb not null, org_id uuid not null, asked_by uuid not null, asked_at timestamptz not null,
  status text not null check (status in ('drafting', 'done', 'refused')), refusal text, instance_id uuid, made_paper_id uuid, done_at timestamptz,
  primary key (province_id, id),
  foreign key (province_id, paper_id) references paper (province_id, id)
);
create index paper_change_of on paper_change (province_id, paper_id);

-- What whoever reads a paper must know of it: taken back, corrected, replaced; never a change of the paper itself.
create table paper_mark (
  province_id text not null, id uuid not null, paper_id uuid not null,
  kind text not null check (kind in ('revoked', 'revoked-in-part', 'restored', 'corrected', 'canceled', 'replaced', 'number-withdrawn')),
  by_title text not null, by_number text, by_date date, by_body text not null, by_paper_id uuid, at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, paper_id) references paper (province_id, id)
);
create index paper_mark_of on paper_mark (province_id, paper_id, at);
create trigger paper_mark_written_once before update or delete or truncate on paper_mark execute function written_once();
`;

export class AfterDecision0010 implements MigrationInterface {
  readonly name = 'AfterDecision1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [states, revocations, changes]) {
      await runner.query(part);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
