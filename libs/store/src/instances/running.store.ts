import type { InstanceState } from '@thidua/engine';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** An open user task of a running instance, as far as a comparison of versions asks. */
export interface RunningTask {
  readonly id: string;
  readonly elementId: string;
  readonly definitionId: string;
  readonly name: string;
  readonly candidateGroups: readonly string[];
  readonly assignee: string | null;
  readonly dueAt: Date | null;
  readonly createdAt: Date;
  readonly orgId: string;
  readonly formId: string | null;
  readonly version: number;
}

/** A running instance with its state and its open tasks, at one moment. */
export interface RunningInstance {
  readonly id: string;
  readonly definitionId: string;
  readonly businessKey: string | null;
  readonly orgId: string;
  readonly dossierId: string | null;
  readonly roundId: string | null;
  /** Of its dossier, its round or itself. */
  readonly packHash: string | null;
  readonly version: number;
  readonly state: InstanceState;
  readonly tasks: readonly RunningTask[];
  /** Elements of jobs that a worker holds at this moment. */
  readonly jobsHeld: readonly string[];
  /** Elements of open ballots; one empty word for a session that is open. */
  readonly ballots: readonly string[];
}

/** What a list names an instance by. */
interface InstanceName {
  readonly id: string;
  readonly businessKey: string | null;
  readonly dossierId: string | null;
  readonly roundId: string | null;
}

interface Row extends Omit<RunningInstance, 'tasks'> {
  readonly tasks: readonly (Omit<RunningTask, 'dueAt' | 'createdAt'> & { readonly dueAt: string | null; readonly createdAt: string })[];
}

const PAGE = `select p.id, p.definition_id as "definitionId", p.business_key as "businessKey", p.org_id as "orgId", p.dossier_id as "dossierId",
    p.round_id as "roundId", coalesce(d.pack_hash, v.pack_hash, p.pack_hash) as "packHash", i.version, i.state,
    coalesce((select json_agg(json_build_object('id', t.id, 'elementId', t.element_id, 'definitionId', t.definition_id, 'name', t.name,
        'candidateGroups', t.candidate_groups, 'assignee', t.assignee, 'dueAt', t.due_at, 'createdAt', t.created_at, 'orgId', t.org_id,
        'formId', t.form_id, 'version', t.version) order by t.created_at, t.id)
      from task t where t.province_id = p.province_id and t.instance_id = p.id and t.status = 'open'), '[]') as tasks,
    array(select j.element_id from job j where j.province_id = p.province_id and j.instance_id = p.id and j.status = 'open'
      and j.lease_until > clock_timestamp() order by j.id) as "jobsHeld",
    array(select t.element_id from task t where t.province_id = p.province_id and t.instance_id = p.id and t.status = 'open'
        and t.step in ('ballot', 'cluster-vote')
      union all select '' from council_session c where c.province_id = p.province_id and c.round_id = p.round_id and c.status = 'open') as ballots
  from unnest($2::uuid[]) with ordinality k(id, n)
  join process_instance p on p.province_id = $1 and p.id = k.id
  join instance_state i on i.province_id = p.province_id and i.id = p.id
  left join dossier d on d.province_id = p.province_id and d.id = p.dossier_id
  left join review_round v on v.province_id = p.province_id and v.id = p.round_id
  order by k.n`;

/** All running instances of a process, looked at together. */
export class RunningStore {
  constructor(private readonly database: Database) {}

  /** Runs `look` on the database as it is at one moment; PostgreSQL itself refuses every write in it. */
  snapshot<T>(look: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.inTransaction(async (tx) => {
      await tx.query('set transaction isolation level repeatable read, read only');
      return look(tx);
    });
  }

  /** Oldest first. */
  async idsOf(
    provinceId: string,
    key: string,
    tx: Tx = this.database.reader,
  ): Promise<readonly { readonly id: string; readonly definitionId: string }[]> {
    return rowsOf(
      tx,
      `select id, definition_id as "definitionId" from process_instance where province_id = $1 and key = $2 and status = 'active'
       order by started_at, id`,
      [provinceId, key],
    );
  }

  /** In the order of the ids; those that are gone are left out. */
  async load(provinceId: string, ids: readonly string[], tx: Tx = this.database.reader): Promise<readonly RunningInstance[]> {
    const rows = await rowsOf<Row>(tx, PAGE, [provinceId, ids]);
    return rows.map((row) => ({
      ...row,
      tasks: row.tasks.map((task) => ({
        ...task,
        dueAt: task.dueAt === null ? null : new Date(task.dueAt),
        createdAt: new Date(task.createdAt),
      })),
    }));
  }
  async names(provinceId: string, ids: readonly string[]): Promise<readonly InstanceName[]> {
    return rowsOf<InstanceName>(
      this.database.reader,
      `select id, business_key as "businessKey", dossier_id as "dossierId", round_id as "roundId" from process_instance
       where province_id = $1 and id = any($2::uuid[])`,
      [provinceId, ids],
    );
  }
}
