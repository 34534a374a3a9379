import type { FactSource } from './fact-source';

const VN = `at time zone 'Asia/Ho_Chi_Minh'`;

/**
 * Pieces of work inside movements by the body that does them, against the day they were asked for; what was canceled is in no figure.
 * A report counts from the day it was first sent, unless the standing office ruled otherwise.
 */
export const WORK_FACTS: FactSource = {
  dimensions: ['movement', 'kind', 'status', 'punctual', 'model', 'occasion', 'year', 'unit', 'branch'],
  facts: `select w.id, w.code, w.movement_id as movement, w.kind, w.status, e.day as ended,
      case when w.due_on is null then 'undated'
        when e.day is not null then case when coalesce(g.on_time, e.day <= w.due_on) then 'in-time' else 'late' end
        when w.status = 'submitted' then 'undated' when a.today > w.due_on then case when g.on_time then 'waiting' else 'overdue' end
        else 'waiting' end as punctual,
      coalesce(m.state, 'none') as model, coalesce(w.occasion, 'none') as occasion, coalesce(w.year::text, 'none') as year,
      w.org_id::text as unit, b.branch::text as branch
    from asked a join movement_work w on w.province_id = a.province join body b on b.unit = w.org_id
      left join movement_report p on p.province_id = w.province_id and p.work_id = w.id
      left join movement_model m on m.province_id = w.province_id and m.id = w.id
      left join lateral (select g.on_time from movement_report_ruling g where g.province_id = w.province_id and g.work_id = w.id
        order by g.at desc, g.id desc limit 1) g on true
      cross join lateral (select (coalesce(p.sent_at, w.done_at) ${VN})::date as day) e
    where w.status <> 'canceled' and (a.movements is null or w.movement_id = any(a.movements)) and (a.year is null or w.year = a.year)
      and (a.occasion is null or w.occasion = a.occasion) and (a.branch is null or b.branch = a.branch)`,
  shown: `f.id, f.id as "ofId", f.code, w.title as name, '' as title, u.name as unit, u.id as "unitId", w.asked_by_org as "askedByOrg",
    w.movement_id as "movementId", w.occasion, w.year, f.kind as what, case when f.punctual in ('late', 'overdue') then f.punctual else f.status end as state,
    to_char(w.due_on, 'YYYY-MM-DD') as day, to_char(f.ended, 'YYYY-MM-DD') as "numberText"`,
  joins: `join movement_work w on w.province_id = $1 and w.id = f.id join org u on u.province_id = $1 and u.id = w.org_id`,
  order: 'f.code, f.id',
};
