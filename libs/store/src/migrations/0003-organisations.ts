import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bodies as of a day, their successors and clusters; the district tier and unit heads as deciders; delegations with content and end. */
export class Organisations0003 implements MigrationInterface {
  readonly name = 'Organisations1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [bodies, levels, clusters, delegations, lawful]) {
      await runner.query(part);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const bodies = `
alter table org drop constraint org_kind_check, drop constraint org_tier_check,
  add constraint org_kind_check check (kind in ('unit', 'commune', 'district', 'department', 'province', 'ministry', 'party', 'front', 'enterprise')),
  add constraint org_tier_check check (tier in ('don-vi', 'thon', 'xa', 'phuong', 'dac-khu', 'huyen', 'quan', 'thi-xa', 'tinh', 'thanh-pho', 'trung-uong')),
  add column org_kind text not null default 'agency'
    constraint org_org_kind_check check (org_kind in ('agency', 'enterprise', 'cooperative', 'school', 'village', 'party', 'front', 'association')),
  add column managing_org_id uuid,
  add constraint org_managing foreign key (province_id, managing_org_id) references org (province_id, id);
update org set org_kind = case when kind in ('enterprise', 'party', 'front') then kind when tier = 'thon' then 'village' else 'agency' end;

-- What was different in a period; a null column is as in org itself. The latest period in force wins. parent_id: whom it stood under.
create table org_change (
  province_id text not null, org_id uuid not null, valid_from date not null, valid_to date,
  legal_person boolean, has_seal boolean, symbol text, name text, head_body text, parent_id uuid, paper text,
  primary key (province_id, org_id, valid_from),
  foreign key (province_id, org_id) references org (province_id, id),
  check (valid_to is null or valid_to >= valid_from)
);

create function org_on(p_province text, p_org uuid, p_day date)
returns table (name text, head_body text, symbol text, legal_person boolean, has_seal boolean, parent_id uuid) language sql stable as $$
  select coalesce(c.name, o.name), coalesce(c.head_body, o.head_body), coalesce(c.symbol, o.symbol),
         coalesce(c.legal_person, o.legal_person), coalesce(c.has_seal, o.has_seal), coalesce(c.parent_id, o.parent_id)
    from org o left join lateral (
      select * from org_change x where x.province_id = o.province_id and x.org_id = o.id and x.valid_from <= p_day
         and (x.valid_to is null or x.valid_to >= p_day) order by x.valid_from desc limit 1) c on true
   where o.province_id = p_province and o.id = p_org
$$;

-- Who took over from a body that was merged, split, renamed or ended; with open files, those move (handed_over_at).
create table org_succession (
  province_id text not null, predecessor_id uuid not null, successor_id uuid not null,
  kind text not null check (kind in ('merged', 'split', 'ended', 'renamed')), on_date date not null,
  takes_open_files boolean not null, paper text not null, handed_over_at timestamptz,
  primary key (province_id, predecessor_id, successor_id),
  foreign key (province_id, predecessor_id) references org (province_id, id),
  foreign key (province_id, successor_id) references org (province_id, id),
  check (predecessor_id <> successor_id)
);
create index org_succession_successor on org_succession (province_id, successor_id);
`;

const levels = `
alter table review_round drop constraint review_round_level_check,
  add constraint review_round_level_check check (level in ('UNIT', 'XA', 'HUYEN', 'TINH'));
alter table nominee_row drop constraint nominee_row_stage_check,
  add constraint nominee_row_stage_check check (stage in ('UNIT', 'XA', 'HUYEN', 'TINH', 'TW'));
-- handed_to: the round that took over what a body left open when it ended. decider_role: which post of a unit decides, its head when null (AU-03).
alter table review_round add column handed_to uuid, add column decider_role text check (decider_role in ('head', 'board-chair'));
`;

const clusters = `
-- Cụm, khối thi đua of a year, its lead body, its members and what they voted.
create table cluster (
  province_id text not null, id uuid not null, name text not null, level text not null check (level in ('XA', 'HUYEN', 'TINH', 'TW')),
  year smallint not null, lead_org_id uuid not null, series text not null,
  primary key (province_id, id),
  foreign key (province_id, lead_org_id) references org (province_id, id)
);
create unique index cluster_series on cluster (province_id, series, year);
create table cluster_member (
  province_id text not null, cluster_id uuid not null, org_id uuid not null,
  primary key (province_id, cluster_id, org_id),
  foreign key (province_id, cluster_id) references cluster (province_id, id),
  foreign key (province_id, org_id) references org (province_id, id)
);

create table cluster_meeting (
  province_id text not null, id uuid not null, cluster_id uuid not null, round_id uuid not null, turn smallint not null,
  status text not null check (status in ('open', 'closed')), place text not null, total smallint not null,
  candidates uuid[] not null, opened_at timestamptz not null, closes_at timestamptz not null, closed_at timestamptz, ranking jsonb,
  primary key (province_id, id),
  foreign key (province_id, cluster_id) references cluster (province_id, id),
  foreign key (province_id, round_id) references review_round (province_id, id)
);
create unique index cluster_meeting_turn on cluster_meeting (province_id, cluster_id, turn);
create index cluster_meeting_round on cluster_meeting (province_id, round_id);
-- As in a council: who has voted, and how many for whom. There is no row that joins the two.
create table cluster_roll (
  province_id text not null, meeting_id uuid not null, org_id uuid not null, person_id uuid not null, voted boolean not null default false,
  primary key (province_id, meeting_id, org_id),
  foreign key (province_id, meeting_id) references cluster_meeting (province_id, id)
);
create table cluster_count (
  province_id text not null, meeting_id uuid not null, org_id uuid not null, n smallint not null default 0,
  primary key (province_id, meeting_id, org_id),
  foreign key (province_id, meeting_id) references cluster_meeting (province_id, id)
);

create table cluster_result (
  province_id text not null, cluster_id uuid not null, org_id uuid not null, rank smallint not null,
  yes smallint not null, total smallint not null, leader boolean not null, paper_id uuid, decided_at timestamptz not null,
  primary key (province_id, cluster_id, org_id),
  foreign key (province_id, cluster_id, org_id) references cluster_member (province_id, cluster_id, org_id),
  check (yes <= total)
);
create unique index cluster_result_leader on cluster_result (province_id, cluster_id) where leader;
create index cluster_result_org on cluster_result (province_id, org_id);
`;

const delegations = `
-- scope: {"steps": […], "awards": […]}, a missing list = no bound. rests_on: the delegation this one passes on.
alter table delegation add column scope jsonb not null default '{}', add column granted_by uuid, add column rests_on uuid,
  add column ended_at timestamptz, add column ended_by uuid, add column end_reason text,
  add constraint delegation_rests_on foreign key (province_id, rests_on) references delegation (province_id, id),
  add constraint delegation_tuq_bounded check (capacity <> 'TUQ' or valid_to is not null);

-- NĐ 30/2020 art. 13: TUQ. is never passed on, TL. only as TL., a deputy's KT. not at all; an acting head (Q.) lends like a head.
create function delegation_sound() returns trigger language plpgsql as $$
declare
  base delegation%rowtype;
begin
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
end $$;
create trigger delegation_sound before insert or update of from_position, to_position, capacity, rests_on, granted_by, valid_from, valid_to on delegation for each row execute function delegation_sound();
`;

const lawful = `
create or replace function decision_lawful() returns trigger language plpgsql as $$
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
  if signer_org.level <> new.level or signer.org_id <> new.org_id
     or new.date < signer_org.valid_from or (signer_org.valid_to is not null and new.date > signer_org.valid_to)
     or new.date < signer.valid_from or (signer.valid_to is not null and new.date > signer.valid_to) or signer.person_id <> new.person_id then
    raise exception 'position % may not decide %', new.position_id, new.award using errcode = '23514', constraint = 'decision_lawful';
  end if;
  -- A unit's head decides only with legal personality that day (AU-01), and only what his kind of body may (AU-01 to AU-03).
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
  if signer.role = new.role and new.capacity = 'self' then
    return new;
  end if;
  if new.capacity in ('KT', 'Q') and exists (
    select 1 from delegation d join position head on head.province_id = d.province_id and head.id = d.from_position
     where d.province_id = new.province_id and d.to_position = new.position_id and d.capacity = new.capacity and head.role = new.role
       and head.org_id = new.org_id and d.from_position = new.on_behalf_of and d.ended_at is null
       and new.date >= d.valid_from and (d.valid_to is null or new.date <= d.valid_to)
       and (not d.scope ? 'steps' or d.scope -> 'steps' ? 'decision') and (not d.scope ? 'awards' or d.scope -> 'awards' ? new.award)
  ) then
    return new;
  end if;
  raise exception 'position % may not decide %', new.position_id, new.award using errcode = '23514', constraint = 'decision_lawful';
end $$;
`;
