import type { JsonObject } from '@thidua/kernel';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export const WORK_KINDS = [
  'plan',
  'unit-plan',
  'amendment',
  'urging',
  'closing',
  'occasion',
  'registration',
  'report-call',
  'report',
  'inspection',
  'inspected-unit',
  'scoring',
  'score-sheet',
  'model',
  'publication',
  'duty',
  'indicators',
  'conference',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];
export type WorkStatus = 'open' | 'submitted' | 'done' | 'canceled';
export type WorkOccasion = 'annual' | 'interim' | 'final' | 'ad-hoc';

/** A piece of work inside a movement; `facts` belong to its kind. Days are YYYY-MM-DD. */
export interface WorkRecord {
  readonly id: string;
  /** 'PT-2026-0012'. */
  readonly code: string;
  readonly movementId: string;
  readonly kind: WorkKind;
  /** The body that does it. */
  readonly orgId: string;
  readonly orgName: string;
  /** The body that asked for it. */
  readonly askedByOrg: string;
  readonly parentId: string | null;
  readonly occasion: WorkOccasion | null;
  readonly year: number | null;
  readonly title: string;
  readonly status: WorkStatus;
  readonly dueOn: string | null;
  readonly openedAt: Date;
  readonly doneAt: Date | null;
  readonly facts: JsonObject;
  readonly instanceId: string | null;
  readonly version: number;
}

export type NewWork = Omit<WorkRecord, 'orgName' | 'status' | 'openedAt' | 'doneAt' | 'version' | 'code'> & {
  readonly atMs: number;
  /** Year of the code's series. */
  readonly codeYear: number;
};

export interface WorkFilter {
  readonly movementId?: string;
  readonly orgIds?: readonly string[];
  readonly kinds?: readonly WorkKind[];
  readonly statuses?: readonly WorkStatus[];
  readonly parentId?: string;
  readonly year?: number;
}

const COLUMNS = `w.id, w.code, w.movement_id as "movementId", w.kind, w.org_id as "orgId", o.name as "orgName", w.asked_by_org as "askedByOrg",
  w.parent_id as "parentId", w.occasion, w.year, w.title, w.status, to_char(w.due_on, 'YYYY-MM-DD') as "dueOn", w.opened_at as "openedAt",
  w.done_at as "doneAt", w.facts, w.instance_id as "instanceId", w.version`;
const FROM = 'from movement_work w join org o on o.province_id = w.province_id and o.id = w.org_id';

/** Works of movements: plans, reports, inspections and all else that people do in them. */
export class WorkStore {
  constructor(private readonly database: Database) {}

  /** Its code: numbered through the province's year. */
  async insert(tx: Tx, provinceId: string, one: NewWork): Promise<string> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 18))', [`movement-work ${provinceId} ${String(one.codeYear)}`]);
    const rows = await rowsOf<{ code: string }>(
      tx,
      `insert into movement_work (province_id, id, code, movement_id, kind, org_id, asked_by_org, parent_id, occasion, year, title, status, due_on,
         opened_at, facts, instance_id)
       select $1, $2, 'PT-' || $3::text || '-' || lpad((1 + coalesce(max(split_part(code, '-', 3)::int), 0))::text, 4, '0'),
         $4, $5, $6, $7, $8, $9, $10, $11, 'open', $12::date, $13, $14, $15
       from movement_work where province_id = $1 and code like 'PT-' || $3::text || '-%'
       returning code`,
      [
        provinceId,
        one.id,
        String(one.codeYear),
        one.movementId,
        one.kind,
        one.orgId,
        one.askedByOrg,
        one.parentId,
        one.occasion,
        one.year,
        one.title,
        one.dueOn,
        new Date(one.atMs),
        JSON.stringify(one.facts),
        one.instanceId,
      ],
    );
    return rows[0]?.code ?? '';
  }

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<WorkRecord | undefined> {
    return (await rowsOf<WorkRecord>(tx, `select ${COLUMNS} ${FROM} where w.province_id = $1 and w.id = $2`, [provinceId, id]))[0];
  }

  /** The same, locked until the transaction ends. */
  async lock(tx: Tx, provinceId: string, id: string): Promise<WorkRecord | undefined> {
    const rows = await rowsOf<WorkRecord>(tx, `select ${COLUMNS} ${FROM} where w.province_id = $1 and w.id = $2 for update of w`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  /** The work a process does; a called process runs in its caller's. */
  async byInstance(provinceId: string, instanceId: string, tx: Tx = this.database.reader): Promise<WorkRecord | undefined> {
    const rows = await rowsOf<WorkRecord>(tx, `select ${COLUMNS} ${FROM} where w.province_id = $1 and w.instance_id = $2`, [
      provinceId,
      instanceId,
    ]);
    return rows[0];
  }

  /** Those due first in front; without a due day behind. */
  async list(provinceId: string, filter: WorkFilter, tx: Tx = this.database.reader): Promise<readonly WorkRecord[]> {
    const { movementId = null, orgIds = null, kinds = null, statuses = null, parentId = null, year = null } = filter;
    return rowsOf(
      tx,
      `select ${COLUMNS} ${FROM} where w.province_id = $1 and ($2::text is null or w.movement_id = $2)
         and ($3::uuid[] is null or w.org_id = any($3) or w.asked_by_org = any($3)) and ($4::text[] is null or w.kind = any($4))
         and ($5::text[] is null or w.status = any($5)) and ($6::uuid is null or w.parent_id = $6) and ($7::int is null or w.year = $7)
       order by w.due_on nulls last, w.opened_at, w.id`,
      [provinceId, movementId, orgIds, kinds, statuses, parentId, year],
    );
  }

  /** Merges into the facts of its kind. */
  async setFacts(tx: Tx, provinceId: string, id: string, facts: JsonObject): Promise<void> {
    await tx.query('update movement_work set facts = facts || $3::jsonb, version = version + 1 where province_id = $1 and id = $2', [
      provinceId,
      id,
      JSON.stringify(facts),
    ]);
  }

  async setDue(tx: Tx, provinceId: string, id: string, dueOn: string | null): Promise<void> {
    await tx.query('update movement_work set due_on = $3::date, version = version + 1 where province_id = $1 and id = $2', [
      provinceId,
      id,
      dueOn,
    ]);
  }

  /** False: it had ended before. */
  async setStatus(tx: Tx, provinceId: string, id: string, status: WorkStatus, atMs: number): Promise<boolean> {
    const ended = status === 'done' || status === 'canceled';
    const rows = await rowsOf(
      tx,
      `update movement_work set status = $3, done_at = $4, version = version + 1
       where province_id = $1 and id = $2 and status in ('open', 'submitted') returning id`,
      [provinceId, id, status, ended ? new Date(atMs) : null],
    );
    return rows.length === 1;
  }
}
