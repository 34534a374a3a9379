import type { Database } from '../database/database';
import { rowsOf } from '../database/prepared';

/** An open task with what a list says of it. */
export interface InboxLine {
  readonly id: string;
  readonly name: string;
  readonly step: string | null;
  readonly status: 'open' | 'completed' | 'canceled';
  readonly version: number;
  readonly definitionId: string;
  readonly elementId: string;
  readonly code: string;
  readonly subject: string;
  readonly awards: readonly string[];
  readonly orgId: string;
  readonly orgName: string;
  readonly dossierId: string | null;
  readonly roundId: string | null;
  readonly packHash: string | null;
  readonly createdAt: Date;
  readonly dueAt: Date | null;
  readonly processName: string;
}

export interface InboxFilter {
  readonly limit: number;
  readonly step: string | null;
  /** As typed, for codes, titles and task names; `search` without diacritics for nominees. */
  readonly text: string | null;
  readonly search: string;
  /** Due at or after, and before. */
  readonly dueFrom: Date | null;
  readonly dueBefore: Date | null;
}

const LINE = `t.id, t.name, t.step, t.status, t.version, t.definition_id as "definitionId", t.element_id as "elementId",
  coalesce(d.code, v.code, k.code, '') as code, coalesce(d.title, v.title, k.title, '') as subject,
  coalesce(w.awards, array[]::text[]) as awards, o.id as "orgId", o.name as "orgName", t.dossier_id as "dossierId", t.round_id as "roundId",
  coalesce(d.pack_hash, v.pack_hash) as "packHash", t.created_at as "createdAt", t.due_at as "dueAt", f.name as "processName"`;
const ABOUT = `join org o on o.province_id = t.province_id and o.id = t.org_id
  join process_definition f on f.province_id = t.province_id and f.id = t.definition_id
  left join dossier d on d.province_id = t.province_id and d.id = t.dossier_id
  left join review_round v on v.province_id = t.province_id and v.id = t.round_id
  left join movement_work k on k.province_id = t.province_id and k.instance_id = t.instance_id
  left join lateral (select array_agg(distinct r.award) as awards from nominee_row r where r.province_id = t.province_id and r.dossier_id = t.dossier_id
    union all select array_agg(distinct r.award) from round_row x join nominee_row r on r.province_id = x.province_id and r.id = x.row_id
      where x.province_id = t.province_id and x.round_id = t.round_id and t.dossier_id is null) w on w.awards is not null`;

/** One index scan per principal, merged: flat for popular and rare principals alike. A filter looks through the first thousand. */
const PAGE = `select ${LINE} from (
    select distinct due_at, task_id from unnest($2::text[]) p(principal)
    cross join lateral (select due_at, task_id from inbox i where i.province_id = $1 and i.principal = p.principal
      and i.due_at >= coalesce($4::timestamptz, '-infinity') and ($5::timestamptz is null or i.due_at < $5)
      order by due_at, task_id limit case when $6::text is null and $7::text is null then $3 else 1000 end) x
    order by due_at, task_id limit case when $6::text is null and $7::text is null then $3 else 1000 end) y
  join task t on t.province_id = $1 and t.id = y.task_id ${ABOUT}
  where ($6::text is null or t.step = $6)
    and ($7::text is null or t.name ilike '%' || $7 || '%' or d.code ilike '%' || $7 || '%' or v.code ilike '%' || $7 || '%' or d.title ilike '%' || $7 || '%'
      or v.title ilike '%' || $7 || '%' or k.code ilike '%' || $7 || '%' or k.title ilike '%' || $7 || '%' or o.name ilike '%' || $7 || '%'
      or exists (select from nominee_row r where r.province_id = $1 and r.dossier_id = t.dossier_id and r.search_name like '%' || $8 || '%')
      or exists (select from round_row x join nominee_row r on r.province_id = x.province_id and r.id = x.row_id
        where x.province_id = $1 and x.round_id = t.round_id and r.search_name like '%' || $8 || '%'))
  order by y.due_at, y.task_id limit $3`;

/** Inboxes as people see them. */
export class InboxStore {
  constructor(private readonly database: Database) {}

  /** Open tasks of the principals, those due first in front. */
  async page(provinceId: string, principals: readonly string[], filter: InboxFilter): Promise<readonly InboxLine[]> {
    return rowsOf<InboxLine>(this.database.reader, PAGE, [
      provinceId,
      principals,
      filter.limit,
      filter.dueFrom,
      filter.dueBefore,
      filter.step,
      filter.text,
      filter.search,
    ]);
  }

  /** One task, whatever became of it. */
  async line(provinceId: string, taskId: string): Promise<InboxLine | undefined> {
    const rows = await rowsOf<InboxLine>(
      this.database.reader,
      `select ${LINE} from task t ${ABOUT} where t.province_id = $1 and t.id = $2`,
      [provinceId, taskId],
    );
    return rows[0];
  }

  /** Papers of these kinds about a task's dossier or round, else of its process, oldest first. */
  async paperIds(
    provinceId: string,
    about: {
      readonly dossierId: string | null;
      readonly roundId: string | null;
      /** Of a process about neither: the papers it has made. */
      readonly instanceId: string;
      readonly kinds: readonly string[];
    },
  ): Promise<readonly string[]> {
    const rows = await rowsOf<{ id: string }>(
      this.database.reader,
      `select id from paper where province_id = $1 and state <> 'canceled' and (dossier_id = $2 or (dossier_id is null and round_id = $3)
           or ($2::uuid is null and $3::uuid is null and instance_id = $5))
         and (cardinality($4::text[]) = 0 or kind = any($4::text[])) order by created_at, id`,
      [provinceId, about.dossierId, about.roundId, about.kinds, about.instanceId],
    );
    return rows.map((row) => row.id);
  }
}
