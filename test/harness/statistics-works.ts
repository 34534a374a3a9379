import { randomUUID } from 'node:crypto';
import type { Database } from '@thidua/store';

const KINDS = ['unit-plan', 'report', 'inspected-unit', 'duty', 'publication', 'model', 'score-sheet'] as const;

/** Works of every movement for every unit of a province: each kind in turn done in time, late, overdue, waiting, canceled. */
export async function seedWorks(database: Database, provinceId: string): Promise<void> {
  await database.inTransaction(async (tx) => {
    await tx.query(
      `insert into movement_work (province_id, id, code, movement_id, kind, org_id, asked_by_org, occasion, year, title, status, due_on, opened_at, done_at)
       select $1, gen_random_uuid(), 'TK-2026-' || row_number() over (), movement, kind, unit, asked, case when kind = 'report' then 'annual' end, 2026,
         'Việc ' || kind, case turn when 0 then 'done' when 1 then 'done' when 4 then 'canceled' else 'open' end,
         case when turn = 5 then null when turn = 3 then '2026-06-30'::date else '2026-02-20'::date end, '2026-01-05 01:00Z',
         case turn when 0 then '2026-02-19 01:00Z'::timestamptz when 1 then '2026-02-25 01:00Z' when 4 then '2026-02-01 01:00Z' end
       from (select m.id as movement, k.kind, o.id as unit, m.org_id as asked, (row_number() over (order by m.id, o.name, k.kind)) % 6 as turn
         from movement m join org o on o.province_id = m.province_id and o.parent_id = m.org_id and o.valid_to is null cross join unnest($2::text[]) k (kind)
         where m.province_id = $1) x`,
      [provinceId, [...KINDS]],
    );
    await tx.query(
      `insert into movement_report (province_id, work_id, form_version, state, sent_at, last_sent_at)
       select province_id, id, 1, case when status = 'done' then 'sent' else 'open' end, done_at, done_at from movement_work
       where province_id = $1 and kind = 'report' and status <> 'canceled'`,
      [provinceId],
    );
    await tx.query(
      `insert into movement_model (province_id, id, movement_id, org_id, nominee_kind, name, title, state, reason, decided_on, decided_by)
       select province_id, id, movement_id, org_id, 'individual', 'Trần Văn A', '', case when status = 'done' then 'selected' else 'introduced' end,
         case when status = 'done' then 'Tiêu biểu' end, done_at::date, case when status = 'done' then $2::uuid end from movement_work
       where province_id = $1 and kind = 'model' and status <> 'canceled'`,
      [provinceId, randomUUID()],
    );
  });
}
