import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export interface NewReassignment {
  readonly id: string;
  readonly taskId: string;
  readonly fromGroups: readonly string[];
  readonly toGroup: string;
  readonly reason: string;
  readonly personId: string;
  readonly positionId: string;
  readonly atMs: number;
}

export interface ReassignmentRecord {
  readonly id: string;
  readonly taskId: string;
  readonly taskName: string;
  readonly fromGroups: readonly string[];
  readonly toGroup: string;
  readonly reason: string;
  readonly at: Date;
}

export interface ReassignmentNotice extends ReassignmentRecord {
  /** mã hồ sơ, mã đợt xét or mã việc; '' where there is none. */
  readonly code: string;
}

/** An open task that waits with posts nobody holds, or with a person who holds none. */
export interface StrandedTask {
  readonly id: string;
  readonly name: string;
  readonly step: string | null;
  readonly candidateGroups: readonly string[];
  readonly assignee: string | null;
  readonly processName: string;
  readonly createdAt: Date;
  readonly dueAt: Date | null;
  readonly kind: 'dossier' | 'round' | 'work' | null;
  readonly aboutId: string | null;
  readonly code: string | null;
  readonly title: string | null;
}

const RECORD = `r.id, r.task_id as "taskId", t.name as "taskName", r.from_groups as "fromGroups", r.to_group as "toGroup", r.reason, r.made_at as at`;
const ABOUT = `left join dossier d on d.province_id = t.province_id and d.id = t.dossier_id
  left join review_round v on v.province_id = t.province_id and v.id = t.round_id and t.dossier_id is null
  left join movement_work k on k.province_id = t.province_id and k.instance_id = t.instance_id and t.dossier_id is null and t.round_id is null`;
const MATTER = `case when d.id is not null then 'dossier' when v.id is not null then 'round' when k.id is not null then 'work' end as kind,
  coalesce(d.id, v.id, k.id) as "aboutId", coalesce(d.code, v.code, k.code) as code, coalesce(d.title, v.title, k.title) as title`;
/** $2: the day. */
const HELD = `held as (select array_agg(distinct 'pos:' || p.org_id || '/' || p.role) || array_agg(distinct 'person:' || p.person_id) as principals
  from position p where p.province_id = $1 and p.valid_from <= $2::date and (p.valid_to is null or p.valid_to >= $2::date))`;
const IS_STRANDED = `not ((case when t.assignee is null then t.candidate_groups else array[t.assignee] end) && coalesce(h.principals, '{}'))`;

/** Open tasks handed from post to post by administrators, and those that nobody has. */
export class ReassignmentStore {
  constructor(private readonly database: Database) {}

  /** The task stands with the one post now; browsers that hold it are out of date. The row of the inbox keeps its day. */
  async move(tx: Tx, provinceId: string, made: NewReassignment): Promise<void> {
    const { id, taskId, fromGroups, toGroup, reason, personId, positionId, atMs } = made;
    await tx.query(
      `insert into task_reassignment (province_id, id, task_id, from_groups, to_group, reason, made_by, made_by_position, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [provinceId, id, taskId, fromGroups, toGroup, reason, personId, positionId, new Date(atMs)],
    );
    await tx.query(`update task set candidate_groups = array[$3::text], version = version + 1 where province_id = $1 and id = $2`, [
      provinceId,
      taskId,
      toGroup,
    ]);
    await tx.query('delete from inbox where province_id = $1 and task_id = $2', [provinceId, taskId]);
    await tx.query(
      `insert into inbox (province_id, principal, due_at, task_id) select province_id, $3, coalesce(due_at, 'infinity'), id from task
       where province_id = $1 and id = $2`,
      [provinceId, taskId, toGroup],
    );
  }

  /** What a task is about. */
  async aboutTask(provinceId: string, taskId: string): Promise<Pick<StrandedTask, 'kind' | 'aboutId' | 'code' | 'title'> | undefined> {
    const rows = await rowsOf<StrandedTask>(
      this.database.reader,
      `select ${MATTER} from task t ${ABOUT} where t.province_id = $1 and t.id = $2`,
      [provinceId, taskId],
    );
    return rows[0];
  }

  async byIds(provinceId: string, ids: readonly string[]): Promise<readonly ReassignmentRecord[]> {
    return rowsOf<ReassignmentRecord>(
      this.database.reader,
      `select ${RECORD} from task_reassignment r join task t on t.province_id = r.province_id and t.id = r.task_id
       where r.province_id = $1 and r.id = any($2::uuid[])`,
      [provinceId, ids],
    );
  }

  /** What was taken from or given to these posts since a day and is still open, newest first. */
  async noticesFor(provinceId: string, principals: readonly string[], since: Date): Promise<readonly ReassignmentNotice[]> {
    return rowsOf<ReassignmentNotice>(
      this.database.reader,
      `select ${RECORD}, coalesce(d.code, v.code, k.code, '') as code from task_reassignment r
         join task t on t.province_id = r.province_id and t.id = r.task_id and t.status = 'open' ${ABOUT}
       where r.province_id = $1 and r.made_at >= $3 and (r.to_group = any($2::text[]) or r.from_groups && $2::text[])
       order by r.made_at desc, r.id desc limit 20`,
      [provinceId, principals, since],
    );
  }

  /** Those that have waited longest first. */
  async stranded(provinceId: string, day: string, limit: number): Promise<readonly StrandedTask[]> {
    return rowsOf<StrandedTask>(
      this.database.reader,
      `with ${HELD}
       select t.id, t.name, t.step, t.candidate_groups as "candidateGroups", t.assignee, f.name as "processName", t.created_at as "createdAt",
         t.due_at as "dueAt", ${MATTER}
       from held h cross join task t join process_definition f on f.province_id = t.province_id and f.id = t.definition_id ${ABOUT}
       where t.province_id = $1 and t.status = 'open' and ${IS_STRANDED} order by t.created_at, t.id limit $3`,
      [provinceId, day, limit],
    );
  }
}
