import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts that wait for their holder, registers of people and bodies brought in as a whole, and powers that never come back to their lender. */
export class People0027 implements MigrationInterface {
  readonly name = 'People1700000000027';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [codes, onDay, accounts, councils, delegations, cycles, imports, uses]) {
      await runner.query(part);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const codes = `
-- code: the body's identification code (QĐ 20/2020/QĐ-TTg) or whatever a province numbers its bodies by; registers name bodies by it.
alter table org add column code text check (btrim(code) <> '');
create unique index org_code on org (province_id, upper(code)) where code is not null;
`;

const onDay = `
-- Of each fact the last change in force that speaks of it: a new symbol does not take an earlier new name away.
create or replace function org_on(p_province text, p_org uuid, p_day date)
returns table (name text, head_body text, symbol text, legal_person boolean, has_seal boolean, parent_id uuid) language sql stable as $$
  select coalesce(c.name, o.name), coalesce(c.head_body, o.head_body), coalesce(c.symbol, o.symbol),
         coalesce(c.legal_person, o.legal_person), coalesce(c.has_seal, o.has_seal), coalesce(c.parent_id, o.parent_id)
    from org o left join lateral (
      select (array_agg(x.name order by x.valid_from desc) filter (where x.name is not null))[1] as name,
             (array_agg(x.head_body order by x.valid_from desc) filter (where x.head_body is not null))[1] as head_body,
             (array_agg(x.symbol order by x.valid_from desc) filter (where x.symbol is not null))[1] as symbol,
             (array_agg(x.legal_person order by x.valid_from desc) filter (where x.legal_person is not null))[1] as legal_person,
             (array_agg(x.has_seal order by x.valid_from desc) filter (where x.has_seal is not null))[1] as has_seal,
             (array_agg(x.parent_id order by x.valid_from desc) filter (where x.parent_id is not null))[1] as parent_id
        from org_change x where x.province_id = o.province_id and x.org_id = o.id and x.valid_from <= p_day
         and (x.valid_to is null or x.valid_to >= p_day)) c on true
   where o.province_id = p_province and o.id = p_org
$$;
`;

const accounts = `
-- Without password_hash nobody has signed in yet: the holder sets it with the code whose hash is here. The code itself is kept nowhere.
alter table account alter column password_hash drop not null,
  add column code_hash text check (code_hash ~ '^[0-9a-f]{64}$'),
  add column code_expires_at timestamptz,
  add check ((code_hash is null) = (code_expires_at is null));
create index account_person on account (province_id, person_id);
`;

const councils = `
-- ended_by: the paper that set up the council after it, or dissolved it.
alter table council add column ended_by text;
`;

const delegations = `
-- recorded_by: the post of the administrator who wrote down a paper of others; the post it is lent to still takes it on by itself.
alter table delegation add column recorded_by uuid;
`;

const cycles = `
create or replace function delegation_sound() returns trigger language plpgsql as $$
declare
  base delegation%rowtype;
begin
  -- Invariant I11: what a post has lent never reaches it, or whoever lends it, again.
  if new.ended_at is null and exists (
    with recursive lent as (
      select d.from_position, d.granted_by, d.to_position from delegation d
       where d.province_id = new.province_id and d.id <> new.id and d.ended_at is null
         and (d.valid_to is null or d.valid_to >= new.valid_from) and (new.valid_to is null or d.valid_from <= new.valid_to)
    ), reached as (
      select new.to_position as position
      union
      select l.to_position from reached r join lent l on r.position in (l.from_position, l.granted_by)
    )
    select 1 from reached where position in (new.from_position, new.granted_by)
  ) then
    raise exception 'a delegation comes back to its lender' using errcode = '23514', constraint = 'delegation_cycle';
  end if;
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
`;

const imports = `
-- A register brought in as a whole, with every row it made: it can be taken back until the first of them is used.
create table register_import (
  province_id text not null, id uuid not null,
  kind text not null check (kind in ('organisations', 'people', 'rosters', 'delegations')),
  file_name text not null, file_sha256 text not null, row_count int not null,
  applied_by uuid not null, applied_at timestamptz not null, undone_by uuid, undone_at timestamptz,
  primary key (province_id, id), check ((undone_by is null) = (undone_at is null))
);
create index register_import_at on register_import (province_id, applied_at);
create table register_import_row (
  province_id text not null, import_id uuid not null, relation text not null
    check (relation in ('org', 'person', 'account', 'position', 'council', 'delegation')),
  row_id uuid not null,
  primary key (province_id, import_id, relation, row_id),
  foreign key (province_id, import_id) references register_import (province_id, id)
);
`;

const uses = `
-- Where else rows of an import are named, whatever table or column it is: tables of later days are looked through without a word here.
create function uses_of(province text, ids uuid[]) returns table (relation text, row_id uuid) language plpgsql stable as $$
declare
  place record;
begin
  for place in
    select c.relname as name, a.attname as column_name,
           exists (select 1 from pg_attribute k where k.attrelid = c.oid and k.attname = 'id' and k.atttypid = 'uuid'::regtype and not k.attisdropped) as keyed
      from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and not a.attisdropped
       and a.atttypid = 'uuid'::regtype and c.relname <> 'register_import_row'
       and exists (select 1 from pg_attribute p where p.attrelid = c.oid and p.attname = 'province_id')
       and not (a.attname = 'id' and c.relname in ('org', 'person', 'account', 'position', 'council', 'delegation'))
  loop
    return query execute format(
      'select distinct %L::text, t.%I from %I t where t.province_id = $1 and t.%I = any($2)' ||
        case when place.name = 'council_member' then ' and not t.council_id = any($2)' when place.keyed then ' and not t.id = any($2)' else '' end,
      place.name, place.column_name, place.name, place.column_name) using province, ids;
  end loop;
  return query select distinct 'inbox'::text, u.id from inbox i join unnest(ids) u (id)
      on i.principal = 'person:' || u.id or starts_with(i.principal, 'pos:' || u.id || '/')
    where i.province_id = province;
end $$;
`;
