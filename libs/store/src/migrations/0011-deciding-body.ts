import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The last lock of authority asks for the right kind of body too: at a government's level the People's Committee and no front or party
 * body; among units an office with legal personality, an enterprise or a cooperative; the director of a provincial department as a head
 * under AU-01 (law.md section 3).
 */
export class DecidingBody0011 implements MigrationInterface {
  readonly name = 'DecidingBody1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(seats);
    await runner.query(lawful);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}

const seats = `
-- At which level a body decides awards, or null for one that decides none.
create function deciding_level(kind text, org_kind text, level text) returns text language sql immutable as $$
  select case kind when 'commune' then 'XA' when 'district' then 'HUYEN' when 'province' then 'TINH' when 'department' then 'UNIT'
    else case when level = 'UNIT' and org_kind in ('agency', 'school', 'association', 'enterprise', 'cooperative') then 'UNIT' end end
$$;
-- A director of a provincial department is its head; nobody else of it decides.
create function deciding_role(kind text, role text) returns text language sql immutable as $$
  select case when kind <> 'department' then role when role = 'director' then 'head' end
$$;
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
  if deciding_level(signer_org.kind, signer_org.org_kind, signer_org.level) is distinct from new.level or signer.org_id <> new.org_id
     or new.date < signer_org.valid_from or (signer_org.valid_to is not null and new.date > signer_org.valid_to)
     or new.date < signer.valid_from or (signer.valid_to is not null and new.date > signer.valid_to) or signer.person_id <> new.person_id then
    raise exception 'position % may not decide %', new.position_id, new.award using errcode = '23514', constraint = 'decision_lawful';
  end if;
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
  if deciding_role(signer_org.kind, signer.role) = new.role and new.capacity = 'self' then
    return new;
  end if;
  if new.capacity in ('KT', 'Q') and exists (
    select 1 from delegation d join position head on head.province_id = d.province_id and head.id = d.from_position
     where d.province_id = new.province_id and d.to_position = new.position_id and d.capacity = new.capacity
       and deciding_role(signer_org.kind, head.role) = new.role
       and head.org_id = new.org_id and d.from_position = new.on_behalf_of and d.ended_at is null and d.accepted_at is not null
       and new.date >= d.valid_from and (d.valid_to is null or new.date <= d.valid_to)
       and new.date >= head.valid_from and (head.valid_to is null or new.date <= head.valid_to)
       and (not d.scope ? 'steps' or d.scope -> 'steps' ? 'decision') and (not d.scope ? 'awards' or d.scope -> 'awards' ? new.award)
  ) then
    return new;
  end if;
  raise exception 'position % may not decide %', new.position_id, new.award using errcode = '23514', constraint = 'decision_lawful';
end $$;
`;
