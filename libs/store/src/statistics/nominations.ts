import type { FactSource } from './fact-source';

const LEVELS = `array['UNIT','XA','HUYEN','TINH','TTG','CTN']`;
const STAGES = `array['UNIT','XA','HUYEN','TINH','TW']`;

/** Rows of dossiers that have been handed in, as they stand; a state secret is in no figure. */
export const NOMINATIONS: FactSource = {
  dimensions: [
    'movement',
    'occasion',
    'year',
    'quarter',
    'award',
    'awardType',
    'nominee',
    'scope',
    'gender',
    'labour',
    'bodyKind',
    'unit',
    'branch',
    'outcome',
    'reviewed',
    'reach',
    'decidedLevel',
  ],
  facts: `select r.id, d.id as of_id, d.code, r.seq, e.day, e.number_text, coalesce(d.movement_id, 'none') as movement, d.occasion, d.year::text as year,
      coalesce(to_char(e.day, 'YYYY-"Q"Q'), 'none') as quarter, r.award, r.award_type as "awardType", r.kind as nominee, r.scope,
      case when r.kind <> 'individual' then 'none' else coalesce(p.gender, 'unknown') end as gender,
      case when r.kind <> 'individual' then 'none' else coalesce(l.labour, 'unknown') end as labour,
      coalesce(t.org_kind, u.org_kind) as "bodyKind", d.org_id::text as unit, b.branch::text as branch,
      case when r.state = 'awarded' then 'awarded' when r.state in ('rejected', 'not-recommended', 'refused') then 'failed'
        when r.state in ('withdrawn', 'revoked') then r.state else 'open' end as outcome,
      case when r.state in ('awarded', 'revoked', 'rejected', 'not-recommended', 'refused')
        or (r.state in ('open', 'held') and array_position(${STAGES}, r.stage) > array_position(${STAGES}, a.level)) then 'yes' else 'no' end as reviewed,
      case when e.level is null then 'none' when array_position(${LEVELS}, e.level) > array_position(${LEVELS}, a.level) then 'higher'
        when e.level = a.level then 'own' else 'lower' end as reach,
      coalesce(e.level, 'none') as "decidedLevel"
    from asked a join dossier d on d.province_id = a.province join body b on b.unit = d.org_id
      join nominee_row r on r.province_id = d.province_id and r.dossier_id = d.id
      join org u on u.province_id = d.province_id and u.id = d.org_id
      left join org t on t.province_id = r.province_id and t.id = r.subject_org_id
      left join person p on p.province_id = r.province_id and p.id = r.person_id
      left join lateral (select e.level, coalesce(q.number_date, e.date) as day, coalesce(q.number_text, c.number_text) as number_text
        from decision e left join paper q on q.province_id = e.province_id and q.id = e.paper_id
          left join central_paper c on c.province_id = e.province_id and c.id = e.central_paper_id
        where e.province_id = r.province_id and e.id = r.decision_id) e on true
      left join lateral (select y.labour from yearly_rating y where y.province_id = r.province_id and y.person_id = r.person_id and y.labour is not null
        and y.canceled_at is null and y.year <= d.year order by y.year desc limit 1) l on r.kind = 'individual'
    where d.status <> 'drafting' and d.secrecy = 'none' and (a.movements is null or coalesce(d.movement_id, 'none') = any(a.movements))
      and (a.year is null or d.year = a.year) and (a.occasion is null or d.occasion = a.occasion) and (a.branch is null or b.branch = a.branch)`,
  shown: `f.id, f.of_id as "ofId", f.code, r.name, r.title, u.name as unit, u.id as "unitId", null::uuid as "askedByOrg", nullif(f.movement, 'none') as "movementId", f.occasion, f.year::int as year,
    f.award as what, f.outcome as state, to_char(f.day, 'YYYY-MM-DD') as day, f.number_text as "numberText"`,
  joins: `join nominee_row r on r.province_id = $1 and r.id = f.id join org u on u.province_id = $1 and u.id = f.unit::uuid`,
  order: 'f.code, f.seq, f.id',
};
