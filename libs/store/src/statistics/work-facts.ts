import type { FactSource } from './fact-source';

/** Pieces of work inside movements by the body that does them, against the day they were asked for; what was canceled is in no figure. */
export const WORK_FACTS: FactSource = {
  dimensions: ['movement', 'kind', 'status', 'punctual', 'occasion', 'year', 'unit', 'branch'],
  facts: `select w.id, w.code, w.movement_id as movement, w.kind, w.status,
      case when w.due_on is null then 'undated'
        when w.status in ('done', 'submitted') then case when coalesce(w.done_at at time zone 'Asia/Ho_Chi_Minh', a.today)::date <= w.due_on then 'in-time' else 'late' end
        when a.today > w.due_on then 'overdue' else 'waiting' end as punctual,
      coalesce(w.occasion, 'none') as occasion, coalesce(w.year::text, 'none') as year, w.org_id::text as unit, b.branch::text as branch
    from asked a join movement_work w on w.province_id = a.province join body b on b.unit = w.org_id
    where w.status <> 'canceled' and (a.movements is null or w.movement_id = any(a.movements)) and (a.year is null or w.year = a.year)
      and (a.occasion is null or w.occasion = a.occasion) and (a.branch is null or b.branch = a.branch)`,
  shown: `f.id, f.id as "ofId", f.code, w.title as name, '' as title, u.name as unit, u.id as "unitId", w.asked_by_org as "askedByOrg", w.movement_id as "movementId", w.occasion, w.year, f.kind as what,
    case when f.punctual in ('late', 'overdue') then f.punctual else f.status end as state, to_char(w.due_on, 'YYYY-MM-DD') as day,
    to_char(w.done_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as "numberText"`,
  joins: `join movement_work w on w.province_id = $1 and w.id = f.id join org u on u.province_id = $1 and u.id = w.org_id`,
  order: 'f.code, f.id',
};
