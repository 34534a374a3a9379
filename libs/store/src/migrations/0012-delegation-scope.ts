import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is passed on is for no other steps and awards than what it rests on (NĐ 30/2020 art. 13). */
export class DelegationScope0012 implements MigrationInterface {
  readonly name = 'DelegationScope1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(scope);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const scope = `
create function delegation_within_scope() returns trigger language plpgsql as $$
declare
  bound jsonb;
begin
  select d.scope into bound from delegation d where d.province_id = new.province_id and d.id = new.rests_on;
  if exists (select 1 from jsonb_each(bound) b where not coalesce(b.value @> (new.scope -> b.key), false)) then
    raise exception 'a delegation is for no more than the one it rests on' using errcode = '23514', constraint = 'delegation_within';
  end if;
  return new;
end $$;
create trigger delegation_within_scope before insert or update of scope, rests_on on delegation for each row
  when (new.rests_on is not null) execute function delegation_within_scope();
`;
