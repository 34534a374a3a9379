import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Opinions asked of other bodies, public notices with their comments, and the paper that closes a hold. */
export class Procedure0007 implements MigrationInterface {
  readonly name = 'Procedure1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [opinions, notices, holds, centre]) {
      await runner.query(part);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const opinions = `
-- One question to one body about a round, or about one row of it. Silence never answers it (law.md T-03).
create table opinion_request (
  province_id text not null, id uuid not null, round_id uuid not null, row_id uuid,
  kind text not null check (kind in ('agency', 'party', 'ministry', 'confirmation')),
  body text not null, org_id uuid, subject text not null, rule_id text not null,
  asked_at timestamptz not null, asked_by uuid not null, due_on date, paper_id uuid,
  answered_at timestamptz, answered_by uuid, answer text check (answer in ('agree', 'disagree', 'other')), text text,
  number_text text, answer_date date, file_sha256 text,
  withdrawn_at timestamptz, withdrawn_by uuid, withdraw_reason text,
  primary key (province_id, id),
  foreign key (province_id, round_id) references review_round (province_id, id),
  foreign key (province_id, row_id) references nominee_row (province_id, id),
  constraint opinion_ended_once check (answered_at is null or withdrawn_at is null),
  constraint opinion_answer_whole check ((answered_at is null) = (answer is null)),
  constraint opinion_withdrawal_reason check ((withdrawn_at is null) = (withdraw_reason is null))
);
create index opinion_request_round on opinion_request (province_id, round_id);
`;

const notices = `
-- until_on: the first day on which the council may meet on the rows (the days before it are the notice's).
create table public_notice (
  province_id text not null, id uuid not null, round_id uuid not null, published_on date not null, until_on date not null,
  channels text[] not null, token text not null, rule_id text not null, paper_id uuid,
  published_at timestamptz not null, published_by uuid not null,
  closed_at timestamptz, closed_by uuid, summary text,
  primary key (province_id, id),
  foreign key (province_id, round_id) references review_round (province_id, id),
  constraint public_notice_runs check (until_on > published_on)
);
create unique index public_notice_token on public_notice (token);
create index public_notice_round on public_notice (province_id, round_id);

create table public_notice_row (
  province_id text not null, notice_id uuid not null, row_id uuid not null,
  primary key (province_id, notice_id, row_id),
  foreign key (province_id, notice_id) references public_notice (province_id, id),
  foreign key (province_id, row_id) references nominee_row (province_id, id)
);
create index public_notice_row_row on public_notice_row (province_id, row_id);

create table public_comment (
  province_id text not null, id uuid not null, notice_id uuid not null, row_id uuid,
  via text not null check (via in ('web', 'paper', 'phone')), author text, contact text, text text not null, received_at timestamptz not null,
  recorded_by uuid, handling text check (handling in ('accepted', 'explained', 'no-ground', 'held')), handling_text text, handled_by uuid, handled_at timestamptz,
  primary key (province_id, id),
  foreign key (province_id, notice_id) references public_notice (province_id, id),
  foreign key (province_id, row_id) references nominee_row (province_id, id),
  constraint public_comment_handled_whole check ((handled_at is null) = (handling is null) and (handled_at is null) = (handling_text is null))
);
create index public_comment_notice on public_comment (province_id, notice_id);
`;

/** Holds of before this migration were opened without a kind: they stand as complaints, the widest of the grounds of R-04. */
const holds = `
alter table row_hold
  add column kind text not null default 'complaint' check (kind in ('discipline', 'investigation', 'inspection', 'complaint', 'press')),
  add column violation boolean, add column paper_number text, add column paper_date date, add column paper_body text, add column file_sha256 text;
`;

/** The centre may propose another form than was asked for: what it proposes, by row, and what the province said of it. */
const centre = `
alter table central_paper drop constraint central_paper_kind_check;
alter table central_paper add constraint central_paper_kind_check
  check (kind in ('sent', 'received', 'returned', 'opinion-asked', 'answered', 'differs', 'agreed', 'decision', 'handed-over'));
alter table central_paper add column awards jsonb;
`;
