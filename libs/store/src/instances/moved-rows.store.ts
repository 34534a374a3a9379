import type { Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** An open task as it stood before its instance was migrated. */
export interface TaskBefore {
  readonly id: string;
  readonly version: number;
  readonly definitionId: string;
  readonly elementId: string;
  readonly name: string;
  readonly step: string | null;
  readonly formId: string | null;
  readonly candidateGroups: readonly string[];
  readonly assignee: string | null;
  /** ISO instant; null = without a due date. */
  readonly dueAt: string | null;
  readonly priority: number;
}

/** A task at its new element; undefined = as it was, for the due date null = none any more. */
export interface MovedTask {
  readonly id: string;
  readonly definitionId: string;
  readonly elementId: string;
  readonly name: string;
  readonly step: string | null;
  readonly formId: string | null;
  readonly priority: number | undefined;
  readonly performer: { readonly assignee?: string; readonly candidateGroups: readonly string[] } | undefined;
  readonly dueMs: number | null | undefined;
}

export interface MovedJob {
  readonly id: string;
  readonly elementId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly type: string | undefined;
}

const WAIT_TABLES = { timer: 'timer', subscription: 'subscription', signal: 'signal_subscription', incident: 'incident' } as const;

/** Why an instance cannot be migrated at this moment, whatever its plan says. */
export interface Standstill {
  /** Elements of jobs that a worker holds. */
  readonly running: readonly string[];
  /** Elements of open ballots, or one empty word for a session that is open. */
  readonly ballots: readonly string[];
}

/** Rows of an instance that a migration changes without closing them; always inside the transaction of its step. */
export class MovedRowsStore {
  /** Open tasks, and when each was opened. */
  async openTasks(tx: Tx, provinceId: string, instanceId: string): Promise<readonly (TaskBefore & { readonly openedMs: number })[]> {
    return rowsOf(
      tx,
      `select id, version, definition_id as "definitionId", element_id as "elementId", name, step, form_id as "formId",
         candidate_groups as "candidateGroups", assignee, to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "dueAt",
         priority::int, (extract(epoch from created_at) * 1000)::float8 as "openedMs"
       from task where province_id = $1 and instance_id = $2 and status = 'open' order by id for update`,
      [provinceId, instanceId],
    );
  }

  async standstill(tx: Tx, provinceId: string, instanceId: string): Promise<Standstill> {
    const rows = await rowsOf<{ running: string[]; ballots: string[] }>(
      tx,
      `select array(select element_id from job where province_id = $1 and instance_id = $2 and status = 'open' and lease_until > clock_timestamp() order by id) as running,
         array(select element_id from task where province_id = $1 and instance_id = $2 and status = 'open' and step in ('ballot', 'cluster-vote')
           union all
           select '' from process_instance i join council_session c on c.province_id = i.province_id and c.round_id = i.round_id
            where i.province_id = $1 and i.id = $2 and c.status = 'open') as ballots`,
      [provinceId, instanceId],
    );
    return rows[0] ?? { running: [], ballots: [] };
  }

  async changeDefinition(tx: Tx, provinceId: string, instanceId: string, definitionId: string): Promise<void> {
    await tx.query('update process_instance set definition_id = $3 where province_id = $1 and id = $2', [
      provinceId,
      instanceId,
      definitionId,
    ]);
  }

  /** Whoever has the task open reads it again: its version moves. */
  async moveTask(tx: Tx, provinceId: string, task: MovedTask): Promise<void> {
    const { performer, dueMs } = task;
    await tx.query(
      `update task set version = version + 1, definition_id = $3, element_id = $4, name = $5, step = $6, form_id = $7,
         priority = coalesce($8, priority), candidate_groups = coalesce($9, candidate_groups),
         assignee = case when $9::text[] is null then assignee else $10 end,
         due_at = case when $11 then $12::timestamptz else due_at end
       where province_id = $1 and id = $2 and status = 'open'`,
      [
        provinceId,
        task.id,
        task.definitionId,
        task.elementId,
        task.name,
        task.step,
        task.formId,
        task.priority ?? null,
        performer?.candidateGroups ?? null,
        performer?.assignee ?? null,
        dueMs !== undefined,
        typeof dueMs === 'number' ? new Date(dueMs) : null,
      ],
    );
    if (performer !== undefined || dueMs !== undefined) {
      await refreshInbox(tx, provinceId, task.id);
    }
  }

  /** Its version goes on, so that what was read meanwhile is old. */
  async restoreTask(tx: Tx, provinceId: string, task: TaskBefore): Promise<void> {
    await tx.query(
      `update task set version = version + 1, definition_id = $3, element_id = $4, name = $5, step = $6, form_id = $7, candidate_groups = $8,
         assignee = $9, due_at = $10, priority = $11
       where province_id = $1 and id = $2 and status = 'open'`,
      [
        provinceId,
        task.id,
        task.definitionId,
        task.elementId,
        task.name,
        task.step,
        task.formId,
        task.candidateGroups,
        task.assignee,
        task.dueAt,
        task.priority,
      ],
    );
    await refreshInbox(tx, provinceId, task.id);
  }

  async moveJob(tx: Tx, provinceId: string, job: MovedJob): Promise<void> {
    await tx.query(
      `update job set element_id = $3, headers = $4, type = coalesce($5, type) where province_id = $1 and id = $2 and status = 'open'`,
      [provinceId, job.id, job.elementId, JSON.stringify(job.headers), job.type ?? null],
    );
  }

  async moveWait(tx: Tx, provinceId: string, wait: keyof typeof WAIT_TABLES, id: string, elementId: string): Promise<void> {
    await tx.query(`update ${WAIT_TABLES[wait]} set element_id = $3 where province_id = $1 and id = $2`, [provinceId, id, elementId]);
  }
}

async function refreshInbox(tx: Tx, provinceId: string, taskId: string): Promise<void> {
  await tx.query('delete from inbox where province_id = $1 and task_id = $2', [provinceId, taskId]);
  await tx.query(
    `insert into inbox (province_id, principal, due_at, task_id)
     select distinct t.province_id, p.principal, coalesce(t.due_at, 'infinity'), t.id
       from task t cross join lateral unnest(case when t.assignee is null then t.candidate_groups else array[t.assignee] end) p(principal)
      where t.province_id = $1 and t.id = $2 and t.status = 'open'`,
    [provinceId, taskId],
  );
}
