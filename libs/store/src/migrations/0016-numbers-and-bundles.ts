import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Both ways of numbering held by the database (decision 28), register lines as NĐ 30/2020 lists them, and papers that are frozen once issued. */
export class NumbersAndBundles0016 implements MigrationInterface {
  readonly name = 'NumbersAndBundles1700000000016';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [settings, lines, gapless, frozen]) {
      await runner.query(part);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const settings = `
-- Where a body's numbers of a type come from, from a year on; without a line they are our own.
create table series_setting (
  province_id text not null, org_id uuid not null, document_type text not null, year smallint not null,
  mode text not null check (mode in ('own', 'external')), reason text not null,
  set_by_person uuid not null, set_by_position uuid not null, set_at timestamptz not null, version integer not null default 1,
  primary key (province_id, org_id, document_type, year)
);
`;

const lines = `
-- What the printed register shows of a paper, as it was when the number was taken (NĐ 30/2020, Annex IV).
alter table number_register
  add column number text generated always as (lower(split_part(number_text, '/', 1))) stored,
  add column kind text not null default '', add column title text not null default '',
  add column signer text not null default '', add column recipients text[] not null default '{}';
-- A body's symbol may change within the year; its numbers are counted on.
create unique index number_register_number on number_register (province_id, series_id, number);

alter table paper add column archive_sha256 text;
create index paper_waiting on paper (province_id, org_id, signed_at) where state in ('signed', 'numbered');
`;

const gapless = `
create function number_register_in_order() returns trigger language plpgsql as $$
declare
  of_line series;
begin
  select * into of_line from series s where s.province_id = new.province_id and s.id = new.series_id;
  if (of_line.mode = 'own') <> (new.n is not null) then
    raise exception 'number_register: numbers of this series are %', of_line.mode using errcode = '23514', constraint = 'number_register_mode';
  end if;
  if new.n is not null and new.n <> of_line.n then
    raise exception 'number_register: % was taken, not %', of_line.n, new.n using errcode = '23514', constraint = 'number_register_in_order';
  end if;
  if extract(year from new.date) <> of_line.year then
    raise exception 'number_register: the day is not of the year %', of_line.year using errcode = '23514', constraint = 'number_register_year';
  end if;
  return new;
end $$;
create trigger number_register_in_order before insert on number_register for each row execute function number_register_in_order();

-- A generated column is not filled in yet when the row is compared.
create function number_register_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.canceled_at is null and to_jsonb(new) - '{number,canceled_at,cancel_reason}'::text[] = to_jsonb(old) - '{number,canceled_at,cancel_reason}'::text[]
     and coalesce(new.cancel_reason, '') <> '' then
    return new;
  end if;
  raise exception 'number_register: a line stays as it was written; its number may be canceled once, with a reason'
    using errcode = '23514', constraint = 'number_register_kept';
end $$;
create trigger number_register_kept before update or delete on number_register for each row execute function number_register_kept();

-- Looked at when the transaction ends: a counter that went on without its line would be a gap.
create function series_gapless() returns trigger language plpgsql as $$
declare
  counted integer;
  highest integer;
begin
  select s.n into counted from series s where s.province_id = new.province_id and s.id = new.id;
  select coalesce(max(r.n), 0) into highest from number_register r where r.province_id = new.province_id and r.series_id = new.id and r.n is not null;
  if counted <> highest then
    raise exception 'series: counted to %, registered to %', counted, highest using errcode = '23514', constraint = 'series_gapless';
  end if;
  return null;
end $$;
create constraint trigger series_gapless after insert or update of n on series deferrable initially deferred for each row execute function series_gapless();

create function series_goes_on() returns trigger language plpgsql as $$
begin
  if new.n not in (old.n, old.n + 1) or (new.org_id, new.document_type, new.year) is distinct from (old.org_id, old.document_type, old.year) then
    raise exception 'series: numbers go up by one' using errcode = '23514', constraint = 'series_goes_on';
  end if;
  if new.mode = 'own' and old.mode = 'external'
     and exists (select from number_register r where r.province_id = old.province_id and r.series_id = old.id) then
    raise exception 'series: numbers of elsewhere stand in it already' using errcode = '23514', constraint = 'series_in_use';
  end if;
  return new;
end $$;
create trigger series_goes_on before update on series for each row execute function series_goes_on();
`;

const frozen = `
create function paper_frozen() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.state = old.state or (old.state in ('issued', 'sealed') and new.state = 'canceled') or (old.state = 'canceled' and new.state = 'issued'))
     and to_jsonb(new) - '{state,version}'::text[] = to_jsonb(old) - '{state,version}'::text[] then
    return new;
  end if;
  raise exception 'paper: what was issued does not change' using errcode = '23514', constraint = 'paper_frozen';
end $$;
create trigger paper_frozen before update or delete on paper for each row when (old.state in ('sealed', 'issued', 'canceled')) execute function paper_frozen();
`;
