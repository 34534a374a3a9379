import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** An open task with what its due day is computed from. */
export interface TaskInTime {
  readonly id: string;
  readonly instanceId: string;
  readonly definitionId: string;
  readonly elementId: string;
  readonly name: string;
  readonly orgId: string;
  readonly dossierId: string | null;
  readonly roundId: string | null;
  readonly code: string;
  readonly packHash: string | null;
  readonly createdAt: Date;
  readonly dueAt: Date | null;
  readonly version: number;
}

export interface MovedTask {
  readonly taskId: string;
  readonly ruleId: string | null;
  readonly oldDue: Date | null;
  readonly newDue: Date | null;
}

export interface Recomputation {
  readonly id: string;
  /** Of the calendar and law it was computed by. */
  readonly fingerprint: string;
  readonly reason: string;
  readonly tasks: number;
  readonly appliedBy: string;
  readonly atMs: number;
}

export interface RecomputationRecord {
  readonly id: string;
  readonly reason: string;
  readonly tasks: number;
  readonly changed: number;
  readonly appliedBy: string;
  readonly appliedAt: Date;
}

const OPEN = `select t.id, t.instance_id as "instanceId", t.definition_id as "definitionId", t.element_id as "elementId", t.name, t.org_id as "orgId",
    t.dossier_id as "dossierId", t.round_id as "roundId", coalesce(d.code, v.code, '') as code,
    coalesce(d.pack_hash, v.pack_hash, i.pack_hash) as "packHash", t.created_at as "createdAt", t.due_at as "dueAt", t.version
  from task t join process_instance i on i.province_id = t.province_id and i.id = t.instance_id
    left join dossier d on d.province_id = t.province_id and d.id = t.dossier_id
    left join review_round v on v.province_id = t.province_id and v.id = t.round_id
  where t.province_id = $1 and t.status = 'open'`;

/** Moves due days of open tasks, with what moved and why. */
export class RecomputationStore {
  constructor(private readonly database: Database) {}

  async openTasks(provinceId: string): Promise<readonly TaskInTime[]> {
    return rowsOf<TaskInTime>(this.database.reader, `${OPEN} order by t.due_at nulls last, t.id`, [provinceId]);
  }

  /** The same, so that none is completed or opened on the old law meanwhile. */
  async lockOpenTasks(tx: Tx, provinceId: string): Promise<readonly TaskInTime[]> {
    return rowsOf<TaskInTime>(tx, `${OPEN} order by t.id for update of t`, [provinceId]);
  }

  /** The open tasks of one dossier or round. */
  async openTasksOf(
    tx: Tx,
    provinceId: string,
    of: { readonly dossierId: string | null; readonly roundId: string | null },
  ): Promise<readonly TaskInTime[]> {
    return rowsOf<TaskInTime>(tx, `${OPEN} and (t.dossier_id = $2 or t.round_id = $3) order by t.id for update of t`, [
      provinceId,
      of.dossierId,
      of.roundId,
    ]);
  }

  /** A task's due day, there and in every inbox it stands in. */
  async move(tx: Tx, provinceId: string, { taskId, newDue }: MovedTask): Promise<void> {
    await tx.query(`update task set due_at = $3 where province_id = $1 and id = $2`, [provinceId, taskId, newDue]);
    await tx.query(`update inbox set due_at = coalesce($3::timestamptz, 'infinity') where province_id = $1 and task_id = $2`, [
      provinceId,
      taskId,
      newDue,
    ]);
  }

  async record(tx: Tx, provinceId: string, made: Recomputation, lines: readonly MovedTask[]): Promise<void> {
    await tx.query(
      `insert into limit_recomputation (province_id, id, fingerprint, reason, tasks, changed, applied_by, applied_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [provinceId, made.id, made.fingerprint, made.reason, made.tasks, lines.length, made.appliedBy, new Date(made.atMs)],
    );
    for (const { taskId, ruleId, oldDue, newDue } of lines) {
      await tx.query(
        `insert into limit_recomputation_line (province_id, recomputation_id, task_id, rule_id, old_due, new_due) values ($1, $2, $3, $4, $5, $6)`,
        [provinceId, made.id, taskId, ruleId, oldDue, newDue],
      );
    }
  }

  async applied(provinceId: string): Promise<readonly RecomputationRecord[]> {
    return rowsOf<RecomputationRecord>(
      this.database.reader,
      `select id, reason, tasks, changed, applied_by as "appliedBy", applied_at as "appliedAt" from limit_recomputation
       where province_id = $1 order by applied_at desc, id desc limit 20`,
      [provinceId],
    );
  }
}
