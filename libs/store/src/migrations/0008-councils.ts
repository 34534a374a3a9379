import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session frozen at its opening: roll, agenda, quorum and recusals; sealed written opinions, the counting team, open votes and ties. */
export class Councils0008 implements MigrationInterface {
  readonly name = 'Councils1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [sessions, recusals, opinions, counting, locks]) {
      await runner.query(part);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const sessions = `
-- present, quorum_*: as it stood when the session opened (law.md V-05, V-13); quorum_needed is null where the pack asks for none.
-- places: how many of an award may be recommended, as announced before the ballot: [{award, places, ruleId, text}].
alter table council_session
  add column present smallint, add column quorum_needed smallint, add column quorum_rule text, add column places jsonb not null default '[]',
  add column opinions_opened_at timestamptz, add column frozen boolean not null default false;
-- A session whose members left it is postponed: its ballots are gone unread, and the round gets another one.
alter table council_session drop constraint council_session_status_check,
  add constraint council_session_status_check check (status in ('open', 'closed', 'postponed'));
drop index council_session_round;
create unique index council_session_round on council_session (province_id, round_id, body) where status <> 'postponed';
update council_session s set frozen = true,
  present = (select count(*) from roll r where r.province_id = s.province_id and r.session_id = s.id and r.attendance = 'present');

-- in_writing: an absent member is asked in writing (V-12). chosen: what the council made of a tie or a full quota; null = nothing to choose.
alter table session_item add column secret boolean not null default true, add column in_writing boolean not null default true, add column chosen boolean;

-- Role and title as they were: who leaves the council afterwards stays on the roll.
alter table roll add column role text, add column title text;
update roll r set role = m.role, title = x.title from council_session s, council_member m, position x
  where s.province_id = r.province_id and s.id = r.session_id and m.province_id = r.province_id and m.council_id = s.council_id and m.person_id = r.person_id
    and x.province_id = r.province_id and x.id = r.position_id;
update roll set role = coalesce(role, 'member'), title = coalesce(title, '');
alter table roll alter column role set not null, alter column title set not null;

-- carried-over: left off the agenda of its round's session, gone on to the next round of the level.
alter table round_row drop constraint round_row_outcome_check;
alter table round_row add constraint round_row_outcome_check
  check (outcome in ('recommended', 'not-recommended', 'not-met', 'held', 'withdrawn', 'forwarded', 'awarded', 'refused', 'carried-over'));

create table session_postponement (
  province_id text not null, id uuid not null, round_id uuid not null, reason text not null, next_at timestamptz not null,
  present smallint not null, total smallint not null, quorum_needed smallint, rule_id text, postponed_at timestamptz not null, postponed_by uuid not null,
  primary key (province_id, id),
  foreign key (province_id, round_id) references review_round (province_id, id)
);
create index session_postponement_round on session_postponement (province_id, round_id);
`;

const recusals = `
-- A declared conflict of interest (V-14). row_id null: the whole agenda. session_id is set when the session opens, and nothing changes after it.
create table recusal (
  province_id text not null, id uuid not null, round_id uuid not null, person_id uuid not null, row_id uuid, reason text not null,
  declared_at timestamptz not null, declared_by uuid not null,
  ruling text check (ruling in ('accepted', 'declined')), ruled_at timestamptz, ruled_by uuid, session_id uuid,
  primary key (province_id, id),
  foreign key (province_id, round_id) references review_round (province_id, id),
  foreign key (province_id, row_id) references nominee_row (province_id, id),
  constraint recusal_ruled_whole check ((ruling is null) = (ruled_at is null) and (ruling is null) = (ruled_by is null))
);
create unique index recusal_once on recusal (province_id, round_id, person_id, coalesce(row_id, '00000000-0000-0000-0000-000000000000'));
`;

const opinions = `
-- A named paper whose content nobody reads before the count: sealed is ciphertext, its key is made from a secret outside the database.
create table written_opinion (
  province_id text not null, session_id uuid not null, person_id uuid not null, kind text not null check (kind in ('typed', 'scan')),
  mime text, sealed bytea not null, sealed_sha256 text not null, sent_at timestamptz not null, sent_by uuid not null,
  opened_at timestamptz, valid boolean,
  primary key (province_id, session_id, person_id),
  foreign key (province_id, session_id, person_id) references roll (province_id, session_id, person_id),
  constraint written_opinion_scan_mime check ((kind = 'scan') = (mime is not null))
);
`;

const counting = `
create table counting_team (
  province_id text not null, session_id uuid not null, person_id uuid not null, full_name text not null, title text not null, head boolean not null,
  primary key (province_id, session_id, person_id),
  foreign key (province_id, session_id) references council_session (province_id, id)
);

-- Only of items whose award is voted on openly (V-15): who voted what. A secret item never has a row here (trigger open_vote_only_open).
create table open_vote (
  province_id text not null, session_id uuid not null, item_id uuid not null, person_id uuid not null,
  option text not null check (option in ('yes', 'no', 'blank')),
  primary key (province_id, session_id, item_id, person_id),
  foreign key (province_id, item_id) references session_item (province_id, id)
);

-- Several equally placed rows and too few places (R-07): what the council chose, and what the rule prefers.
create table tie_break (
  province_id text not null, session_id uuid not null, award text not null, places smallint not null, tied uuid[] not null,
  preferred uuid[] not null, chosen uuid[] not null, rule_id text not null, reason text not null, decided_at timestamptz not null,
  primary key (province_id, session_id, award),
  foreign key (province_id, session_id) references council_session (province_id, id)
);
`;

/** What no code may do after the opening, whoever writes it. */
const locks = `
create function refuse_after_opening() returns trigger language plpgsql as $$
declare s uuid := case when tg_op = 'INSERT' then new.session_id else old.session_id end;
        p text := case when tg_op = 'INSERT' then new.province_id else old.province_id end;
begin
  if exists (select 1 from council_session c where c.province_id = p and c.id = s and c.frozen) then
    raise exception '% of a session is frozen at its opening', tg_table_name using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger roll_frozen before insert or delete on roll for each row execute function refuse_after_opening();
create trigger session_item_frozen before insert or delete on session_item for each row execute function refuse_after_opening();

create function refuse_late_recusal() returns trigger language plpgsql as $$
declare r uuid := case when tg_op = 'INSERT' then new.round_id else old.round_id end;
        p text := case when tg_op = 'INSERT' then new.province_id else old.province_id end;
begin
  if exists (select 1 from council_session c where c.province_id = p and c.round_id = r and c.frozen and c.status <> 'postponed') then
    raise exception 'a recusal is declared before the session opens' using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger recusal_frozen before insert or update or delete on recusal for each row execute function refuse_late_recusal();

create function refuse_open_vote_on_secret() returns trigger language plpgsql as $$
begin
  if exists (select 1 from session_item i where i.province_id = new.province_id and i.id = new.item_id and i.secret) then
    raise exception 'a secret item keeps no vote of a person' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger open_vote_only_open before insert or update on open_vote for each row execute function refuse_open_vote_on_secret();

create function refuse_new_denominator() returns trigger language plpgsql as $$
begin
  if old.frozen and (new.total <> old.total or new.body <> old.body or not new.frozen or new.council_id <> old.council_id) then
    raise exception 'the members of a session are frozen at its opening' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger council_session_frozen before update on council_session for each row execute function refuse_new_denominator();
`;
