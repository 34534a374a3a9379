/** The lists of a closed session `s`, as columns of a select: what its two minutes are written from (law.md V-11). */
export const SESSION_LISTS = `
  (select coalesce(jsonb_agg(jsonb_build_object('rowId', i.row_id, 'ruleId', i.rule_id, 'needed', i.needed, 'yes', i.yes, 'no', i.no,
      'blank', i.blank, 'passed', i.passed, 'secret', i.secret, 'chosen', i.chosen,
      'recused', (select count(*) from roll r join nominee_row n on n.province_id = i.province_id and n.id = i.row_id
          where r.province_id = s.province_id and r.session_id = s.id and (n.person_id = r.person_id
            or exists (select 1 from recusal x where x.province_id = s.province_id and x.session_id = s.id and x.person_id = r.person_id
                 and x.ruling is distinct from 'declined' and (x.row_id is null or x.row_id = i.row_id))))) order by i.seq), '[]')
     from session_item i where i.province_id = s.province_id and i.session_id = s.id) as items,
  (select coalesce(jsonb_agg(jsonb_build_object('name', p.full_name, 'title', r.title, 'role', r.role, 'voted', r.voted,
      'attendance', r.attendance) order by array_position(array['chair', 'vice-chair', 'standing', 'secretary', 'member'], r.role), p.search_name), '[]')
     from roll r join person p on p.province_id = r.province_id and p.id = r.person_id
    where r.province_id = s.province_id and r.session_id = s.id) as members,
  (select coalesce(jsonb_agg(jsonb_build_object('name', t.full_name, 'title', t.title, 'head', t.head) order by t.head desc, t.full_name), '[]')
     from counting_team t where t.province_id = s.province_id and t.session_id = s.id) as team,
  (select jsonb_build_object('issued', coalesce((s.minutes->>'issued')::int, s.total), 'returned', v.voted + w.all, 'valid', v.voted + w.all - w.void,
      'invalid', w.void, 'written', w.all)
     from (select count(*) filter (where r.voted) as voted from roll r where r.province_id = s.province_id and r.session_id = s.id) v,
       (select count(*) as all, count(*) filter (where o.valid is false) as void from written_opinion o
         where o.province_id = s.province_id and o.session_id = s.id) w) as ballots,
  (select coalesce(jsonb_agg(jsonb_build_object('name', p.full_name, 'rowId', x.row_id, 'reason', x.reason) order by x.declared_at), '[]')
     from recusal x join person p on p.province_id = x.province_id and p.id = x.person_id
    where x.province_id = s.province_id and x.session_id = s.id and x.ruling is distinct from 'declined') as recusals,
  (select coalesce(jsonb_agg(jsonb_build_object('award', b.award, 'places', b.places, 'tied', b.tied, 'preferred', b.preferred, 'chosen', b.chosen,
      'ruleId', b.rule_id, 'reason', b.reason) order by b.award), '[]')
     from tie_break b where b.province_id = s.province_id and b.session_id = s.id) as "tieBreaks",
  (select coalesce(jsonb_agg(jsonb_build_object('reason', q.reason, 'atMs', (extract(epoch from q.postponed_at) * 1000)::float8, 'present', q.present,
      'needed', q.quorum_needed) order by q.postponed_at), '[]')
     from session_postponement q where q.province_id = s.province_id and q.round_id = s.round_id) as "postponements"`;
