import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export interface NewLimitNotice {
  readonly id: string;
  readonly taskId: string;
  readonly instanceId: string;
  readonly orgId: string;
  readonly kind: 'reminder' | 'due-day' | 'escalation';
  readonly dueAt: Date;
  readonly ruleId: string | null;
  readonly atMs: number;
}

export interface LimitNoticeRecord {
  readonly id: string;
  readonly taskId: string;
  readonly taskName: string;
  readonly code: string;
  readonly orgName: string;
  readonly kind: 'reminder' | 'due-day' | 'escalation';
  readonly dueAt: Date;
  readonly ruleId: string | null;
  readonly at: Date;
}

/** Reminders and escalations of steps; each once for a due day. */
export class LimitNoticeStore {
  constructor(private readonly database: Database) {}

  /** False when that reminder was given already. */
  async add(tx: Tx, provinceId: string, notice: NewLimitNotice): Promise<boolean> {
    const made = await rowsOf(
      tx,
      `insert into limit_notice (province_id, id, task_id, instance_id, org_id, kind, due_at, rule_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict do nothing returning id`,
      [
        provinceId,
        notice.id,
        notice.taskId,
        notice.instanceId,
        notice.orgId,
        notice.kind,
        notice.dueAt,
        notice.ruleId,
        new Date(notice.atMs),
      ],
    );
    return made.length > 0;
  }

  /** Of the open tasks of these bodies, newest first. */
  async ofOrgs(provinceId: string, orgIds: readonly string[]): Promise<readonly LimitNoticeRecord[]> {
    return rowsOf<LimitNoticeRecord>(
      this.database.reader,
      `select n.id, n.task_id as "taskId", t.name as "taskName", coalesce(d.code, v.code, k.code, '') as code, o.name as "orgName", n.kind,
         n.due_at as "dueAt", n.rule_id as "ruleId", n.at
       from limit_notice n join task t on t.province_id = n.province_id and t.id = n.task_id and t.status = 'open'
         join org o on o.province_id = n.province_id and o.id = n.org_id
         left join dossier d on d.province_id = t.province_id and d.id = t.dossier_id
         left join review_round v on v.province_id = t.province_id and v.id = t.round_id
         left join movement_work k on k.province_id = t.province_id and k.instance_id = t.instance_id
       where n.province_id = $1 and n.org_id = any($2::uuid[]) order by n.at desc, n.id desc limit 100`,
      [provinceId, orgIds],
    );
  }
}
