import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export interface TaskAtLimit {
  readonly taskId: string;
  readonly instanceId: string;
  readonly definitionId: string;
  readonly elementId: string;
  readonly orgId: string;
  readonly dueAt: Date | null;
}

/** Open tasks of a step, for the timers that watch its limit. */
export class ProcedureTaskStore {
  constructor(private readonly database: Database) {}

  async openAt(tx: Tx, provinceId: string, instanceId: string, elementId: string): Promise<readonly TaskAtLimit[]> {
    return rowsOf<TaskAtLimit>(
      tx,
      `select id as "taskId", instance_id as "instanceId", definition_id as "definitionId", element_id as "elementId", org_id as "orgId", due_at as "dueAt"
       from task where province_id = $1 and instance_id = $2 and element_id = $3 and status = 'open' order by id`,
      [provinceId, instanceId, elementId],
    );
  }

  /** Of these roles, the first that an organisation has a post for on a day (YYYY-MM-DD). */
  async firstRole(
    provinceId: string,
    orgId: string,
    roles: readonly string[],
    day: string,
    tx: Tx = this.database.reader,
  ): Promise<string | undefined> {
    const rows = await rowsOf<{ role: string }>(
      tx,
      `select role from position where province_id = $1 and org_id = $2 and role = any($3::text[]) and valid_from <= $4 and (valid_to is null or valid_to >= $4)
       order by array_position($3::text[], role) limit 1`,
      [provinceId, orgId, roles, day],
    );
    return rows[0]?.role;
  }
}
