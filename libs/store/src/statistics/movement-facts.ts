import type { FactSource } from './fact-source';

/** Movements by the body that carries them out; a year asks for those whose planned time it lies in. */
export const MOVEMENT_FACTS: FactSource = {
  dimensions: ['movement', 'launcherLevel', 'level', 'state', 'chain', 'unit', 'branch'],
  facts: `select m.id, m.id as movement, m.content #>> '{launcher,level}' as "launcherLevel", m.content #>> '{carriedOutBy,level}' as level, m.state,
      case when m.parent_id is null then 'root' else 'child' end as chain, m.org_id::text as unit, b.branch::text as branch
    from asked a join movement m on m.province_id = a.province join body b on b.unit = m.org_id
    where (a.movements is null or m.id = any(a.movements)) and (a.branch is null or b.branch = a.branch)
      and (a.year is null or (coalesce(left(m.content #>> '{period,start}', 4)::int, 0) <= a.year
        and coalesce(left(m.content #>> '{period,end}', 4)::int, 9999) >= a.year))`,
  shown: `f.id, f.id as "ofId", coalesce(m.content #>> '{plan,number}', '') as code, m.content #>> '{name,value}' as name,
    m.content #>> '{launcher,body}' as title, u.name as unit, u.id as "unitId", null::uuid as "askedByOrg", m.parent_id as "movementId", null::text as occasion, null::int as year,
    f."launcherLevel" as what, f.state, m.content #>> '{plan,date}' as day, null::text as "numberText"`,
  joins: `join movement m on m.province_id = $1 and m.id = f.id join org u on u.province_id = $1 and u.id = m.org_id`,
  order: 'u.name, name, f.id',
};
