import type { JsonObject } from '@thidua/kernel';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export interface TaskRecord {
  readonly id: string;
  readonly instanceId: string;
  readonly definitionId: string;
  readonly elementId: string;
  readonly name: string;
  readonly step: string | null;
  readonly formId: string | null;
  readonly status: 'open' | 'completed' | 'canceled';
  readonly candidateGroups: readonly string[];
  readonly assignee: string | null;
  readonly dueAt: Date | null;
  readonly priority: number;
  readonly local: JsonObject;
  readonly version: number;
  readonly orgId: string;
  readonly dossierId: string | null;
  readonly roundId: string | null;
  readonly createdAt: Date;
  readonly completedAt: Date | null;
  readonly completedByPosition: string | null;
  readonly completedByPerson: string | null;
  readonly onBehalfOf: string | null;
  readonly formDataHash: string | null;
}

/** Where a page of the inbox ended; the next begins after it. */
export interface InboxCursor {
  /** null = without a due date. */
  readonly dueAt: Date | null;
  readonly taskId: string;
}

const COLUMNS = `t.id, t.instance_id as "instanceId", t.definition_id as "definitionId", t.element_id as "elementId", t.name, t.step, t.form_id as "formId",
  t.status, t.candidate_groups as "candidateGroups", t.assignee, t.due_at as "dueAt", t.priority, t.local, t.version, t.org_id as "orgId",
  t.dossier_id as "dossierId", t.round_id as "roundId", t.created_at as "createdAt", t.completed_at as "completedAt",
  t.completed_by_position as "completedByPosition", t.completed_by_person as "completedByPerson", t.on_behalf_of as "onBehalfOf",
  t.form_data_hash as "formDataHash"`;

/** One index scan per principal, merged: flat for popular and rare principals alike. */
const PAGE = `select ${COLUMNS} from (
    select distinct due_at, task_id from unnest($2::text[]) p(principal)
    cross join lateral (select due_at, task_id from inbox i where i.province_id = $1 and i.principal = p.principal
      and (i.due_at, i.task_id) > ($4::timestamptz, $5::uuid) order by due_at, task_id limit $3) x
    order by due_at, task_id limit $3) y
  join task t on t.province_id = $1 and t.id = y.task_id order by y.due_at, y.task_id`;

const COUNT = `select count(*)::int as n from (
    select distinct task_id from unnest($2::text[]) p(principal)
    cross join lateral (select task_id from inbox i where i.province_id = $1 and i.principal = p.principal
      and ($4::timestamptz is null or i.due_at < $4) order by due_at, task_id limit $3) x limit $3) y`;

const FIRST = '00000000-0000-0000-0000-000000000000';

/** User tasks and the inboxes that lead to them; only steps open and close tasks. */
export class TaskStore {
  constructor(private readonly database: Database) {}

  /** Open tasks of the principals by due date, those without one last; the next page after `after`. */
  async openTasksFor(
    provinceId: string,
    principals: readonly string[],
    limit: number,
    after?: InboxCursor,
  ): Promise<readonly TaskRecord[]> {
    const from = after === undefined ? '-infinity' : (after.dueAt?.toISOString() ?? 'infinity');
    return rowsOf<TaskRecord>(this.database.reader, PAGE, [provinceId, principals, limit, from, after?.taskId ?? FIRST]);
  }

  /** How many tasks wait for the principals, at most `cap`; with `dueBeforeMs` only those due before. */
  async countFor(provinceId: string, principals: readonly string[], cap: number, dueBeforeMs?: number): Promise<number> {
    const before = dueBeforeMs === undefined ? null : new Date(dueBeforeMs);
    const rows = await rowsOf<{ n: number }>(this.database.reader, COUNT, [provinceId, principals, cap, before]);
    return rows[0]?.n ?? 0;
  }

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<TaskRecord | undefined> {
    const rows = await rowsOf<TaskRecord>(tx, `select ${COLUMNS} from task t where t.province_id = $1 and t.id = $2`, [provinceId, id]);
    return rows[0];
  }

  /** Locks the task until the transaction ends. */
  async lock(tx: Tx, provinceId: string, id: string): Promise<TaskRecord | undefined> {
    const rows = await rowsOf<TaskRecord>(tx, `select ${COLUMNS} from task t where t.province_id = $1 and t.id = $2 for update`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  /** All tasks of an instance, in the order they were opened. */
  async ofInstance(provinceId: string, instanceId: string, tx: Tx = this.database.reader): Promise<readonly TaskRecord[]> {
    return rowsOf<TaskRecord>(
      tx,
      `select ${COLUMNS} from task t where t.province_id = $1 and t.instance_id = $2 order by t.created_at, t.id`,
      [provinceId, instanceId],
    );
  }

  /** All tasks of a dossier, whatever instance they belong to: four-eyes looks at every actor. */
  async ofDossier(provinceId: string, dossierId: string): Promise<readonly TaskRecord[]> {
    return rowsOf<TaskRecord>(
      this.database.reader,
      `select ${COLUMNS} from task t join process_instance i on i.province_id = t.province_id and i.id = t.instance_id
       where t.province_id = $1 and i.dossier_id = $2 order by t.created_at, t.id`,
      [provinceId, dossierId],
    );
  }

  /** All tasks of a round, whatever instance they belong to. */
  async ofRound(provinceId: string, roundId: string): Promise<readonly TaskRecord[]> {
    return rowsOf<TaskRecord>(
      this.database.reader,
      `select ${COLUMNS} from task t join process_instance i on i.province_id = t.province_id and i.id = t.instance_id
       where t.province_id = $1 and i.round_id = $2 order by t.created_at, t.id`,
      [provinceId, roundId],
    );
  }

  /** Open task of an assignee within an instance, such as a member's ballot. */
  async openOfAssignee(tx: Tx, provinceId: string, instanceId: string, assignee: string): Promise<readonly TaskRecord[]> {
    return rowsOf<TaskRecord>(
      tx,
      `select ${COLUMNS} from task t where t.province_id = $1 and t.instance_id = $2 and t.assignee = $3 and t.status = 'open' order by t.id`,
      [provinceId, instanceId, assignee],
    );
  }

  /** Keeps what a person has typed so far. */
  async saveDraft(
    tx: Tx,
    provinceId: string,
    draft: { readonly taskId: string; readonly personId: string; readonly body: JsonObject; readonly atMs: number },
  ): Promise<void> {
    await tx.query(
      `insert into task_draft (province_id, task_id, person_id, body, saved_at) values ($1, $2, $3, $4, $5)
       on conflict (province_id, task_id, person_id) do update set body = excluded.body, saved_at = excluded.saved_at`,
      [provinceId, draft.taskId, draft.personId, JSON.stringify(draft.body), new Date(draft.atMs)],
    );
  }

  async draft(provinceId: string, taskId: string, personId: string): Promise<{ body: JsonObject; savedAt: Date } | undefined> {
    const rows = await rowsOf<{ body: JsonObject; savedAt: Date }>(
      this.database.reader,
      'select body, saved_at as "savedAt" from task_draft where province_id = $1 and task_id = $2 and person_id = $3',
      [provinceId, taskId, personId],
    );
    return rows[0];
  }

  /** Drafts hold names: they go when the task is done. */
  async dropDrafts(tx: Tx, provinceId: string, taskId: string): Promise<void> {
    await tx.query('delete from task_draft where province_id = $1 and task_id = $2', [provinceId, taskId]);
  }
}
